/** What hangs along a street: lamps on brackets, red lanterns under the eaves, signs in neon. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { glowAt } from "../skies/fireworks.ts";
import { mixIn } from "../towns/town-house.ts";
import type { Street } from "./plan.ts";

const iron = hex("1c1b1a");
const red = hex("c4231c");
const paper = hex("ffb45a");
const flame = hex("ffd9a0");
const neons = ["ff3d9a", "35d0ff", "a45cff", "ff8a3d", "4dffb0"].map((code) => hex(code));

export function* hangLamps(film: Film, scene: Scene, street: Street, camera: Camera, shine: number, light: Daylight): Painting {
  const seen = { film, street, camera, shine, light };
  for (const lamp of [...street.lamps].reverse()) {
    yield;
    const at = project(seen, lamp.x, lamp.y, lamp.z);
    if (at.x < -film.width * 0.1 || at.x > film.width * 1.1 || at.metre < 2 || isHidden(street, lamp.z)) continue;
    if (street.kind === "chinese") lantern(seen, at);
    else bracketLamp(seen, at, street.kind === "modern");
  }
  if (scene.traits.includes("neon")) yield* hangSigns(seen, scene.seed);
}

interface Seen {
  readonly film: Film;
  readonly street: Street;
  readonly camera: Camera;
  readonly shine: number;
  readonly light: Daylight;
}

interface Spot {
  readonly x: number;
  readonly y: number;
  /** Pixels. */
  readonly metre: number;
}

function project({ street, camera }: Seen, x: number, y: number, z: number): Spot {
  const metre = camera.focal / z;
  return { x: camera.centre + (x - street.eye.x) * metre, y: camera.horizon - (y - street.eye.y) * metre, metre };
}

/** Round the bend. */
function isHidden({ bend, half }: Street, z: number): boolean {
  return Math.abs(bend) * z * z > half * 1.5;
}

function lantern({ film, shine, light }: Seen, { x, y, metre }: Spot): void {
  const [rx, ry] = [0.24 * metre, 0.21 * metre];
  const day = 0.62 * light.ambient.g + 0.4 * light.sun.g;
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  rectangle(film, x - 0.012 * metre, y - ry - 0.35 * metre, x + 0.012 * metre, y - ry, iron, 0.8);
  for (let py = Math.max(0, Math.floor(y - ry - 1)); py < Math.min(film.height, y + ry + 1); py++) {
    for (let px = Math.max(0, Math.floor(x - rx - 1)); px < Math.min(film.width, x + rx + 1); px++) {
      const [u, v] = [(px + 0.5 - x) / rx, (py + 0.5 - y) / ry];
      const far = lengthOf(u, v);
      const cover = Math.min(1, (1 - far) * Math.min(rx, ry) + 0.5);
      if (cover <= 0) continue;
      // Ribs run from top to bottom round the belly.
      const rib = Math.abs(Math.sin((u / Math.sqrt(Math.max(0.05, 1 - v * v))) * 5));
      set(tone, red, (day * (0.7 + 0.4 * (0.3 - v)) + 1.15 * shine) * (0.82 + 0.18 * rib));
      towards(tone, paper, shine * 0.8 * ramp(0.95, 0.1, lengthOf(u, v - 0.15)));
      mixIn(film, (py * film.width + px) * 3, tone, cover);
    }
  }
  rectangle(film, x - rx * 0.5, y - ry * 1.12, x + rx * 0.5, y - ry * 0.9, hex("c8953a", 0.3 + 0.5 * shine), 1);
  rectangle(film, x - rx * 0.4, y + ry * 0.92, x + rx * 0.4, y + ry * 1.1, hex("c8953a", 0.3 + 0.5 * shine), 1);
  rectangle(film, x - rx * 0.08, y + ry * 1.1, x + rx * 0.08, y + ry * 2.1, hex("b0201c", 0.4 + 0.4 * shine), 0.9);
  if (shine > 0.2) glowAt(film, x, y, rx * 3.4, red, 0.42 * shine);
}

function bracketLamp({ film, shine }: Seen, { x, y, metre }: Spot, isModern: boolean): void {
  const size = (isModern ? 0.2 : 0.17) * metre;
  const toWall = (x < film.width / 2 ? -1 : 1) * metre;
  if (isModern) rectangle(film, x + toWall * 0.1 - size * 0.2, y - size, x + toWall * 0.1 + size * 0.2, y + 6.2 * metre, iron, 1);
  else rectangle(film, Math.min(x, x + toWall * 0.7), y - size * 1.7, Math.max(x, x + toWall * 0.7), y - size * 1.45, iron, 1);
  rectangle(film, x - size * 0.8, y - size * 1.5, x + size * 0.8, y - size, iron, 1);
  const glass: Radiance = { ...hex("8a8e90", 0.7) };
  towards(glass, { r: flame.r * 1.7, g: flame.g * 1.7, b: flame.b * 1.7 }, shine);
  rectangle(film, x - size * 0.62, y - size, x + size * 0.62, y + size * 0.7, glass, 1);
  rectangle(film, x - size * 0.68, y + size * 0.7, x + size * 0.68, y + size * 0.95, iron, 1);
  if (shine > 0.2) {
    glowAt(film, x, y, size * 2.2, flame, 0.9 * shine);
    glowAt(film, x, y, size * 9, hex("ff9a45"), 0.26 * shine);
  }
}

/** Upright boards that stand out from the houses, with a tube round them and strokes on them. */
function* hangSigns(seen: Seen, seed: number): Painting {
  const random = createRandom(seed + 621);
  const { film, street, shine } = seen;
  const places = Array.from({ length: 16 }, (_, n) => ({ z: 9 + 5.5 * n + 3 * random(), side: n % 2 === 0 ? -1 : 1, turn: random() }));
  for (const { z, side, turn } of places.reverse()) {
    yield;
    if (isHidden(street, z)) continue;
    const wide = 1.1 + 1.2 * random();
    const [low, tall] = [4.4 + 5 * random(), 2.6 + 5 * random()];
    const inner = side * (street.half - 0.3) + street.bend * z * z;
    const a = project(seen, inner, low, z);
    const b = project(seen, inner - side * wide, low + tall, z);
    const [left, right, top, bottom] = [Math.min(a.x, b.x), Math.max(a.x, b.x), b.y, a.y];
    const tube = neons[Math.floor(turn * neons.length)] as Radiance;
    const ink = neons[(Math.floor(turn * neons.length) + 2) % neons.length] as Radiance;
    const edge = Math.max(0.8, 0.06 * a.metre);
    rectangle(film, left, top, right, bottom, { r: tube.r * 0.12, g: tube.g * 0.12, b: tube.b * 0.14 }, 0.95);
    const lit: Radiance = { r: tube.r * 1.3 * shine, g: tube.g * 1.3 * shine, b: tube.b * 1.3 * shine };
    rectangle(film, left, top, left + edge, bottom, lit, 1);
    rectangle(film, right - edge, top, right, bottom, lit, 1);
    rectangle(film, left, top, right, top + edge, lit, 1);
    rectangle(film, left, bottom - edge, right, bottom, lit, 1);
    const signs = Math.max(2, Math.round(tall / wide));
    for (let n = 0; n < signs; n++) strokes(seen, random, ink, left, right, top + ((bottom - top) * n) / signs, (bottom - top) / signs);
    glowAt(film, (left + right) / 2, (top + bottom) / 2, (bottom - top) * 0.9, tube, 0.2 * shine);
  }
}

/** Not letters: what a sign looks like from too far off to be read. */
function strokes({ film, shine }: Seen, random: () => number, ink: Radiance, left: number, right: number, top: number, tall: number): void {
  const wide = right - left;
  const thick = Math.max(0.7, tall * 0.07);
  const tone: Radiance = { r: ink.r * 1.5 * shine, g: ink.g * 1.5 * shine, b: ink.b * 1.5 * shine };
  for (const row of [0.28, 0.52, 0.76]) {
    const from = 0.22 + 0.14 * random();
    rectangle(film, left + wide * from, top + tall * row, left + wide * (0.8 - 0.14 * random()), top + tall * row + thick, tone, 0.9);
  }
  const x = left + wide * (0.4 + 0.2 * random());
  rectangle(film, x, top + tall * 0.2, x + thick, top + tall * (0.7 + 0.14 * random()), tone, 0.9);
}

function rectangle(film: Film, left: number, top: number, right: number, bottom: number, tone: Radiance, opacity: number): void {
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(film.height, bottom); y++) {
    const down = Math.min(1, y + 1 - top, bottom - y);
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(film.width, right); x++)
      mixIn(film, (y * film.width + x) * 3, tone, opacity * Math.max(0, Math.min(1, x + 1 - left, right - x)) * Math.max(0, down));
  }
}

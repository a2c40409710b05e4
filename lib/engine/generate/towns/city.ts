/** A city across the water: blocks and towers in rows that fade into the haze, each with its own windows. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom, hashPoint, type Random } from "#lib/pixels/random.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { add, dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { dot } from "../skies/sky.ts";

interface Tower {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly base: number;
  /** 0 far .. 1 near. */
  readonly near: number;
  readonly wall: Radiance;
  readonly windows: "grid" | "bands" | "fins";
  readonly pitchX: number;
  readonly pitchY: number;
  readonly litShare: number;
  /** Where the corner stands between the two walls that are seen. */
  readonly corner: number;
  readonly crown: "flat" | "steps" | "spire" | "slant" | "glow";
  readonly seed: number;
}

const lamps: readonly Radiance[] = [hex("ffce86", 1.5), hex("ffb45c", 1.4), hex("ffe6c0", 1.3), hex("ffd9a0", 1.6), hex("cfe6ff", 1.1)];
const neons: readonly Radiance[] = [hex("ff3d9a", 1.8), hex("35d0ff", 1.7), hex("a45cff", 1.7), hex("ff7a3d", 1.6)];

/** How much of a tower's height its spire adds. */
const spireShare = 0.22;

export function* paintCity(film: Film, scene: Scene, light: Daylight, camera: Camera): Painting {
  const random = createRandom(scene.seed + 11);
  const isDark = scene.hour === "night" || scene.hour === "dusk" || scene.hour === "storm";
  const shine = isDark ? 1 : scene.hour === "sunset" ? 0.55 : scene.hour === "golden" ? 0.25 : 0.04;
  for (let row = 0; row < 4; row++) {
    const towers = buildRow(film, scene, camera, random, row / 3);
    for (const tower of towers) {
      yield;
      paintTower(film, scene, light, tower, shine);
    }
    // The glow of the streets between the rows.
    if (row < 3 && isDark) yield* glowOver(film, camera, light, 0.12 + 0.1 * row);
  }
  yield* plantQuay(film, scene, light, camera);
}

/** Trees along the quay, crown by crown, and its wall. */
function* plantQuay(film: Film, { seed }: Scene, light: Daylight, { horizon }: Camera): Painting {
  const noise = createNoiseField(seed + 13);
  const tall = film.unit * 0.024;
  const [leaf, stone] = [hex("2c4424"), hex("77716a")].map(({ r, g, b }, n) => {
    const sun = n === 0 ? 0.3 : 0.2;
    return {
      r: r * (0.5 * light.ambient.r + sun * light.sun.r),
      g: g * (0.5 * light.ambient.g + sun * light.sun.g),
      b: b * (0.5 * light.ambient.b + sun * light.sun.b),
    };
  }) as [Radiance, Radiance];
  const foot = horizon + film.unit * 0.012;
  yield* expose(film, horizon - tall, foot, (x, y, out) => {
    const u = x / film.unit;
    const groves = ramp(0.3, 0.5, noise.fractal(u * 7, 3, 2));
    const top = foot - film.unit * 0.004 - tall * groves * (0.35 + 0.8 * noise.billow(u * 60, 5, 2));
    const tone = y > foot - film.unit * 0.0035 ? stone : leaf;
    const shade = 0.55 + 0.9 * noise.fractal(u * 260, (y / film.unit) * 260, 2);
    towards(out, { r: tone.r * shade, g: tone.g * shade, b: tone.b * shade }, Math.max(0, Math.min(1, y + 1 - top)));
  });
}

function buildRow(film: Film, scene: Scene, camera: Camera, random: Random, near: number): readonly Tower[] {
  const towers: Tower[] = [];
  const { unit, width } = film;
  const centre = width * (0.35 + 0.3 * hashPoint(3, 1, scene.seed));
  const walls = ["3c4656", "4a4a52", "a89a86", "39424a", "7c5344", "b9b7b0", "5c5148", "cdc4b2"].map((code) => hex(code));
  let x = -unit * 0.06;
  while (x < width) {
    const wide = unit * (0.032 + 0.05 * random()) * (0.75 + 0.6 * near);
    // Downtown stands highest in its middle.
    const downtown = Math.exp(-(((x - centre) / (width * 0.24)) ** 2));
    const tall =
      unit * (0.05 + 0.1 * random() + (0.1 + 0.42 * random() ** 1.5) * downtown) * (1.15 - 0.62 * near) +
      unit * (0.012 + 0.05 * random() ** 2) * near;
    const isTower = tall > unit * 0.24;
    const pitch = unit * (0.0034 + 0.0022 * near);
    const crowns = isTower ? (["steps", "spire", "slant", "glow", "flat"] as const) : (["flat", "flat", "steps"] as const);
    const crown = crowns[Math.floor(random() * crowns.length)] ?? "flat";
    // The highest keep clear of the upper edge, and so do their spires.
    const highest = film.height * (0.09 + 0.05 * random());
    const held = Math.min(tall, (camera.horizon - highest) / (crown === "spire" ? 1 + spireShare : 1));
    towers.push({
      left: x,
      right: x + wide * (isTower ? 0.85 : 1.25),
      top: camera.horizon - held,
      base: camera.horizon + unit * 0.004 * (1 + 2 * near),
      near,
      wall: walls[Math.floor(random() * walls.length)] as Radiance,
      windows: (["grid", "grid", "bands", "fins"] as const)[Math.floor(random() * 4)] ?? "grid",
      pitchX: pitch * (0.8 + 0.5 * random()),
      pitchY: pitch * (1.15 + 0.5 * random()),
      litShare: 0.1 + 0.5 * random() ** 1.8,
      corner: 0.58 + 0.3 * random(),
      crown,
      seed: Math.floor(random() * 1e6),
    });
    // Streets open between the nearest.
    x += wide * (0.72 + (0.5 + 0.45 * near) * random());
  }
  return towers;
}

function paintTower(film: Film, scene: Scene, light: Daylight, tower: Tower, shine: number): void {
  const { left, right, base, near, seed } = tower;
  const wide = right - left;
  const tall = base - tower.top;
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const haze = 0.62 * (1 - near) ** 1.3;
  const isNeon = scene.traits.includes("neon") && hashPoint(seed, 5, 1) < 0.3;
  const spire = tower.crown === "spire" ? tall * spireShare : 0;
  const peak = tower.top - spire - wide * 0.1;
  for (let y = Math.max(0, Math.floor(peak)); y < Math.min(film.height, base); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(film.width, Math.ceil(right)); x++) {
      const u = (x + 0.5 - left) / wide;
      const cover = coverOf(tower, u, y + 0.5, x + 0.5, spire);
      if (cover <= 0) continue;
      facade(tone, light, tower, x + 0.5 - left, u, y - tower.top, tall, shine);
      if (isNeon && Math.abs(u - 0.5) > 0.46) add(tone, neons[seed % neons.length] as Radiance, 0.8 * shine);
      if (tower.crown === "glow") add(tone, lamps[seed % lamps.length] as Radiance, 0.6 * shine * ramp(tall * 0.09, 0, y - tower.top));
      towards(tone, light.haze, haze * (0.75 + 0.25 * ((y - tower.top) / tall)));
      const at = (y * film.width + x) * 3;
      film.data[at] = (film.data[at] as number) + cover * (tone.r - (film.data[at] as number));
      film.data[at + 1] = (film.data[at + 1] as number) + cover * (tone.g - (film.data[at + 1] as number));
      film.data[at + 2] = (film.data[at + 2] as number) + cover * (tone.b - (film.data[at + 2] as number));
    }
  }
  if (spire > 0 && shine > 0.3) {
    const red = { x: (left + right) / 2, y: tower.top - spire };
    dot(film, red.x, red.y, film.unit * 0.0012, 1.2 * shine, 1);
  }
}

/** How much of a pixel the outline covers: walls, crowns, spires. */
function coverOf({ left, right, top, base, crown }: Tower, u: number, y: number, x: number, spire: number): number {
  const wide = right - left;
  const sides = Math.min(1, x - left + 0.5, right - x + 0.5);
  const middle = Math.abs(u - 0.5);
  const tall = base - top;
  let roof = top;
  if (crown === "steps") roof = top + (middle > 0.36 ? tall * 0.12 : middle > 0.22 ? tall * 0.05 : 0);
  else if (crown === "slant") roof = top + u * wide * 0.55;
  else if (crown === "spire") roof = middle < 0.3 ? top : top + tall * 0.06;
  const body = Math.min(1, y - roof + 0.5) * Math.max(0, sides);
  if (spire <= 0 || y > top) return body;
  const needle = wide * 0.05 * ((y - top + spire) / spire) + 0.35;
  return Math.max(body, Math.min(1, needle - Math.abs(x - (left + right) / 2) + 0.3));
}

function facade(out: Radiance, light: Daylight, tower: Tower, x: number, u: number, y: number, tall: number, shine: number): void {
  const { pitchX, pitchY, seed, corner, windows } = tower;
  const isSide = u > corner;
  const [sunX] = light.towardsSun;
  // One wall has the light and the other has not; by night the brighter one has the glow of the sky.
  const facing = isSide === sunX > 0 ? 0.78 : 0.1;
  set(out, tower.wall);
  const lean = 1 - 0.22 * (isSide ? (u - corner) / (1 - corner) : (corner - u) / corner);
  const open = (isSide === sunX > 0 ? 0.72 : 0.4) * lean;
  out.r *= open * light.ambient.r + facing * lean * light.sun.r;
  out.g *= open * light.ambient.g + facing * lean * light.sun.g;
  out.b *= open * light.ambient.b + facing * lean * light.sun.b;
  const [column, line] = [Math.floor(x / pitchX), Math.floor(y / pitchY)];
  const [fx, fy] = [x / pitchX - column, y / pitchY - line];
  if (y < pitchY || tall - y < pitchY) return;
  const pane =
    windows === "grid"
      ? soft(fx, 0.18, 0.82, pitchX) * soft(fy, 0.2, 0.78, pitchY)
      : windows === "bands"
        ? soft(fy, 0.25, 0.8, pitchY)
        : soft(fx, 0.25, 0.85, pitchX);
  if (pane <= 0) return;
  // Glass shows the sky: bright above, dark below, another piece of it on every wall.
  const glass: Radiance = { ...light.middle };
  towards(glass, light.horizon, 0.5 + 0.5 * Math.sin(y * 0.02 + seed));
  dim(glass, (isSide === sunX > 0 ? 0.55 : 0.26) * (0.75 + 0.5 * hashPoint(column, line, seed)));
  towards(out, glass, 0.8 * pane);
  // Whole floors work late; single rooms are anybody's guess.
  const floor = hashPoint(line, 77, seed);
  const room = hashPoint(windows === "bands" ? Math.floor(column / 3) : column, windows === "fins" ? Math.floor(line / 2) : line, seed + 3);
  const chance = tower.litShare * (0.45 + 1.1 * floor) * (isSide ? 0.8 : 1);
  if (room > chance) return;
  const bright = 0.25 + 0.75 * hashPoint(column, line, seed + 9) ** 2;
  const lamp = lamps[Math.floor(hashPoint(column + (windows === "bands" ? 0 : line), seed, 4) * lamps.length)] as Radiance;
  add(out, lamp, pane * bright * shine * (isSide ? 0.75 : 1));
}

function soft(at: number, from: number, to: number, pitch: number): number {
  const edge = Math.max(0.08, 0.8 / pitch);
  return ramp(from - edge / 2, from + edge / 2, at) * ramp(to + edge / 2, to - edge / 2, at);
}

function* glowOver(film: Film, camera: Camera, light: Daylight, strength: number): Painting {
  const reach = film.unit * 0.16;
  const warm: Radiance = { r: 0.5, g: 0.28, b: 0.16 };
  towards(warm, light.haze, 0.4);
  for (let y = Math.max(0, Math.floor(camera.horizon - reach * 2)); y < Math.min(film.height, camera.horizon + 2); y++) {
    if (y % 16 === 0) yield;
    const share = strength * Math.exp(-(((camera.horizon - y) / reach) ** 2) * 2.2);
    for (let i = y * film.width * 3; i < (y + 1) * film.width * 3; i += 3) {
      film.data[i] = (film.data[i] as number) + share * (warm.r - (film.data[i] as number) * 0.5);
      film.data[i + 1] = (film.data[i + 1] as number) + share * (warm.g - (film.data[i + 1] as number) * 0.5);
      film.data[i + 2] = (film.data[i + 2] as number) + share * (warm.b - (film.data[i + 2] as number) * 0.5);
    }
  }
}

/** Boughs in blossom that reach in from a corner before the open sky; those behind are out of focus. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createRandom, type Random } from "#lib/pixels/random.ts";
import { newCamera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { type Daylight, daylightFor } from "../light/hours.ts";
import { between, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

import { paintMoon } from "../skies/sky.ts";
import { bearOsmanthus } from "./osmanthus.ts";

interface Twig {
  readonly x: number;
  readonly y: number;
  readonly turn: number;
  readonly thick: number;
  readonly long: number;
}

/** How a bough is painted: in focus or behind it, and in which light. */
interface Hand {
  readonly soft: number;
  readonly bark: Radiance;
  readonly petal: Radiance;
  readonly heart: Radiance;
  /** How a colour of its own looks there. */
  readonly seen: (tone: Radiance) => Radiance;
  readonly isOsmanthus: boolean;
}

export function* paintBranches(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 421);
  const light = daylightFor(scene);
  const said = scene.colours.flower;
  const petal = said === undefined ? hex("f7c3d2") : radianceOf(said);
  const isLeft = scene.room === undefined ? random() < 0.5 : scene.room === "right";
  yield* openSky(film, light);
  // It hangs where the boughs leave the sky open.
  if (scene.things.includes("moon"))
    yield* paintMoon(film, { ...scene, room: isLeft ? "left" : "right" }, newCamera(film.width, film.height, 1, 0));
  const dimmed = scene.hour === "night" ? 0.42 : scene.hour === "dusk" || scene.hour === "storm" ? 0.7 : 1;
  const inLight = (tone: Radiance): Radiance => ({ r: tone.r * dimmed, g: tone.g * dimmed, b: tone.b * dimmed });
  for (const soft of [film.unit * 0.014, film.unit * 0.006, 0.8]) {
    const sky = soft > 2 ? 0.35 : 0;
    const hand: Hand = {
      soft,
      bark: between(inLight(hex("4b342e")), light.middle, sky),
      petal: between(inLight(petal), light.horizon, sky),
      heart: between(inLight(between(petal, hex("a8284e"), 0.5)), light.horizon, sky),
      seen: (tone) => between(inLight(tone), light.horizon, sky),
      isOsmanthus: scene.traits.includes("osmanthus"),
    };
    for (let n = 0; n < 3; n++) {
      const side = n === 2 ? !isLeft : isLeft;
      const start: Twig = {
        x: side ? -film.unit * 0.05 : film.width + film.unit * 0.05,
        y: film.height * (n === 2 ? -0.02 + 0.1 * random() : 0.04 + 0.3 * n + 0.22 * random()),
        turn: (side ? 0.25 : Math.PI - 0.25) + (random() - 0.5) * 0.7,
        thick: film.unit * (n === 2 ? 0.009 : 0.014),
        long: film.unit * (n === 2 ? 0.3 : 0.62 + 0.2 * random()),
      };
      yield* growTwig(film, random, hand, start, 3);
    }
  }
}

function* openSky(film: Film, light: Daylight): Painting {
  const [sunX, sunY] = [film.width * (light.towardsSun[0] > 0 ? 0.85 : 0.15), film.height * 0.1];
  yield* expose(film, 0, film.height, (x, y, out) => {
    set(out, light.horizon);
    towards(out, light.middle, ramp(0.95, 0.1, y / film.height) * 0.85);
    towards(out, light.glow, 0.5 * Math.exp((-2.4 * lengthOf(x - sunX, y - sunY)) / film.unit));
  });
}

/** A twig bends a little at every step, lets others go, and bears its flowers along the thin part. */
function* growTwig(film: Film, random: Random, hand: Hand, start: Twig, depth: number): Painting {
  let { x, y, turn } = start;
  const steps = Math.max(4, Math.round(start.long / (film.unit * 0.03)));
  const step = start.long / steps;
  for (let n = 0; n < steps; n++) {
    yield;
    const t = n / steps;
    turn += (random() - 0.5) * 0.34 + 0.012;
    const [nx, ny] = [x + Math.cos(turn) * step, y + Math.sin(turn) * step];
    drawBark(film, hand, x, y, nx, ny, Math.max(0.7, start.thick * (1 - 0.75 * t)));
    [x, y] = [nx, ny];
    if (depth > 0 && n > 1 && random() < 0.42)
      yield* growTwig(
        film,
        random,
        hand,
        {
          x,
          y,
          turn: turn + (random() < 0.5 ? -1 : 1) * (0.5 + 0.5 * random()),
          thick: start.thick * 0.5,
          long: start.long * (0.2 + 0.3 * random()),
        },
        depth - 1,
      );
    if (hand.isOsmanthus) {
      bearOsmanthus(film, random, hand, x, y, turn);
      continue;
    }
    const flowers = depth < 3 || t > 0.35 ? Math.floor(random() * (depth < 2 ? 3.2 : 2.2)) : 0;
    for (let k = 0; k < flowers; k++) {
      const size = film.unit * (0.016 + 0.013 * random());
      drawBlossom(
        film,
        random,
        hand,
        x + (random() - 0.5) * size * 3,
        y + (random() - 0.5) * size * 3,
        random() < 0.2 ? size * 0.45 : size,
      );
    }
  }
}

function drawBark(film: Film, { soft, bark }: Hand, x0: number, y0: number, x1: number, y1: number, thick: number): void {
  const reach = thick + soft;
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy || 1;
  for (let y = Math.max(0, Math.floor(Math.min(y0, y1) - reach)); y <= Math.min(film.height - 1, Math.max(y0, y1) + reach); y++) {
    for (let x = Math.max(0, Math.floor(Math.min(x0, x1) - reach)); x <= Math.min(film.width - 1, Math.max(x0, x1) + reach); x++) {
      const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
      const far = lengthOf(x - x0 - t * dx, y - y0 - t * dy);
      const lit = (y - y0 - t * dy) / thick;
      blend(film, (y * film.width + x) * 3, bark, 1 - 0.35 * lit, ramp(thick / 2 + soft * 0.7, thick / 2 - soft * 0.7, far));
    }
  }
}

/** Five round petals with a notch each, pale at the rim, and threads in the heart. */
function drawBlossom(film: Film, random: Random, { soft, petal, heart }: Hand, cx: number, cy: number, size: number): void {
  const [turn, tilt, lean] = [random() * 6.3, 0.6 + 0.4 * random(), random() * 3.1];
  const [cos, sin] = [Math.cos(lean), Math.sin(lean)];
  const tone = between(petal, hex("ffffff"), 0.45 * random());
  const reach = size + soft;
  for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(film.height - 1, cy + reach); y++) {
    for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(film.width - 1, cx + reach); x++) {
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      const [u, v] = [(dx * cos + dy * sin) / size, (dy * cos - dx * sin) / (size * tilt)];
      const far = lengthOf(u, v);
      const fifth = (Math.atan2(v, u) + turn) * 2.5;
      const edge = 0.62 + 0.3 * Math.abs(Math.cos(fifth)) - 0.08 * ramp(0.97, 1, Math.abs(Math.cos(fifth)));
      const cover = ramp(soft / size / 1.4 + 0.02, -soft / size / 1.4 - 0.02, far - edge);
      if (cover === 0) continue;
      const own = between(tone, heart, 0.75 * ramp(0.34, 0.05, far) + 0.25 * ramp(0.35, 0.05, Math.abs(Math.cos(fifth))));
      blend(film, (y * film.width + x) * 3, own, 0.86 + 0.16 * far - 0.1 * v, 0.96 * cover);
    }
  }
}

function blend({ data }: Film, at: number, tone: Radiance, shade: number, cover: number): void {
  if (cover <= 0) return;
  data[at] = (data[at] as number) + cover * (tone.r * shade - (data[at] as number));
  data[at + 1] = (data[at + 1] as number) + cover * (tone.g * shade - (data[at + 1] as number));
  data[at + 2] = (data[at + 2] as number) + cover * (tone.b * shade - (data[at + 2] as number));
}

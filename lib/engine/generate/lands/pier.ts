/** A pier of planks on posts that leads from one's feet out over the water, and what the water shows of it. */
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { type Camera, columnOf, rowOf } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { mixIn } from "../towns/town-house.ts";

/** As shares of the eye's height over the water, so that it looks the same from any. */
const deck = 0.3;
const half = 0.34;
const end = 15;
const plank = 0.3;

const [wood, worn, dark] = [hex("7a6350"), hex("b39c82"), hex("241c18")];

export function* paintPier(film: Film, scene: Scene, light: Daylight, camera: Camera): Painting {
  const noise = createNoiseField(scene.seed + 431);
  const unit = camera.height;
  const side = scene.room === undefined ? (scene.seed % 2 === 0 ? 1 : -1) : scene.room === "left" ? 1 : -1;
  // It starts a little beside the eye and leads towards the other side of the middle.
  const middleAt = (z: number): number => side * (0.55 - 0.075 * z);
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const onDeck = (px: number, py: number, over: number): { readonly u: number; readonly z: number; readonly edge: number } => {
    const z = (camera.focal * (1 - over)) / Math.max(0.5, py - camera.horizon);
    const x = ((px - camera.centre) / camera.focal) * z;
    return { u: x - middleAt(z), z, edge: camera.focal / z };
  };
  yield* expose(film, camera.horizon, film.height, (x, y, out) => {
    const below = onDeck(x + 0.5, y + 0.5, -deck);
    // Its underside in the water, broken by the ripples.
    const ripple = 0.05 * (noise.fractal(x * 0.03, y * 0.3, 3) - 0.5) * Math.min(6, below.z);
    const mirrored = Math.min(1, (half - Math.abs(below.u + ripple)) * below.edge + 0.5);
    if (below.z < end && mirrored > 0) dim(out, 1 - 0.62 * mirrored * ramp(end, end * 0.8, below.z));
    const front = onDeck(x + 0.5, y + 0.5 - 0.05 * (film.height - camera.horizon) * ((y - camera.horizon) / film.height), deck);
    const top = onDeck(x + 0.5, y + 0.5, deck);
    const cover = Math.min(1, (half - Math.abs(top.u)) * top.edge + 0.5, (end - top.z) * top.edge * 0.1 + 0.5);
    if (cover > 0) {
      boards(tone, noise, top.u, top.z, camera);
      shine(tone, light, 0.42, 0.66);
      towards(tone, light.haze, 0.25 * ramp(4, end, top.z) * (scene.weather.includes("mist") ? 2.4 : 1));
      towards(out, tone, cover);
    } else if (front.z < end && Math.abs(front.u) < half) {
      set(tone, dark);
      shine(tone, light, 0.2, 0.6);
      towards(out, tone, 0.9);
    }
  });
  for (let z = end; z > 1.2; z -= 1.7) {
    yield;
    for (const at of [-half, half]) {
      const standsOn = rowOf(camera, deck * unit, z * unit);
      // Below the deck it is seen beside it only.
      const isHidden = (px: number, py: number): boolean => py > standsOn && Math.abs(onDeck(px, py, deck).u) < half;
      drive(film, light, camera, { x: middleAt(z) + at, z, isHidden }, noise);
    }
  }
}

/** Across the way, each of its own age, with a gap after it. */
function boards(out: Radiance, noise: NoiseField, u: number, z: number, camera: Camera): void {
  const n = Math.floor(z / plank);
  const t = z / plank - n;
  const fine = ramp(0.7, 0.15, ((z * z) / camera.focal / plank) * 1.4);
  set(out, wood);
  towards(out, worn, 0.2 + 1.1 * (noise.value(n * 7.3, 2) - 0.3) * fine + 0.5 * (noise.fractal(u * 3 + n * 3.7, z * 40, 4) - 0.4) * fine);
  dim(out, 0.86 + 0.3 * noise.fractal(u * 9 + n * 5, z * 60, 3) * fine);
  towards(out, dark, 0.85 * fine * Math.max(ramp(0.07, 0.02, t), ramp(0.95, 0.985, t)) + 0.12 * (1 - fine));
}

function shine(out: Radiance, light: Daylight, sun: number, sky: number): void {
  out.r *= sun * light.sun.r + sky * light.ambient.r;
  out.g *= sun * light.sun.g + sky * light.ambient.g;
  out.b *= sun * light.sun.b + sky * light.ambient.b;
}

interface Post {
  readonly x: number;
  readonly z: number;
  readonly isHidden: (px: number, py: number) => boolean;
}

/** A post from over the deck down into the water. */
function drive(film: Film, light: Daylight, camera: Camera, { x, z, isHidden }: Post, noise: NoiseField): void {
  const unit = camera.height;
  const middle = columnOf(camera, x * unit, z * unit);
  const [top, foot] = [rowOf(camera, (deck + 0.16) * unit, z * unit), rowOf(camera, -0.02 * unit, z * unit)];
  const wide = Math.max(0.8, (0.05 * camera.focal) / z);
  const side = light.key[0] > 0 ? 1 : -1;
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  for (let y = Math.max(0, Math.floor(top)); y <= Math.min(film.height - 1, foot); y++)
    for (let px = Math.max(0, Math.floor(middle - wide)); px <= Math.min(film.width - 1, middle + wide); px++) {
      const u = (px + 0.5 - middle) / wide;
      const cover = Math.min(1, (1 - Math.abs(u)) * wide + 0.4, y + 1 - top);
      if (cover <= 0 || isHidden(px + 0.5, y + 0.5)) continue;
      set(tone, wood);
      dim(tone, 0.6 + 0.4 * noise.fractal(px * 0.4, y * 0.06, 3));
      towards(tone, dark, 0.5 * ramp(foot - (foot - top) * 0.3, foot, y));
      shine(tone, light, 0.1 + 0.4 * ramp(-0.6, 1, u * side), 0.5);
      mixIn(film, (y * film.width + px) * 3, tone, cover);
    }
}

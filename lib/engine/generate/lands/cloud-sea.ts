/**
 * A sea of clouds from above: banks of heaped heads, one before the other, from the horizon to one's feet. No land of heights has their
 * soft crests; the peaks that stand out of them are drawn before them.
 */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { add, between, dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { sunOn } from "../skies/sky.ts";

interface Bank {
  /** Where its crest lies at rest, and how high its heads stand, in pixels. */
  readonly level: number;
  readonly rise: number;
  /** 0 = at the horizon, 1 = at one's feet. */
  readonly near: number;
  readonly drift: number;
}

const white = hex("ffffff");
const count = 13;

export function* paintCloudSea(film: Film, scene: Scene, light: Daylight, camera: Camera): Painting {
  const noise = createNoiseField(scene.seed + 311);
  const deep = film.height - camera.horizon;
  const banks = Array.from({ length: count }, (_, n): Bank => {
    const near = n / (count - 1);
    return {
      level: camera.horizon + deep * (0.05 + 1.06 * near ** 1.7),
      rise: film.unit * (0.026 + 0.2 * near ** 1.2),
      near,
      drift: n * 17.3 + (scene.seed % 1000) * 0.23,
    };
  });
  yield* veilFeet(film, light, camera, noise);
  for (const [n, bank] of banks.entries()) yield* paintBank(film, light, camera, noise, bank, banks[n + 1]);
}

/** Mist climbs the rock where it stands in the clouds. */
function* veilFeet(film: Film, light: Daylight, camera: Camera, noise: NoiseField): Painting {
  const mist = between(light.haze, light.cloudLit, 0.4);
  const reach = film.unit * 0.11;
  yield* expose(film, camera.horizon - 2 * reach, camera.horizon + reach, (x, y, out) => {
    const wisps = noise.fractal((x / film.unit) * 3.4, (y / film.unit) * 8, 4);
    towards(out, mist, 0.92 * ramp(-1.5, 0.2, (y - camera.horizon) / reach + 1.5 * (wisps - 0.5)));
  });
}

function* paintBank(film: Film, light: Daylight, camera: Camera, noise: NoiseField, bank: Bank, next: Bank | undefined): Painting {
  const { level, rise, near, drift } = bank;
  const [sunX, sunY] = sunOn(light, camera);
  const side = Math.sign(sunX - film.width / 2) || 1;
  const scale = 1 / (rise * 2.1);
  const crests = Float32Array.from({ length: film.width }, (_, x) => crestAt(noise, x * scale + drift, drift));
  const until = next === undefined ? film.height : Math.min(film.height, next.level + next.rise * 1.3);
  // Banks drift: where one is thin the one behind it is seen.
  const lit = between(between(light.cloudLit, white, 0.3), light.horizon, 0.5 * (1 - near) ** 1.4);
  const shade = between(between(light.cloudShade, lit, 0.25), light.haze, 0.2 + 0.5 * (1 - near) ** 1.4);
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  yield* expose(film, level - rise * 1.3, until, (x, y, out) => {
    const below = (y - level) / rise + (crests[x] as number);
    if (below < -0.35) return;
    const [u, v] = [x * scale + drift, (y / rise) * 0.75 + drift];
    const fray = 0.55 * (noise.fractal(u * 3.2, v * 3.2, 4) - 0.5);
    const cover = ramp(-0.1, 0.34, below + fray);
    if (cover === 0) return;
    const warp = noise.value(u * 0.9 + 5, v * 0.9) - 0.5;
    const heads = (a: number, b: number): number => noise.billow(a + 0.7 * warp, b + 0.7 * warp, 4);
    const here = heads(u * 1.1, v * 1.1);
    // What rises towards the light is bright; the fold behind it is not.
    const facing = here - heads(u * 1.1 + 0.16 * side, v * 1.1 - 0.2);
    const crown = ramp(1.1, 0.05, below);
    const bright = 0.3 + 0.45 * crown + 1.15 * facing + 0.55 * (here - 0.4);
    set(tone, shade);
    towards(tone, lit, bright);
    const glow = Math.exp((-lengthOf(x - sunX, (y - sunY) * 1.4) / film.unit) * 2.4);
    add(tone, light.glow, (light.isSunSeen ? 0.3 : 0.1) * glow * Math.max(0, Math.min(1, bright)));
    dim(tone, 1 - 0.16 * near * ramp(0.3, 1.6, below));
    towards(out, tone, cover * 0.97);
  });
}

/** Heads of uneven height with creases between them, on a swell. */
function crestAt(noise: NoiseField, along: number, drift: number): number {
  return 1.3 * (noise.value(along * 0.23, drift) - 0.5) + 1.1 * (noise.billow(along * 0.8, drift + 3, 4) - 0.35);
}

/** A planet: bands or seas, its night side, the air at its rim, and rings that throw a shadow. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";

export interface Planet {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colours: readonly [Radiance, Radiance, Radiance];
  readonly isEarth: boolean;
  readonly hasRings: boolean;
  readonly sunSide: number;
  readonly seed: number;
  /** Seen through the air of another world: its night side is the sky's own colour. */
  readonly isInAir?: true;
}

const tilt = 0.42;

export function* paintPlanet(film: Film, planet: Planet): Painting {
  const noise = createNoiseField(planet.seed);
  const { radius, sunSide } = planet;
  const [lx, ly, lz] = [0.72 * sunSide, -0.42, 0.55];
  const air = planet.isEarth ? hex("6aa8ff") : planet.colours[1];
  const reach = planet.hasRings ? 2.5 : 1.35;
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  yield* expose(film, planet.y - radius * reach, planet.y + radius * reach, (px, py, out) => {
    const [u, v] = [(px - planet.x) / radius, (py - planet.y) / radius];
    const far = u * u + v * v;
    if (far > reach * reach) return;
    const distance = Math.sqrt(far);
    const side = (u * lx + v * ly) / Math.max(0.2, distance);
    const [skyR, skyG, skyB] = [out.r, out.g, out.b];
    if (distance > 0.99 && planet.isInAir !== true) add(out, air, 0.5 * Math.exp((1 - distance) * 26) * ramp(-0.35, 0.9, side));
    const isBehind = ringsAt(planet, noise.value, u, v, far, out, true);
    if (distance < 1.01) {
      const depth = Math.sqrt(Math.max(0, 1 - far));
      skin(tone, planet, noise, u, v, depth);
      const facing = u * lx + v * ly + depth * lz;
      dim(tone, ramp(-0.12, 0.7, facing) * 1.15);
      if (planet.hasRings) {
        // Where the way to the sun crosses the rings.
        const lift = (v * Math.cos(tilt) - 0.35 * u) * 1.6;
        tone.r *= 1 - 0.45 * ramp(0.22, 0.05, Math.abs(lift - 0.28));
        tone.g *= 1 - 0.45 * ramp(0.22, 0.05, Math.abs(lift - 0.28));
        tone.b *= 1 - 0.4 * ramp(0.22, 0.05, Math.abs(lift - 0.28));
      }
      add(tone, air, 0.75 * (1 - depth) ** 3 * ramp(-0.1, 0.8, facing));
      if (planet.isInAir) {
        tone.r = 0.72 * tone.r + 0.86 * skyR;
        tone.g = 0.72 * tone.g + 0.86 * skyG;
        tone.b = 0.72 * tone.b + 0.86 * skyB;
      }
      const cover = ramp(1.006, 1 - 1.2 / radius, distance);
      towards(out, tone, cover);
    }
    if (!isBehind) ringsAt(planet, noise.value, u, v, far, out, false);
  });
}

function skin(
  out: Radiance,
  planet: Planet,
  { fractal, ridged }: ReturnType<typeof createNoiseField>,
  u: number,
  v: number,
  depth: number,
): void {
  const [a, b, c] = planet.colours;
  const longitude = Math.atan2(u, depth + 0.001) * 1.2 + planet.seed;
  const [cos, sin] = [Math.cos(0.3), Math.sin(0.3)];
  const latitude = Math.asin(Math.max(-1, Math.min(1, v * cos - u * sin)));
  if (!planet.isEarth) {
    const swirl = 0.12 * (fractal(longitude * 3.2, latitude * 7, 5) - 0.5) + 0.03 * (fractal(longitude * 14, latitude * 26, 4) - 0.5);
    const band = fractal(3.3, (latitude + swirl) * 7.5 + planet.seed, 4);
    set(out, a);
    towards(out, b, ramp(0.42, 0.68, band));
    towards(out, c, ramp(0.5, 0.25, band) * 0.8);
    const storm = lengthOf((longitude - planet.seed - 0.5) * 1.1, (latitude - 0.32) * 2.4);
    towards(out, c, 0.7 * ramp(0.24, 0.16, storm + swirl));
    return;
  }
  const [x, y] = [longitude * 1.1, latitude * 1.5];
  const land = fractal(x * 1.3 + 4, y * 1.5 + 2, 7);
  set(out, hex("0c2f66"));
  towards(out, hex("1d6a8c"), ramp(0.44, 0.52, land) * 0.8);
  const shore = ramp(0.515, 0.53, land);
  const soil: Radiance = hex("4c6a2e");
  towards(soil, hex("b89a5c"), ramp(0.4, 0.62, fractal(x * 2 + 30, y * 2, 4) + 0.25 * (0.4 - Math.abs(latitude))));
  towards(out, soil, shore);
  towards(out, hex("f2f6fa"), ramp(1.12, 1.3, Math.abs(latitude) + 0.25 * land));
  const warp = fractal(x * 2, y * 2 + 9, 4);
  const cloud = ramp(0.5, 0.8, 0.65 * fractal(x * 2.2 + 2 * warp, y * 4 + warp, 6) + 0.35 * ridged(x * 2 + warp, y * 5, 4));
  towards(out, hex("ffffff"), cloud * 0.95);
}

/** Draws the half of the rings that lies behind the planet, or before it; says whether this pixel is of the far half. */
function ringsAt(
  planet: Planet,
  value: (x: number, y: number) => number,
  u: number,
  v: number,
  far: number,
  out: Radiance,
  isFarTurn: boolean,
): boolean {
  if (!planet.hasRings) return true;
  const [cos, sin] = [Math.cos(-0.32), Math.sin(-0.32)];
  const [ru, rv] = [u * cos - v * sin, (u * sin + v * cos) / Math.sin(tilt * 0.72)];
  const r = lengthOf(ru, rv);
  const isFar = rv < 0;
  if (isFar !== isFarTurn || r < 1.28 || r > 2.3) return isFar;
  const grain = 0.35 + 0.65 * value(r * 38 + planet.seed, 2) * (0.6 + 0.8 * value(r * 9, 7));
  const gap = ramp(0.02, 0.05, Math.abs(r - 1.93));
  const share = ramp(1.28, 1.42, r) * ramp(2.3, 2.2, r) * gap * grain;
  // The planet's own shadow lies over the far side of the rings.
  const isShaded = isFar && far < 2.2 && u * planet.sunSide < 0.1 ? 0.3 : 1;
  const tone = { ...planet.colours[1] };
  dim(tone, 0.85 * isShaded);
  // Air is not dimmed by what stands behind it.
  if (planet.isInAir) add(out, tone, share * 0.55);
  else towards(out, tone, share * 0.9);
  return isFar;
}

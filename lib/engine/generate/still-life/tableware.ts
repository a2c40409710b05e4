/** More of what stands on tables: candles, open books, teapots, the steps a product is shown on. */
import { lengthOf } from "#lib/pixels/length.ts";
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import { dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import { blendMin, type Form, lathe } from "./solid.ts";

/** Above its foot, where the light comes from. */
export const flameHeight = 1.52;

export function candle(noise: NoiseField, own: Radiance): Form {
  const wax = lathe(() => 0.2, 0.08, 1.3, 1);
  const dish = lathe((y) => 0.3 + 0.5 * y, 0, 0.1, 0.8);
  const flame = (x: number, y: number, z: number): number => {
    const t = (y - 1.36) / 0.38;
    return (
      (lengthOf(x, z) - 0.075 * Math.sin(Math.PI * Math.max(0.02, Math.min(1, t)) ** 0.7)) * 0.6 +
      Math.max(0, Math.abs(t - 0.5) - 0.5) * 0.3
    );
  };
  const wick = (x: number, y: number, z: number): number => Math.max(lengthOf(x, z) - 0.012, Math.abs(y - 1.33) - 0.06);
  return {
    middle: 0.85,
    reach: 1,
    top: 1.78,
    distance: (x, y, z) => {
      const hollow = 0.05 - lengthOf(x, (y - 1.34) * 1.5, z) * 0.3;
      return Math.min(Math.max(wax(x, y, z) - 0.012, hollow), dish(x, y, z), flame(x, y, z), wick(x, y, z));
    },
    skin: (x, y, z, _up, out) => {
      if (flame(x, y, z) < 0.004 && y > 1.35) {
        set(out.colour, hex("ffb648"));
        towards(out.colour, hex("fff2cc"), ramp(1.68, 1.45, y));
        out.shine = 2.6;
        return;
      }
      out.gloss = 0.25;
      out.glow = 0.5;
      if (y < 0.11 && lengthOf(x, z) > 0.22) {
        set(out.colour, hex("8a6a3c"));
        out.gloss = 0.8;
        out.glow = 0;
        return;
      }
      set(out.colour, own);
      // Its own light shines through the upper end.
      towards(out.colour, hex("ffcf8a", 1.7), 0.75 * ramp(0.75, 1.3, y));
      dim(out.colour, 0.94 + 0.1 * noise.fractal(x * 3, y * 2 + z, 3));
    },
  };
}

export function openBook(noise: NoiseField, own: Radiance): Form {
  const page = (x: number): number => 0.16 + 0.1 * Math.sin(Math.PI * Math.min(1, Math.abs(x) / 1.02)) - 0.1 * ramp(0.2, 0, Math.abs(x));
  return {
    middle: 0.15,
    reach: 1.35,
    top: 0.34,
    distance: (x, y, z) => {
      const block = Math.max(Math.abs(x) - 1, Math.abs(z) - 0.68, (y - page(x)) * 0.75, -y);
      const cover = Math.max(Math.abs(x) - 1.06, Math.abs(z) - 0.74, Math.abs(y - 0.02) - 0.025);
      return Math.min(block, cover);
    },
    skin: (x, y, z, up, out) => {
      out.gloss = 0.03;
      out.glow = 0.05;
      if (y < 0.05) {
        set(out.colour, own);
        return;
      }
      set(out.colour, hex("ece2cb"));
      if (up < 0.5) {
        dim(out.colour, 0.72 + 0.3 * noise.value(x * 3 + z * 3, y * 150));
        return;
      }
      // Lines of type, in words.
      const line = (z + 0.55) / 0.085;
      const inside = Math.abs(Math.abs(x) - 0.52) < 0.38 && z > -0.55 && z < 0.55;
      const word = noise.value(x * 16 + Math.floor(line) * 31, Math.floor(line)) > 0.24;
      if (inside && word && line % 1 < 0.42) towards(out.colour, hex("2a241e"), 0.62);
      dim(out.colour, 0.75 + 0.25 * ramp(0, 0.16, Math.abs(x)));
    },
  };
}

export function teapot(noise: NoiseField, own: Radiance): Form {
  const body = (x: number, y: number, z: number): number => lengthOf(x, (y - 0.5) * 1.15, z) - 0.56;
  const spout = (x: number, y: number, z: number): number => {
    const t = Math.max(0, Math.min(1, (x - 0.42) / 0.52));
    return lengthOf(x - 0.42 - 0.52 * t, y - 0.38 - 0.5 * t * t - 0.08 * t, z) - (0.12 - 0.05 * t);
  };
  const handle = (x: number, y: number, z: number): number => lengthOf(lengthOf((x + 0.62) * 1.05, y - 0.55) - 0.3, z) - 0.05;
  const lid = (x: number, y: number, z: number): number =>
    Math.min(lengthOf(x, (y - 0.96) * 2.2, z) - 0.26, lengthOf(x, y - 1.13, z) - 0.075);
  const foot = lathe(() => 0.34, 0, 0.08, 1);
  return {
    middle: 0.55,
    reach: 1.08,
    top: 1.24,
    distance: (x, y, z) => {
      const pot = blendMin(body(x, y, z) * 0.86, spout(x, y, z) * 0.7, 0.12);
      return Math.min(pot, Math.max(handle(x, y, z), 0.5 - lengthOf(x, (y - 0.5) * 1.15, z)), lid(x, y, z) * 0.5, foot(x, y, z));
    },
    skin: (x, y, z, _up, out) => {
      set(out.colour, own);
      dim(out.colour, 0.9 + 0.2 * noise.fractal(x * 4, y * 4 + z * 3, 4));
      dim(out.colour, 0.55 + 0.45 * ramp(0.004, 0.02, Math.abs(y - 0.93)));
      out.gloss = 0.5;
      out.glow = 0.02;
    },
  };
}

/** Grey veins and paler clouds through a block of it. */
function veinStone(out: Radiance, noise: NoiseField, x: number, y: number, z: number): void {
  const warp = 1.1 * noise.fractal(x * 1.2 + y, z * 1.2 - y, 4);
  const vein = noise.ridged(x * 0.8 + warp + 0.7 * y, z * 0.8 + warp - 0.5 * y, 4);
  towards(out, hex("fbf8f4"), 0.4 * noise.fractal(x * 1.7 + 9, z * 1.7 + y, 3));
  towards(out, hex("75696a"), ramp(0.66, 0.95, vein) * 0.6);
}

export interface Step {
  readonly radius: number;
  readonly height: number;
}

/** A drum with a softened edge, smooth as painted plaster. */
export function podium(noise: NoiseField, own: Radiance, { radius, height }: Step, hasVeins = false): Form {
  const drum = lathe(() => radius - 0.03, 0.03, height - 0.03, 1);
  return {
    middle: height / 2,
    reach: lengthOf(radius, height / 2) + 0.02,
    top: height + 0.02,
    distance: (x, y, z) => drum(x, y, z) - 0.03,
    skin: (x, y, z, _up, out) => {
      set(out.colour, own);
      dim(out.colour, 0.985 + 0.03 * noise.fractal(x * 5, y * 5 + z * 5, 3));
      out.gloss = hasVeins ? 0.5 : 0.08;
      out.glow = 0.05;
      if (hasVeins) veinStone(out.colour, noise, x + height * 3, y + 0.6 * z, z);
    },
  };
}

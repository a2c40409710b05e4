/** Fruit, a little different every time. */
import { lengthOf } from "#lib/pixels/length.ts";
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import { hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import { blendMin, type Form } from "./solid.ts";

const stalk = hex("4a3320");

/** A torus that closes in its middle has an apple's two hollows. */
export function apple(noise: NoiseField, seed: number, own: Radiance = hex("a3141c"), blush: Radiance = hex("d9a63c")): Form {
  return {
    middle: 0.55,
    reach: 0.82,
    top: 1.36,
    distance: (x, y, z) => {
      const h = y - 0.53;
      const taper = 1 - 0.17 * h;
      const angle = Math.atan2(z, x);
      const r = lengthOf(x, z) / taper + 0.012 * Math.cos(angle * 5) * (0.6 - h);
      const body = (lengthOf(r - 0.13, h * 0.96) - 0.505) * 0.88;
      const bent = x - 0.1 * (h - 0.3) * (h - 0.3);
      const stem = Math.max(lengthOf(bent, z) - 0.024 - 0.012 * ramp(0.6, 0.8, h), Math.abs(h - 0.5) - 0.28);
      return Math.min(body, stem);
    },
    skin: (x, y, z, _up, out) => {
      const h = y - 0.53;
      const r = lengthOf(x, z);
      if (r < 0.06 && h > 0.3) {
        set(out.colour, stalk);
        out.gloss = 0.1;
        out.glow = 0;
        return;
      }
      const angle = Math.atan2(z, x);
      const streak = noise.fractal(angle * 6 + seed, h * 1.2 + seed, 3);
      const side = 0.5 + 0.5 * Math.sin(angle + seed);
      set(out.colour, own);
      towards(out.colour, blush, ramp(0.62, 1.05, streak * 0.7 + side * 0.42) * 0.45 + ramp(0.2, 0.02, r) * 0.7);
      const speck = ramp(0.83, 0.9, noise.value(x * 34 + seed, y * 34 + z * 21));
      towards(out.colour, blush, speck * 0.22);
      out.gloss = 0.62;
      out.glow = 0.1;
    },
  };
}

export function orange(noise: NoiseField, seed: number, own: Radiance = hex("e8780c")): Form {
  return {
    middle: 0.5,
    reach: 0.54,
    top: 1.02,
    distance: (x, y, z) => lengthOf(x, (y - 0.48) * 1.05, z) - 0.5 + 0.0035 * noise.value(x * 40 + seed, y * 40 + z * 33),
    skin: (x, y, z, _up, out) => {
      set(out.colour, own);
      towards(out.colour, hex("f4a02a"), 0.6 * (noise.fractal(x * 2 + seed, y * 2 + z, 3) - 0.2));
      const navel = lengthOf(x, z) < 0.06 && y > 0.5;
      if (navel) towards(out.colour, hex("5c6a24"), 0.9);
      out.gloss = 0.36;
      out.glow = 0.16;
    },
  };
}

export function pear(noise: NoiseField, seed: number, own: Radiance = hex("b3a93a")): Form {
  return {
    middle: 0.78,
    reach: 1.06,
    top: 1.72,
    distance: (x, y, z) => {
      const bent = x - 0.05 * y * y;
      const body = blendMin(lengthOf(bent, (y - 0.5) * 1.02, z) - 0.5, lengthOf(bent, y - 1.14, z) - 0.235, 0.55);
      const stem = Math.max(lengthOf(bent - 0.06 * (y - 1.3), z) - 0.024, Math.abs(y - 1.5) - 0.2);
      return Math.min(body * 0.92, stem);
    },
    skin: (x, y, z, _up, out) => {
      if (y > 1.36 && lengthOf(x - 0.09, z) < 0.09) {
        set(out.colour, stalk);
        out.gloss = 0.08;
        out.glow = 0;
        return;
      }
      set(out.colour, own);
      const side = 0.5 + 0.5 * Math.sin(Math.atan2(z, x) + seed);
      towards(out.colour, hex("b8622c"), ramp(0.5, 1, side + 0.4 * (noise.fractal(x * 3 + seed, y * 3, 3) - 0.5)) * 0.6);
      const russet = ramp(0.62, 0.85, noise.fractal(x * 9 + seed, y * 9 + z * 7, 4) + 0.22 * ramp(1, 1.35, y));
      towards(out.colour, hex("7c5a26"), russet * 0.55);
      const speck = ramp(0.8, 0.88, noise.value(x * 52 + seed, y * 52 + z * 30));
      towards(out.colour, hex("6a5222"), speck * 0.45);
      out.gloss = 0.3;
      out.glow = 0.14;
    },
  };
}

export function lemon(noise: NoiseField, seed: number): Form {
  return {
    middle: 0.36,
    reach: 0.68,
    top: 0.86,
    distance: (x, y, z) => {
      const along = Math.abs(x);
      const girth = 0.37 * Math.sqrt(Math.max(0, 1 - (along / 0.54) ** 2)) + 0.07 * ramp(0.62, 0.42, along);
      const r = lengthOf(y - 0.36, z);
      return Math.max((r - girth) * 0.62, along - 0.6) + 0.003 * noise.value(x * 44, y * 44 + z * 31 + seed);
    },
    skin: (x, y, z, _up, out) => {
      set(out.colour, hex("e7c21c"));
      towards(out.colour, hex("a9a22a"), ramp(0.42, 0.6, Math.abs(x)) * 0.7 + 0.25 * (noise.fractal(x * 4, y * 4 + z, 3) - 0.4));
      out.gloss = 0.4;
      out.glow = 0.18;
    },
  };
}

interface Grape {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly r: number;
}

/** A bunch: balls in a heap, each of its own tone. */
export function grapes(noise: NoiseField, random: () => number, own: Radiance = hex("4a1f4f")): Form {
  const balls: Grape[] = [];
  for (let tier = 0; tier < 3; tier++) {
    const count = [9, 6, 3][tier] as number;
    for (let n = 0; n < count; n++) {
      const turn = (n / count) * Math.PI * 2 + tier + 0.4 * random();
      const far = (0.42 - 0.13 * tier) * (0.7 + 0.45 * random());
      balls.push({
        x: Math.cos(turn) * far * 1.35,
        y: 0.15 + 0.2 * tier + 0.05 * random(),
        z: Math.sin(turn) * far,
        r: 0.15 + 0.03 * random(),
      });
    }
  }
  const distance = (x: number, y: number, z: number): number => {
    let best = 9;
    for (let i = 0; i < balls.length; i++) {
      const ball = balls[i] as Grape;
      const d = Math.sqrt((x - ball.x) * (x - ball.x) + (y - ball.y) * (y - ball.y) + (z - ball.z) * (z - ball.z)) - ball.r;
      if (d < best) best = d;
    }
    return best;
  };
  return {
    middle: 0.36,
    reach: 0.86,
    top: 0.9,
    distance,
    skin: (x, y, z, up, out) => {
      const near = balls.findIndex((ball) => lengthOf(x - ball.x, y - ball.y, z - ball.z) - ball.r < 0.01);
      const tone = ((Math.max(0, near) * 0.618) % 1) * 0.6;
      set(out.colour, own);
      towards(out.colour, hex("7a2c48"), tone);
      // The bloom on the skin.
      towards(out.colour, hex("9a8fb4"), 0.5 * ramp(0.45, 0.8, noise.fractal(x * 7, y * 7 + z * 5, 3) + 0.2 * up));
      out.gloss = 0.4;
      out.glow = 0.3;
    },
  };
}

/** One petal: a leaf shape with veins, a darker root, a lit rim, and the shadow it throws on what lies under it. */
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import type { Film } from "../light/film.ts";
import { dim, type Radiance, ramp, towards } from "../light/radiance.ts";

export interface Petal {
  readonly x: number;
  readonly y: number;
  /** Where it points, in radians. */
  readonly angle: number;
  readonly length: number;
  readonly width: number;
  readonly base: Radiance;
  readonly tip: Radiance;
  readonly rim: Radiance;
  /** 0 = flat, 1 = its end bends over. */
  readonly curl: number;
  /** Below 0.5 broad at its end, about 1 pointed. */
  readonly tipShape: number;
  readonly shadow: number;
  /** Up to which share of its length it lies in the dark between its neighbours. */
  readonly depth: number;
}

export function paintPetal(film: Film, noise: NoiseField, petal: Petal, salt: number): void {
  const { x, y, length, width } = petal;
  const [cos, sin] = [Math.cos(petal.angle), Math.sin(petal.angle)];
  const soft = Math.max(1.5, width * 0.3);
  const reach = Math.max(length, width) + soft;
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  for (let py = Math.max(0, Math.floor(y - reach)); py <= Math.min(film.height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= Math.min(film.width - 1, x + reach); px++) {
      const [dx, dy] = [px + 0.5 - x, py + 0.5 - y];
      const s = (dx * cos + dy * sin) / length;
      if (s < -0.05 || s > 1.12) continue;
      const t = -dx * sin + dy * cos;
      const half = outline(petal, s, noise, salt) * width;
      const inside = half - Math.abs(t);
      if (inside < -soft) continue;
      const at = (py * film.width + px) * 3;
      if (inside < 0.5) {
        const fall = petal.shadow * ramp(-soft, 0, inside) ** 2 * ramp(1.12, 0.95, s);
        for (let c = 0; c < 3; c++) film.data[at + c] = (film.data[at + c] as number) * (1 - fall);
      }
      const cover = Math.max(0, Math.min(1, inside + 0.5));
      if (cover === 0) continue;
      const across = half > 0 ? t / half : 0;
      tone.r = petal.base.r;
      tone.g = petal.base.g;
      tone.b = petal.base.b;
      towards(
        tone,
        petal.tip,
        ramp(0.02 + 0.6 * petal.depth, 0.62 + 0.33 * petal.depth, s + 0.1 * (noise.fractal(s * 3 + salt, (t / width) * 2, 3) - 0.5)),
      );
      // Veins run from the root and spread.
      const vein = noise.fractal(across * 7 + salt, s * 1.3 + salt, 3);
      dim(tone, 0.84 + 0.3 * vein - 0.14 * Math.exp(-Math.abs(across) * 9));
      // The light comes from the upper left; a petal is a shallow trough.
      dim(tone, 1 + 0.2 * across * (0.55 * sin - 0.6 * cos));
      const edge = Math.exp(-inside / (width * 0.06 + 0.6));
      towards(tone, petal.rim, 0.26 * edge * (0.4 + 0.6 * s));
      towards(tone, petal.rim, petal.curl * 0.28 * ramp(0.62, 0.98, s) * (0.6 + 0.4 * vein));
      film.data[at] = (film.data[at] as number) + cover * (tone.r - (film.data[at] as number));
      film.data[at + 1] = (film.data[at + 1] as number) + cover * (tone.g - (film.data[at + 1] as number));
      film.data[at + 2] = (film.data[at + 2] as number) + cover * (tone.b - (film.data[at + 2] as number));
    }
  }
}

function outline(petal: Petal, s: number, noise: NoiseField, salt: number): number {
  if (s <= 0 || s >= 1) return -1;
  const wave = 1 + 0.12 * (noise.value(s * 5 + salt, salt) - 0.5);
  return wave * Math.sin(Math.PI * s ** (0.5 + 0.8 * (1 - petal.tipShape) + 0.25)) ** petal.tipShape;
}

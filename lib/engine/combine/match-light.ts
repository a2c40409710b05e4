/** Brings a cut-out into the light of where it will stand: brightness, contrast and cast move part of the way. */
import { labToRgb, rgbToLab } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Work } from "#lib/pixels/work.ts";

export interface Light {
  readonly mean: readonly [number, number, number];
  readonly spread: number;
}

export function lightOf(source: Raster, weight: (pixel: number) => number): Light {
  const sum = [0, 0, 0];
  let [squares, total] = [0, 1e-6];
  const step = Math.max(1, Math.floor((source.width * source.height) / 60_000));
  for (let i = 0; i < source.width * source.height; i += step) {
    const share = weight(i);
    if (share <= 0.02) continue;
    const at = i * source.channels;
    const lab = rgbToLab(source.data[at] as number, source.data[at + 1] as number, source.data[at + 2] as number);
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + share * (lab[c] as number);
    squares += share * lab[0] * lab[0];
    total += share;
  }
  const mean = sum.map((value) => value / total) as [number, number, number];
  return { mean, spread: Math.sqrt(Math.max(1, squares / total - mean[0] ** 2)) };
}

export function* matchLight(source: Raster, mask: Plane, to: Light): Work<Raster> {
  const own = lightOf(source, (i) => mask.data[i] as number);
  const bounded = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
  const lift = bounded(0.3 * (to.mean[0] - own.mean[0]), 14);
  const gain = 1 + bounded(0.35 * (to.spread / own.spread - 1), 0.18);
  const cast = [bounded(0.3 * (to.mean[1] - own.mean[1]), 7), bounded(0.3 * (to.mean[2] - own.mean[2]), 9)] as const;
  return yield* mapPixelsSlowly(source, (red, green, blue, out, i) => {
    out[0] = red;
    out[1] = green;
    out[2] = blue;
    if ((mask.data[i] as number) < 0.01) return;
    const lab = rgbToLab(red, green, blue);
    const rgb = labToRgb(own.mean[0] + (lab[0] - own.mean[0]) * gain + lift, lab[1] + cast[0], lab[2] + cast[1]);
    for (let c = 0; c < 3; c++) out[c] = rgb[c] as number;
  });
}

/** Reinhard's transfer: gives one picture the mean and spread of another's colours in Lab. */
import { labToRgb, rgbToLab } from "./colour.ts";
import { mapPixelsSlowly } from "./map.ts";
import type { Raster } from "./raster.ts";
import type { Work } from "./work.ts";

export interface ColourStatistics {
  readonly mean: readonly [number, number, number];
  readonly spread: readonly [number, number, number];
}

export function colourStatistics(source: Raster): ColourStatistics {
  const sum = [0, 0, 0];
  const squares = [0, 0, 0];
  const pixels = source.width * source.height;
  const step = Math.max(1, Math.floor(pixels / 40_000));
  let count = 0;
  for (let i = 0; i < pixels; i += step) {
    const at = i * source.channels;
    const lab = rgbToLab(source.data[at] as number, source.data[at + 1] as number, source.data[at + 2] as number);
    for (let c = 0; c < 3; c++) {
      const value = lab[c] as number;
      sum[c] = (sum[c] as number) + value;
      squares[c] = (squares[c] as number) + value * value;
    }
    count++;
  }
  const mean = sum.map((value) => value / count) as [number, number, number];
  const spread = squares.map((value, c) => Math.sqrt(Math.max(0, value / count - (mean[c] as number) ** 2))) as [number, number, number];
  return { mean, spread };
}

/** `strength` 0..1 says how far the colours go; spreads are changed at most threefold, so flat pictures stay calm. */
export function* transferColours(source: Raster, to: ColourStatistics, strength = 1): Work<Raster> {
  const from = colourStatistics(source);
  const gain = from.spread.map((own, c) => Math.min(3, Math.max(1 / 3, ((to.spread[c] as number) + 0.5) / (own + 0.5))));
  return yield* mapPixelsSlowly(source, (red, green, blue, out) => {
    const lab = rgbToLab(red, green, blue);
    const moved = lab.map((value, c) => {
      const aim = (value - (from.mean[c] as number)) * (gain[c] as number) + (to.mean[c] as number);
      return value + strength * (aim - value);
    });
    const rgb = labToRgb(moved[0] as number, moved[1] as number, moved[2] as number);
    out[0] = rgb[0];
    out[1] = rgb[1];
    out[2] = rgb[2];
  });
}

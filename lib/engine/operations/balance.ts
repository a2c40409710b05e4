/** Corrections a picture asks for itself: neutral greys, the whole range of tones. */
import { fromLinear, lumaOf, toLinear } from "#lib/pixels/colour.ts";
import { mapChannelsSlowly } from "#lib/pixels/map.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { contrast, toneOperations } from "./tone.ts";

const pixelsPerPause = 500_000;

/** Shades of grey (Finlayson 2004): between the mean, which strong colours fool, and the brightest, which lamps fool. */
export function balanceWhite(source: Raster, strength: number): Work<Raster> {
  const sums = [0, 0, 0];
  const norm = 5;
  const pixels = source.width * source.height;
  const step = Math.max(1, Math.floor(pixels / 60_000));
  let count = 0;
  for (let i = 0; i < pixels; i += step) {
    for (let c = 0; c < 3; c++) {
      const light = toLinear(source.data[i * source.channels + c] as number);
      sums[c] = (sums[c] as number) + light ** norm;
    }
    count++;
  }
  const [red, green, blue] = sums.map((sum) => Math.max(1e-4, (sum / count) ** (1 / norm))) as [number, number, number];
  const middle = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const gain = (own: number): number => Math.min(2, Math.max(0.5, (middle / own) ** Math.min(1.2, 0.9 * strength)));
  const curve = (own: number) => (v: number) => fromLinear(toLinear(v) * gain(own));
  return mapChannelsSlowly(source, curve(red), curve(green), curve(blue));
}

/** Levels from the darkest to the brightest hundredth, the middle brought near the middle, then a little life. */
export function* enhance(source: Raster, strength: number): Work<Raster> {
  const counts = new Float64Array(256);
  const pixels = source.width * source.height;
  for (let i = 0; i < pixels; i++) {
    if (i % pixelsPerPause === 0) yield (0.1 * i) / pixels;
    const at = i * source.channels;
    const luma = Math.round(lumaOf(source.data[at] as number, source.data[at + 1] as number, source.data[at + 2] as number));
    counts[luma] = (counts[luma] as number) + 1;
  }
  const levelAt = (share: number): number => {
    let sum = 0;
    for (let level = 0; level < 256; level++) {
      sum += counts[level] as number;
      if (sum >= share * pixels) return level;
    }
    return 255;
  };
  const low = Math.min(70, levelAt(0.006));
  const high = Math.max(low + 60, levelAt(0.994));
  const middle = Math.min(0.75, Math.max(0.2, (levelAt(0.5) - low) / (high - low)));
  const power = Math.min(1.25, Math.max(0.72, (Math.log(0.46) / Math.log(middle)) ** 0.6));
  const share = Math.min(1.3, strength);
  const levelled = yield* mapChannelsSlowly(source, (v) => {
    const aim = 255 * Math.min(1, Math.max(0, (v - low) / (high - low))) ** power;
    return v + share * (aim - v);
  });
  yield 0.2;
  const clear = yield* part(toneOperations.clarity(levelled, 0.18 * share), 0.2, 0.8);
  const strong = yield* part(contrast(clear, 0.08 * share), 0.8, 0.9);
  return yield* part(toneOperations.vibrance(strong, 0.16 * share), 0.9, 1);
}

/**
 * Makes a small picture large, centre on centre, with cubic curves. On its own because the usual encoders' libraries
 * move an enlarged picture by half a pixel, and because a picture of many million pixels must not take long.
 */
import { newRaster, type Raster } from "./raster.ts";

interface Taps {
  /** Four a place: where to read, and how much it counts. */
  readonly at: Int32Array;
  readonly weights: Float32Array;
}

/** RGB only; both sides at least as long as they were. */
export function enlarge(source: Raster, width: number, height: number): Raster {
  const result = newRaster(width, height, 3);
  const across = tapsFor(source.width, width);
  const down = tapsFor(source.height, height);
  const stride = source.width * 3;
  const row = new Float32Array(stride);
  for (let y = 0; y < height; y++) {
    mixRows(source, row, down, y * 4);
    const to = y * width * 3;
    for (let x = 0; x < width; x++) {
      const tap = x * 4;
      const [a, b] = [(across.at[tap] as number) * 3, (across.at[tap + 1] as number) * 3];
      const [c, d] = [(across.at[tap + 2] as number) * 3, (across.at[tap + 3] as number) * 3];
      const wa = across.weights[tap] as number;
      const wb = across.weights[tap + 1] as number;
      const wc = across.weights[tap + 2] as number;
      const wd = across.weights[tap + 3] as number;
      for (let k = 0; k < 3; k++) {
        result.data[to + x * 3 + k] =
          wa * (row[a + k] as number) + wb * (row[b + k] as number) + wc * (row[c + k] as number) + wd * (row[d + k] as number);
      }
    }
  }
  return result;
}

function mixRows({ data, width }: Raster, row: Float32Array, down: Taps, tap: number): void {
  const stride = width * 3;
  const a = (down.at[tap] as number) * stride;
  const b = (down.at[tap + 1] as number) * stride;
  const c = (down.at[tap + 2] as number) * stride;
  const d = (down.at[tap + 3] as number) * stride;
  const wa = down.weights[tap] as number;
  const wb = down.weights[tap + 1] as number;
  const wc = down.weights[tap + 2] as number;
  const wd = down.weights[tap + 3] as number;
  for (let i = 0; i < stride; i++) {
    row[i] = wa * (data[a + i] as number) + wb * (data[b + i] as number) + wc * (data[c + i] as number) + wd * (data[d + i] as number);
  }
}

function tapsFor(from: number, to: number): Taps {
  const taps = { at: new Int32Array(to * 4), weights: new Float32Array(to * 4) };
  for (let i = 0; i < to; i++) {
    const place = ((i + 0.5) * from) / to - 0.5;
    const first = Math.floor(place);
    const t = place - first;
    const weights = [((2 - t) * t - 1) * t, (3 * t - 5) * t * t + 2, ((4 - 3 * t) * t + 1) * t, (t - 1) * t * t];
    for (let k = 0; k < 4; k++) {
      taps.at[i * 4 + k] = Math.max(0, Math.min(from - 1, first - 1 + k));
      taps.weights[i * 4 + k] = (weights[k] as number) / 2;
    }
  }
  return taps;
}

/**
 * Makes a small picture large, centre on centre, with cubic curves. On its own because the usual encoders' libraries
 * move an enlarged picture by half a pixel, and because a picture of many million pixels must not take long.
 */
import type { Raster } from "./raster.ts";

interface Taps {
  /** Four a place: where to read, and how much it counts. */
  readonly at: Int32Array;
  readonly weights: Float32Array;
}

/** RGB only; both sides at least as long as they were. */
export function enlarge(source: Raster, width: number, height: number): Raster {
  const data = new Uint8ClampedArray(width * height * 3);
  const result: Raster = { width, height, channels: 3, data };
  const stride = source.width * 3;
  const across = tapsFor(source.width, width, 3);
  const down = tapsFor(source.height, height, stride);
  const row = new Float32Array(stride);
  for (let y = 0; y < height; y++) {
    mixRows(source, row, down, y * 4);
    mixColumns(row, across, data, y * width * 3);
  }
  return result;
}

function mixColumns(row: Float32Array, { at, weights }: Taps, data: Uint8ClampedArray, start: number): void {
  for (let tap = 0, to = start; tap < at.length; tap += 4) {
    const a = at[tap] as number;
    const b = at[tap + 1] as number;
    const c = at[tap + 2] as number;
    const d = at[tap + 3] as number;
    const wa = weights[tap] as number;
    const wb = weights[tap + 1] as number;
    const wc = weights[tap + 2] as number;
    const wd = weights[tap + 3] as number;
    for (let k = 0; k < 3; k++, to++) {
      data[to] = wa * (row[a + k] as number) + wb * (row[b + k] as number) + wc * (row[c + k] as number) + wd * (row[d + k] as number);
    }
  }
}

function mixRows({ data }: Raster, row: Float32Array, down: Taps, tap: number): void {
  const a = down.at[tap] as number;
  const b = down.at[tap + 1] as number;
  const c = down.at[tap + 2] as number;
  const d = down.at[tap + 3] as number;
  const wa = down.weights[tap] as number;
  const wb = down.weights[tap + 1] as number;
  const wc = down.weights[tap + 2] as number;
  const wd = down.weights[tap + 3] as number;
  for (let i = 0; i < row.length; i++) {
    row[i] = wa * (data[a + i] as number) + wb * (data[b + i] as number) + wc * (data[c + i] as number) + wd * (data[d + i] as number);
  }
}

/** `step` is how many values lie between two neighbours. */
function tapsFor(from: number, to: number, step: number): Taps {
  const taps = { at: new Int32Array(to * 4), weights: new Float32Array(to * 4) };
  for (let i = 0; i < to; i++) {
    const place = ((i + 0.5) * from) / to - 0.5;
    const first = Math.floor(place);
    const t = place - first;
    const weights = [((2 - t) * t - 1) * t, (3 * t - 5) * t * t + 2, ((4 - 3 * t) * t + 1) * t, (t - 1) * t * t];
    for (let k = 0; k < 4; k++) {
      taps.at[i * 4 + k] = Math.max(0, Math.min(from - 1, first - 1 + k)) * step;
      taps.weights[i * 4 + k] = (weights[k] as number) / 2;
    }
  }
  return taps;
}

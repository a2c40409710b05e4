/** Pixel by pixel changes: by a table for each channel, or by a function that writes the three new values. */
import { newRaster, type Raster } from "./raster.ts";
import type { Work } from "./work.ts";

const pixelsPerPause = 50_000;

export type Curve = (value: number) => number;
export type PixelChange = (red: number, green: number, blue: number, out: Float64Array, pixel: number) => void;

export function* mapChannelsSlowly(source: Raster, red: Curve, green: Curve = red, blue: Curve = green): Work<Raster> {
  const tables = [tableOf(red), tableOf(green), tableOf(blue)] as const;
  const result = newRaster(source.width, source.height, 3);
  const count = source.width * source.height;
  for (let from = 0; from < count; from += pixelsPerPause) {
    yield from / count;
    lookUp(source, tables, result, from, Math.min(count, from + pixelsPerPause));
  }
  return result;
}

type Tables = readonly [Uint8ClampedArray, Uint8ClampedArray, Uint8ClampedArray];

function lookUp({ data, channels }: Raster, tables: Tables, result: Raster, from: number, to: number): void {
  for (let i = from * channels, at = from * 3; at < to * 3; i += channels, at += 3) {
    result.data[at] = tables[0][data[i] as number] as number;
    result.data[at + 1] = tables[1][data[i + 1] as number] as number;
    result.data[at + 2] = tables[2][data[i + 2] as number] as number;
  }
}

/** Pauses now and then, so that a cancel need not wait for the whole picture. */
export function* mapPixelsSlowly(source: Raster, change: PixelChange): Work<Raster> {
  const result = newRaster(source.width, source.height, 3);
  const { data, channels } = source;
  const out = new Float64Array(3);
  const count = source.width * source.height;
  for (let i = 0; i < count; i++) {
    if (i % pixelsPerPause === 0) yield i / count;
    const at = i * channels;
    change(data[at] as number, data[at + 1] as number, data[at + 2] as number, out, i);
    result.data[i * 3] = out[0] as number;
    result.data[i * 3 + 1] = out[1] as number;
    result.data[i * 3 + 2] = out[2] as number;
  }
  return result;
}

function tableOf(curve: Curve): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 256 }, (_, value) => curve(value));
}

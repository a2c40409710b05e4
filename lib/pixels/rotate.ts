import { newRaster, type Raster } from "./raster.ts";
import type { Work } from "./work.ts";

const rowsPerPause = 64;

/** Turns clockwise by quarter turns. */
export function* rotateQuarters(source: Raster, quarters: number): Work<Raster> {
  const turns = ((quarters % 4) + 4) % 4;
  const { width, height } = source;
  if (turns === 0) return { ...source, data: source.data.slice() };
  if (turns === 1) return yield* remap(source, height, width, (x, y) => (height - 1 - x) * width + y);
  if (turns === 2) return yield* remap(source, width, height, (x, y) => (height - 1 - y) * width + (width - 1 - x));
  return yield* remap(source, height, width, (x, y) => x * width + (width - 1 - y));
}

/** "horizontal" swaps left and right. */
export function mirror(source: Raster, axis: "horizontal" | "vertical"): Work<Raster> {
  const { width, height } = source;
  if (axis === "horizontal") return remap(source, width, height, (x, y) => y * width + (width - 1 - x));
  return remap(source, width, height, (x, y) => (height - 1 - y) * width + x);
}

function* remap(source: Raster, width: number, height: number, pixelAt: (x: number, y: number) => number): Work<Raster> {
  const { channels, data } = source;
  const result = newRaster(width, height, channels);
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause === 0) yield y / height;
    for (let x = 0; x < width; x++) {
      const from = pixelAt(x, y) * channels;
      const to = (y * width + x) * channels;
      for (let c = 0; c < channels; c++) result.data[to + c] = data[from + c] as number;
    }
  }
  return result;
}

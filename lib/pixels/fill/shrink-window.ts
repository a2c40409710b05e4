/** A window of a holed picture, shrunk: cells are the mean of what is known in them, and unknown as soon as one pixel is. */
import type { Box } from "../crop.ts";
import type { Raster } from "../raster.ts";
import type { Work } from "../work.ts";
import { describeLevel, type Level, rowsPerPause } from "./level.ts";

/** `data` is the picture in RGB; what is not black in its mask is unknown. */
export function* shrinkWindow(data: Uint8ClampedArray, mask: Raster, box: Box, factor: number): Work<Level> {
  const width = Math.ceil(box.width / factor);
  const height = Math.ceil(box.height / factor);
  const colours = new Uint8ClampedArray(width * height * 3);
  const hole = new Uint8Array(width * height);
  const sums = new Int32Array(width * 3);
  const known = new Int32Array(width);
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause(box.width * factor) === 0) yield 0;
    sums.fill(0);
    known.fill(0);
    const bottom = Math.min(box.height, (y + 1) * factor);
    for (let sy = y * factor; sy < bottom; sy++) {
      const row = (box.y + sy) * mask.width + box.x;
      for (let x = 0; x < box.width; x++) {
        const cell = Math.floor(x / factor);
        if ((mask.data[row + x] as number) > 0) {
          hole[y * width + cell] = 1;
          continue;
        }
        known[cell] = (known[cell] as number) + 1;
        for (let c = 0; c < 3; c++) sums[cell * 3 + c] = (sums[cell * 3 + c] as number) + (data[(row + x) * 3 + c] as number);
      }
    }
    for (let x = 0; x < width; x++) {
      const count = Math.max(1, known[x] as number);
      for (let c = 0; c < 3; c++) colours[(y * width + x) * 3 + c] = (sums[x * 3 + c] as number) / count;
    }
  }
  return yield* describeLevel(width, height, colours, hole);
}

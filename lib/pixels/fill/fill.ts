/**
 * Content-aware fill: completes the white part of a mask from the rest of the picture. From the smallest size to the
 * largest, patches are matched and voted; at full size the copies are joined without seams. Pixels where the mask is
 * 0 keep their values to the bit; grey ones are mixed.
 */
import type { Box } from "../crop.ts";
import { createRandom } from "../random.ts";
import type { Raster } from "../raster.ts";
import type { Work } from "../work.ts";
import { complete } from "./complete.ts";
import { type Effort, usualEffort } from "./effort.ts";
import { type Level, rowsPerPause } from "./level.ts";
import { buildPyramid } from "./pyramid.ts";

/** The mask is grey, of the picture's size, and must leave something known. */
export function* fillHole(image: Raster, mask: Raster, seed: number, effort: Effort = usualEffort): Work<Raster> {
  const data = yield* takeColours(image, { x: 0, y: 0, width: image.width, height: image.height });
  const box = yield* surroundings(mask);
  if (box !== undefined) {
    const hole = new Uint8Array(box.width * box.height);
    for (let y = 0; y < box.height; y++) {
      if (y % rowsPerPause(box.width) === 0) yield 0;
      const from = (box.y + y) * mask.width + box.x;
      for (let x = 0; x < box.width; x++) if ((mask.data[from + x] as number) > 0) hole[y * box.width + x] = 1;
    }
    const levels = yield* buildPyramid(box.width, box.height, yield* takeColours(image, box), hole);
    yield* complete(levels, createRandom(seed), effort);
    yield* mixIn(data, mask, (levels[0] as Level).colours, box);
  }
  return { width: image.width, height: image.height, channels: 3, data };
}

function* takeColours({ width, channels, data }: Raster, box: Box): Work<Uint8ClampedArray<ArrayBuffer>> {
  const colours = new Uint8ClampedArray(box.width * box.height * 3);
  for (let y = 0; y < box.height; y++) {
    if (y % rowsPerPause(box.width) === 0) yield 0;
    if (channels === 3) {
      const from = ((box.y + y) * width + box.x) * 3;
      colours.set(data.subarray(from, from + box.width * 3), y * box.width * 3);
      continue;
    }
    for (let x = 0; x < box.width; x++) {
      const from = ((box.y + y) * width + box.x + x) * channels;
      const to = (y * box.width + x) * 3;
      for (let c = 0; c < 3; c++) colours[to + c] = data[from + (channels === 1 ? 0 : c)] as number;
    }
  }
  return colours;
}

function* mixIn(data: Uint8ClampedArray, mask: Raster, filled: Uint8ClampedArray, box: Box): Work<void> {
  for (let y = 0; y < box.height; y++) {
    if (y % rowsPerPause(box.width) === 0) yield 1;
    for (let x = 0; x < box.width; x++) {
      const at = (box.y + y) * mask.width + box.x + x;
      const share = (mask.data[at] as number) / 255;
      if (share === 0) continue;
      for (let c = 0; c < 3; c++) {
        const old = data[at * 3 + c] as number;
        data[at * 3 + c] = old + share * ((filled[(y * box.width + x) * 3 + c] as number) - old);
      }
    }
  }
}

/** The box of all that is not black, with ground around it to copy from; undefined when all is black. */
function* surroundings({ width, height, data }: Raster): Work<Box | undefined> {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause(width) === 0) yield 0;
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] === 0) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (right < 0) return undefined;
  const margin = Math.max(96, right - left, bottom - top);
  const x = Math.max(0, left - margin);
  const y = Math.max(0, top - margin);
  return { x, y, width: Math.min(width, right + margin + 1) - x, height: Math.min(height, bottom + margin + 1) - y };
}

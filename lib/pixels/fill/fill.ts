/**
 * Content-aware fill: completes the white part of a mask from the rest of the picture. From the smallest size to the
 * largest, patches are matched and voted; at full size the copies are joined without seams. Pixels where the mask is
 * 0 keep their values to the bit; grey ones are mixed.
 */
import type { Box } from "../crop.ts";
import { createRandom } from "../random.ts";
import type { Raster } from "../raster.ts";
import { part, type Work } from "../work.ts";
import { carryUp } from "./carry-up.ts";
import { complete } from "./complete.ts";
import { type Effort, usualEffort } from "./effort.ts";
import { joinOutline } from "./join-outline.ts";
import { rowsPerPause } from "./level.ts";
import { buildPyramid } from "./pyramid.ts";
import { shrinkWindow } from "./shrink-window.ts";

/** A window is completed at no more pixels than this; of larger ones a smaller copy is, and its offsets are carried up. */
const mostCompleted = 1_600_000;

/** The mask is grey, of the picture's size, and must leave something known. */
export function* fillHole(image: Raster, mask: Raster, seed: number, effort: Effort = usualEffort): Work<Raster> {
  const data = yield* takeColours(image);
  const hole = yield* boundsOf(mask);
  if (hole !== undefined) {
    const box = surroundings(hole, mask);
    const factor = shrinkingOf(box);
    const levels = yield* buildPyramid(yield* shrinkWindow(data, mask, box, factor));
    const completed = yield* part(complete(levels, createRandom(seed), effort), 0, 0.85);
    if (factor === 1) yield* takeFilled(data, mask, completed.level.colours, box);
    else {
      const target = { data, mask, box, factor };
      yield* part(carryUp(target, completed), 0.85, 0.9);
      yield* part(joinOutline(target, hole, completed), 0.9, 1);
    }
    yield* mixIn(data, image, mask, hole);
  }
  return { width: image.width, height: image.height, channels: 3, data };
}

function shrinkingOf({ width, height }: Box): number {
  let factor = 1;
  while (Math.ceil(width / factor) * Math.ceil(height / factor) > mostCompleted) factor++;
  return factor;
}

function* takeColours({ width, height, channels, data }: Raster): Work<Uint8ClampedArray<ArrayBuffer>> {
  const colours = new Uint8ClampedArray(width * height * 3);
  const pause = width * rowsPerPause(width);
  for (let from = 0; from < width * height; from += pause) {
    yield 0;
    const to = Math.min(width * height, from + pause);
    if (channels === 3) colours.set(data.subarray(from * 3, to * 3), from * 3);
    else {
      for (let i = from; i < to; i++) {
        for (let c = 0; c < 3; c++) colours[i * 3 + c] = data[i * channels + (channels === 1 ? 0 : c)] as number;
      }
    }
  }
  return colours;
}

function* takeFilled(data: Uint8ClampedArray, mask: Raster, filled: Uint8ClampedArray, box: Box): Work<void> {
  for (let y = 0; y < box.height; y++) {
    if (y % rowsPerPause(box.width) === 0) yield 1;
    for (let x = 0; x < box.width; x++) {
      const at = (box.y + y) * mask.width + box.x + x;
      if (mask.data[at] === 0) continue;
      for (let c = 0; c < 3; c++) data[at * 3 + c] = filled[(y * box.width + x) * 3 + c] as number;
    }
  }
}

/** Where the mask is grey, the picture's own colours come back in part. */
function* mixIn(data: Uint8ClampedArray, image: Raster, mask: Raster, hole: Box): Work<void> {
  for (let y = hole.y; y < hole.y + hole.height; y++) {
    if (y % rowsPerPause(hole.width) === 0) yield 1;
    for (let x = hole.x; x < hole.x + hole.width; x++) {
      const at = y * mask.width + x;
      const share = (mask.data[at] as number) / 255;
      if (share === 0 || share === 1) continue;
      for (let c = 0; c < 3; c++) {
        const old = image.data[at * image.channels + (image.channels === 1 ? 0 : c)] as number;
        data[at * 3 + c] = old + share * ((data[at * 3 + c] as number) - old);
      }
    }
  }
}

/** The box of all that is not black; undefined when all is. */
function* boundsOf({ width, height, data }: Raster): Work<Box | undefined> {
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
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The hole's box with ground around it to copy from. */
function surroundings(hole: Box, { width, height }: Raster): Box {
  const margin = Math.max(96, hole.width - 1, hole.height - 1);
  const x = Math.max(0, hole.x - margin);
  const y = Math.max(0, hole.y - margin);
  return { x, y, width: Math.min(width, hole.x + hole.width + margin) - x, height: Math.min(height, hole.y + hole.height + margin) - y };
}

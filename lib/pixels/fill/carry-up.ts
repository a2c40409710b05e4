/**
 * A large hole is completed on a smaller copy of the picture; what comes up are not its pixels but where they were copied
 * from. Every pixel of the hole takes full-size pixels along the offsets of the four cells around it: inside one copy that
 * is a copy; where two meet, one fades into the other within a cell.
 */
import type { Box } from "../crop.ts";
import type { Raster } from "../raster.ts";
import type { Work } from "../work.ts";
import type { Completed } from "./complete.ts";
import { rowsPerPause } from "./level.ts";

/** The picture in RGB, its mask, and the box of it that was shrunk `factor` times and completed. */
export interface Enlarged {
  readonly data: Uint8ClampedArray;
  readonly mask: Raster;
  readonly box: Box;
  readonly factor: number;
}

/** Writes what is not black in the mask. */
export function* carryUp(target: Enlarged, completed: Completed): Work<void> {
  const { mask, box, factor } = target;
  const { width, height } = completed.level;
  const near = new Int32Array(4);
  const weights = new Float64Array(4);
  for (let y = 0; y < box.height; y++) {
    if (y % rowsPerPause(box.width) === 0) yield y / box.height;
    const down = (y + 0.5) / factor - 0.5;
    const top = Math.floor(down);
    const [above, below] = [Math.max(0, top) * width, Math.min(height - 1, top + 1) * width];
    for (let x = 0; x < box.width; x++) {
      if (mask.data[(box.y + y) * mask.width + box.x + x] === 0) continue;
      const over = (x + 0.5) / factor - 0.5;
      const left = Math.floor(over);
      const [before, after] = [Math.max(0, left), Math.min(width - 1, left + 1)];
      near[0] = above + before;
      near[1] = above + after;
      near[2] = below + before;
      near[3] = below + after;
      weights[0] = (1 - (over - left)) * (1 - (down - top));
      weights[1] = (over - left) * (1 - (down - top));
      weights[2] = (1 - (over - left)) * (down - top);
      weights[3] = (over - left) * (down - top);
      mixCells(target, completed, x, y, near, weights);
    }
  }
}

/** What the cells around a pixel of the box propose for it, mixed by their nearness. */
function mixCells(target: Enlarged, { level, origin }: Completed, x: number, y: number, near: Int32Array, weights: Float64Array): void {
  const { data, mask, box, factor } = target;
  const { width, colours } = level;
  const own = Math.floor(y / factor) * width + Math.floor(x / factor);
  let [red, green, blue] = [0, 0, 0];
  for (let k = 0; k < 4; k++) {
    const cell = near[k] as number;
    let step = (origin[cell] as number) - cell;
    let from = followCell(target, origin, width, cell, x, y);
    // Known cells, and those whose source is under the mask just here, continue the pixel's own copy.
    if (from < 0) {
      step = (origin[own] as number) - own;
      from = followCell(target, origin, width, own, x, y);
    }
    const weight = weights[k] as number;
    // The copy in its own detail, moved by what the cell differs from its source.
    const source = (cell + step) * 3;
    const isCopied = from >= 0;
    red += weight * ((colours[cell * 3] as number) + (isCopied ? (data[from * 3] as number) - (colours[source] ?? 0) : 0));
    green += weight * ((colours[cell * 3 + 1] as number) + (isCopied ? (data[from * 3 + 1] as number) - (colours[source + 1] ?? 0) : 0));
    blue += weight * ((colours[cell * 3 + 2] as number) + (isCopied ? (data[from * 3 + 2] as number) - (colours[source + 2] ?? 0) : 0));
  }
  const at = ((box.y + y) * mask.width + box.x + x) * 3;
  data[at] = red;
  data[at + 1] = green;
  data[at + 2] = blue;
}

/** The known full-size pixel that a pixel of the picture was copied from along its own cell's offset; -1 where there is none. */
export function sourceOf(target: Enlarged, { level, origin }: Completed, x: number, y: number): number {
  const [bx, by] = [x - target.box.x, y - target.box.y];
  const own = Math.floor(by / target.factor) * level.width + Math.floor(bx / target.factor);
  return followCell(target, origin, level.width, own, bx, by);
}

function followCell({ mask, box, factor }: Enlarged, origin: Int32Array, width: number, cell: number, x: number, y: number): number {
  const source = origin[cell] as number;
  if (source < 0) return -1;
  const [cx, sx] = [cell % width, source % width];
  const fromX = x + factor * (sx - cx);
  const fromY = y + factor * ((source - sx - cell + cx) / width);
  if (fromX < 0 || fromY < 0 || fromX >= box.width || fromY >= box.height) return -1;
  const from = (box.y + fromY) * mask.width + box.x + fromX;
  return mask.data[from] === 0 ? from : -1;
}

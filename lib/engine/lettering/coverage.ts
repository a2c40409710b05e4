/** How much of each pixel lies inside closed polygons: exactly, so that letters are smooth at every size. */
import type { Plane } from "#lib/pixels/plane.ts";
import type { Point } from "./outlines.ts";

/** Shares of ink, 0 to 1, over a box of the picture's pixels. */
export interface Coverage extends Plane {
  readonly left: number;
  readonly top: number;
}

export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Each side of a polygon adds to its pixels how much of the area right of it changes there; summed up along a row that is the
 * share covered. Polygons of one turn that overlap add up to more than all, which is cut off.
 */
export function* coverageOf(polygons: readonly (readonly Point[])[], box: PixelBox): Generator<undefined, Coverage, void> {
  const { left, top, width, height } = box;
  // One column more: what ends at the right border still has to be written somewhere.
  const stride = width + 2;
  const sums = new Float32Array(stride * height);
  for (const [n, polygon] of polygons.entries()) {
    if (n % 4 === 0) yield;
    for (const [index, to] of polygon.entries()) {
      const from = polygon[(index + polygon.length - 1) % polygon.length] as Point;
      addSide(sums, stride, width, height, from[0] - left, from[1] - top, to[0] - left, to[1] - top);
    }
  }
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    if (y % 32 === 0) yield;
    let sum = 0;
    for (let x = 0; x < width; x++) {
      sum += sums[y * stride + x] as number;
      data[y * width + x] = Math.min(1, Math.abs(sum));
    }
  }
  return { left, top, width, height, data };
}

function addSide(sums: Float32Array, stride: number, width: number, height: number, ax: number, ay: number, bx: number, by: number): void {
  if (ay === by) return;
  const turn = ay < by ? 1 : -1;
  const [x0, y0, x1, y1] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay];
  const slope = (x1 - x0) / (y1 - y0);
  let x = x0 - Math.min(0, y0) * slope;
  for (let row = Math.max(0, Math.floor(y0)); row < Math.min(height, Math.ceil(y1)); row++) {
    const down = Math.min(row + 1, y1) - Math.max(row, y0);
    const next = x + slope * down;
    addPiece(sums, row * stride, width, turn * down, Math.min(x, next), Math.max(x, next));
    x = next;
  }
}

/** A piece of a side within one row, from `left` to `right`. */
function addPiece(sums: Float32Array, row: number, width: number, amount: number, left: number, right: number): void {
  const from = Math.max(0, Math.min(width, left));
  const to = Math.max(0, Math.min(width, right));
  const first = Math.floor(from);
  const last = Math.ceil(to);
  if (last <= first + 1) {
    // All of it in one pixel: what lies right of its middle there, and all of the next.
    const covered = amount * (1 - ((from + to) / 2 - first));
    sums[row + first] = (sums[row + first] as number) + covered;
    sums[row + first + 1] = (sums[row + first + 1] as number) + amount - covered;
    return;
  }
  // How much lies right of the side, pixel by pixel: the steps between them are what is summed up.
  const perPixel = amount / (to - from);
  let before = 0;
  for (let pixel = first; pixel <= last; pixel++) {
    const [enter, leave] = [Math.max(from, pixel), Math.min(to, pixel + 1)];
    const crossed = Math.max(0, leave - enter);
    const passed = Math.max(0, Math.min(to, pixel) - from);
    const covered = pixel === last ? amount : perPixel * (passed + crossed * (pixel + 1 - (enter + leave) / 2));
    sums[row + pixel] = (sums[row + pixel] as number) + covered - before;
    before = covered;
  }
}

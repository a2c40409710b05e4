/** What masks are reckoned with: how much they cover, what is left out, what two have in common. */
import type { Box } from "#lib/pixels/crop.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { finish, type Work } from "#lib/pixels/work.ts";

/** Of a large mask every few hundredth pixel tells as much as all, and a cancel need not wait for the rest. */
const enough = 500_000;
const pixelsPerPause = 2_000_000;

export function shareOf({ data }: Plane): number {
  return meanOf(data.length, (i) => data[i] as number);
}

/** In pixels, each by how much of it is covered; of a small mask, for all of them are counted. */
export function areaOf({ data }: Plane): number {
  return data.reduce((sum, value) => sum + value, 0);
}

/** How much of the picture both cover. */
export function overlapOf(a: Plane, b: Plane): number {
  return meanOf(a.data.length, (i) => (a.data[i] as number) * (b.data[i] as number));
}

function meanOf(length: number, at: (i: number) => number): number {
  // An odd step falls on other columns in every row.
  const step = Math.floor(length / enough) | 1;
  let [sum, count] = [0, 0];
  for (let i = 0; i < length; i += step) {
    sum += at(i);
    count++;
  }
  return sum / count;
}

export function inverse(mask: Plane): Plane {
  const { length } = mask.data;
  const data = new Float32Array(length);
  for (let i = 0; i < length; i++) data[i] = 1 - (mask.data[i] as number);
  return { ...mask, data };
}

export function product(a: Plane, b: Plane): Plane {
  return finish(productSlowly(a, b));
}

export function* productSlowly(a: Plane, b: Plane): Work<Plane> {
  const { length } = a.data;
  const data = new Float32Array(length);
  for (let from = 0; from < length; from += pixelsPerPause) {
    yield from / length;
    const to = Math.min(length, from + pixelsPerPause);
    for (let i = from; i < to; i++) data[i] = (a.data[i] as number) * (b.data[i] as number);
  }
  return { ...a, data };
}

/** What any of two covers. */
export function union(a: Plane, b: Plane): Plane {
  const { length } = a.data;
  const data = new Float32Array(length);
  for (let i = 0; i < length; i++) data[i] = Math.max(a.data[i] as number, b.data[i] as number);
  return { ...a, data };
}

/** A mask of one part of a picture, laid out over all of it. */
export function spreadOut(mask: Plane, { x, y, width, height }: Box, whole: { readonly width: number; readonly height: number }): Plane {
  const result = newPlane(whole.width, whole.height);
  for (let row = 0; row < height; row++) result.data.set(mask.data.subarray(row * width, (row + 1) * width), (y + row) * whole.width + x);
  return result;
}

/** One part of a mask. */
export function cutFrom(mask: Plane, { x, y, width, height }: Box): Plane {
  const result = newPlane(width, height);
  for (let row = 0; row < height; row++)
    result.data.set(mask.data.subarray((y + row) * mask.width + x, (y + row) * mask.width + x + width), row * width);
  return result;
}

/** Around all that is covered by `least` and more; where nothing is, the whole picture. Nothing lies outside of `within`. */
export function boxOfMask({ width, height, data }: Plane, least: number, within: Box = { x: 0, y: 0, width, height }): Box {
  let [left, top, right, bottom] = [width, height, -1, -1];
  const end = within.x + within.width;
  for (let y = within.y; y < within.y + within.height; y++) {
    const first = y * width;
    let x = within.x;
    while (x < end && (data[first + x] as number) < least) x++;
    if (x === end) continue;
    left = Math.min(left, x);
    top = Math.min(top, y);
    bottom = y;
    let last = end - 1;
    while ((data[first + last] as number) < least) last--;
    right = Math.max(right, last);
  }
  return right < 0 ? { x: 0, y: 0, width, height } : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** From how much every pixel seems changed to the areas that are brought over, with soft rims. */
import { boxBlur } from "../blur.ts";
import { newPlane, type Plane } from "../plane.ts";

const sure = 1.25;
const likely = 0.8;
/** Islands smaller than this many pixels, and those with too little that is sure, are noise. */
const leastIsland = 60;
const leastSure = 12;
const closing = 5;
/** Holes up to this share of the picture are filled. */
const mostHole = 0.004;

/** In pixels: all within the first of what changed comes over, and less and less of it over the second. */
export interface Softness {
  readonly grow: number;
  readonly feather: number;
}

/** 1 where something changed. */
export function shapeMask(weighed: Float32Array, width: number, height: number): Uint8Array {
  const mask = new Uint8Array(weighed.length);
  keepIslands(weighed, mask, width);
  return around(mask, width, height, closing + 1, (part, across, down) => {
    const closed = thin(widen(part, across, down, closing), across, down, closing);
    fillHoles(closed, across, mostHole * mask.length);
    return closed;
  });
}

/** All of what lies within `grow` pixels of the mask, then falling off over `feather`; exactly 0 beyond. */
export function softenMask(mask: Uint8Array, width: number, height: number, grow: number, feather: number): Uint8Array {
  const half = Math.ceil(feather / 2);
  return around(mask, width, height, grow + 2 * half + 1, (part, across, down) => {
    const wide = toPlane(widen(part, across, down, grow + half), across, down);
    const soft = feather === 0 ? wide : boxBlur(wide, half, wide);
    const alpha = new Uint8Array(part.length);
    for (let i = 0; i < alpha.length; i++) alpha[i] = Math.round(255 * Math.max(0, Math.min(1, soft.data[i] as number)));
    return alpha;
  });
}

/** Works on the part of a mask that holds all its marks, and so much around them; the rest stays 0. */
function around(
  mask: Uint8Array,
  width: number,
  height: number,
  margin: number,
  shape: (part: Uint8Array, width: number, height: number) => Uint8Array,
): Uint8Array {
  const shaped = new Uint8Array(mask.length);
  const first = mask.indexOf(1);
  if (first < 0) return shaped;
  let [left, right] = [width, 0];
  const rows = { from: Math.floor(first / width), to: Math.floor(mask.lastIndexOf(1) / width) + 1 };
  for (let y = rows.from; y < rows.to; y++) {
    const row = mask.subarray(y * width, (y + 1) * width);
    const start = row.indexOf(1);
    if (start < 0) continue;
    left = Math.min(left, start);
    right = Math.max(right, row.lastIndexOf(1) + 1);
  }
  const [x, y] = [Math.max(0, left - margin), Math.max(0, rows.from - margin)];
  const [across, down] = [Math.min(width, right + margin) - x, Math.min(height, rows.to + margin) - y];
  const part = new Uint8Array(across * down);
  for (let row = 0; row < down; row++) part.set(mask.subarray((y + row) * width + x, (y + row) * width + x + across), row * across);
  const done = shape(part, across, down);
  for (let row = 0; row < down; row++) shaped.set(done.subarray(row * across, (row + 1) * across), (y + row) * width + x);
  return shaped;
}

/** Square growth: 1 where anything within the radius is. */
export function widen(mask: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const wide = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0, left = 0; x < width; x++) {
      left = mask[row + x] === 0 ? left - 1 : radius + 1;
      if (left > 0) wide[row + x] = 1;
    }
    for (let x = width - 1, left = 0; x >= 0; x--) {
      left = mask[row + x] === 0 ? left - 1 : radius + 1;
      if (left > 0) wide[row + x] = 1;
    }
  }
  return widenDown(wide, width, height, radius);
}

function widenDown(mask: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const wide = new Uint8Array(mask.length);
  const left = new Int32Array(width);
  const pass = (row: number) => {
    for (let x = 0; x < width; x++) {
      const rest = mask[row + x] === 0 ? (left[x] as number) - 1 : radius + 1;
      left[x] = rest;
      if (rest > 0) wide[row + x] = 1;
    }
  };
  for (let y = 0; y < height; y++) pass(y * width);
  left.fill(0);
  for (let y = height - 1; y >= 0; y--) pass(y * width);
  return wide;
}

export function thin(mask: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  return invert(widen(invert(mask), width, height, radius));
}

export function invert(mask: Uint8Array): Uint8Array {
  const inverse = new Uint8Array(mask.length);
  for (let i = 0; i < inverse.length; i++) inverse[i] = 1 - (mask[i] as number);
  return inverse;
}

function toPlane(mask: Uint8Array, width: number, height: number): Plane {
  const plane = newPlane(width, height);
  plane.data.set(mask);
  return plane;
}

/** What is likely counts where it hangs together with what is sure. */
function keepIslands(weighed: Float32Array, mask: Uint8Array, width: number): void {
  const isOpen = new Uint8Array(weighed.length);
  for (let i = 0; i < isOpen.length; i++) if ((weighed[i] as number) >= likely) isOpen[i] = 1;
  const queue = new Int32Array(weighed.length);
  for (let start = 0; start < weighed.length; start++) {
    if (isOpen[start] === 0) continue;
    const count = flood(isOpen, queue, start, width);
    let strong = 0;
    for (let at = 0; at < count; at++) if ((weighed[queue[at] as number] as number) >= sure) strong++;
    if (count < leastIsland || strong < leastSure) continue;
    for (let at = 0; at < count; at++) mask[queue[at] as number] = 1;
  }
}

/** Small areas without a mark, unless they touch the border. */
export function fillHoles(mask: Uint8Array, width: number, most: number): void {
  const isOpen = invert(mask);
  const queue = new Int32Array(mask.length);
  for (let start = 0; start < mask.length; start++) {
    if (isOpen[start] === 0) continue;
    const count = flood(isOpen, queue, start, width);
    if (count > most || touchesBorder(queue, count, width, mask.length)) continue;
    for (let at = 0; at < count; at++) mask[queue[at] as number] = 1;
  }
}

function touchesBorder(queue: Int32Array, count: number, width: number, length: number): boolean {
  for (let at = 0; at < count; at++) {
    const pixel = queue[at] as number;
    const x = pixel % width;
    if (x === 0 || x === width - 1 || pixel < width || pixel >= length - width) return true;
  }
  return false;
}

/** Closes what hangs together with the start, and lists it; answers how much that is. */
function flood(isOpen: Uint8Array, queue: Int32Array, start: number, width: number): number {
  let end = 1;
  queue[0] = start;
  isOpen[start] = 0;
  const take = (pixel: number) => {
    if (isOpen[pixel] !== 1) return;
    isOpen[pixel] = 0;
    queue[end++] = pixel;
  };
  for (let at = 0; at < end; at++) {
    const pixel = queue[at] as number;
    const x = pixel % width;
    if (x > 0) take(pixel - 1);
    if (x < width - 1) take(pixel + 1);
    take(pixel - width);
    take(pixel + width);
  }
  return end;
}

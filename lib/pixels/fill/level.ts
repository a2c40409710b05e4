/** One size of the picture that is being filled: which pixels are unknown, which patches may give and which must take. */

import type { Work } from "../work.ts";

/** Patches are squares of 2 × reach + 1. */
export const patchReach = 3;

export interface Level {
  readonly width: number;
  readonly height: number;
  /** RGB, row by row; the values in the hole change while it is filled. */
  readonly colours: Uint8ClampedArray;
  /** 1 = unknown. */
  readonly hole: Uint8Array;
  /** City-block distance to the nearest known pixel; 0 on known ones. */
  readonly depth: Uint16Array;
  /** Centres of whole patches that touch the hole, row by row. */
  readonly targets: Int32Array;
  /** Centres of whole patches that touch no unknown pixel; of very many a part, evenly. */
  readonly sources: Int32Array;
  readonly isSource: Uint8Array;
}

/** Sources that are listed; all are marked. */
const mostSources = 1_000_000;

/** Rows between pauses: about 100,000 pixels. */
export function rowsPerPause(width: number): number {
  return Math.max(1, Math.floor(100_000 / width));
}

export function* describeLevel(width: number, height: number, colours: Uint8ClampedArray, hole: Uint8Array): Work<Level> {
  const isTouched = yield* touchedByHole(width, height, hole);
  const depth = yield* depthOf(width, height, hole);
  const isSource = new Uint8Array(width * height);
  let [targetCount, sourceCount] = [0, 0];
  for (let y = patchReach; y < height - patchReach; y++) {
    if (y % rowsPerPause(width) === 0) yield 0;
    for (let i = y * width + patchReach; i < (y + 1) * width - patchReach; i++) {
      if (isTouched[i]) targetCount++;
      else {
        sourceCount++;
        isSource[i] = 1;
      }
    }
  }
  const sourceStep = Math.max(1, Math.ceil(sourceCount / mostSources));
  const targets = new Int32Array(targetCount);
  const sources = new Int32Array(Math.ceil(sourceCount / sourceStep));
  let [target, source] = [0, 0];
  for (let y = patchReach; y < height - patchReach; y++) {
    if (y % rowsPerPause(width) === 0) yield 0;
    for (let i = y * width + patchReach; i < (y + 1) * width - patchReach; i++) {
      if (isTouched[i]) targets[target++] = i;
      else if (source++ % sourceStep === 0) sources[(source - 1) / sourceStep] = i;
    }
  }
  return { width, height, colours, hole, depth, targets, sources, isSource };
}

export function largestDepth({ depth }: Level): number {
  let deepest = 0;
  for (let i = 0; i < depth.length; i++) if ((depth[i] as number) > deepest) deepest = depth[i] as number;
  return deepest;
}

export function* unknownPixels({ width, hole }: Level): Work<Int32Array> {
  const pixels = new Int32Array(hole.length);
  let count = 0;
  for (let i = 0; i < hole.length; i++) {
    if (i % (width * rowsPerPause(width)) === 0) yield 0;
    if (hole[i]) pixels[count++] = i;
  }
  return pixels.slice(0, count);
}

/** 1 where a patch centred there holds an unknown pixel: the hole grown by the reach, one direction after the other. */
function* touchedByHole(width: number, height: number, hole: Uint8Array): Work<Uint8Array> {
  const across = new Uint8Array(hole.length);
  const touched = new Uint8Array(hole.length);
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause(width) === 0) yield 0;
    const row = y * width;
    for (let x = 0, last = -Infinity; x < width; x++) {
      if (hole[row + x]) last = x;
      if (x - last <= patchReach) across[row + x] = 1;
    }
    for (let x = width - 1, last = Infinity; x >= 0; x--) {
      if (hole[row + x]) last = x;
      if (last - x <= patchReach) across[row + x] = 1;
    }
  }
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause(width) === 0) yield 0;
    for (let near = Math.max(0, y - patchReach); near <= Math.min(height - 1, y + patchReach); near++) {
      for (let x = 0; x < width; x++) if (across[near * width + x]) touched[y * width + x] = 1;
    }
  }
  return touched;
}

function* depthOf(width: number, height: number, hole: Uint8Array): Work<Uint16Array> {
  // The picture's border is no known ground: a hole that touches it is deepest there.
  const far = 60_000;
  const depth = new Uint16Array(hole.length);
  for (let i = 0; i < depth.length; i++) {
    if (i % (width * rowsPerPause(width)) === 0) yield 0;
    if (!hole[i]) continue;
    const left = i % width > 0 ? (depth[i - 1] as number) : far;
    const above = i >= width ? (depth[i - width] as number) : far;
    depth[i] = Math.min(far, left + 1, above + 1);
  }
  for (let i = width * height - 1; i >= 0; i--) {
    if (i % (width * rowsPerPause(width)) === 0) yield 0;
    if (!hole[i]) continue;
    const right = i % width < width - 1 ? (depth[i + 1] as number) : far;
    const below = i < width * (height - 1) ? (depth[i + width] as number) : far;
    depth[i] = Math.min(depth[i] as number, right + 1, below + 1);
  }
  return depth;
}

/** Adds the three values that lie between four known pixels; false where there are none. */
export function readBetween(
  { width, height, hole, colours }: Level,
  x: number,
  y: number,
  weight: number,
  into: Float32Array,
  at: number,
): boolean {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (!(left >= 0 && top >= 0 && left + 1 < width && top + 1 < height)) return false;
  const i = top * width + left;
  if (hole[i] || hole[i + 1] || hole[i + width] || hole[i + width + 1]) return false;
  const [fx, fy] = [x - left, y - top];
  for (let c = 0; c < 3; c++) {
    const above = (1 - fx) * (colours[i * 3 + c] as number) + fx * (colours[(i + 1) * 3 + c] as number);
    const below = (1 - fx) * (colours[(i + width) * 3 + c] as number) + fx * (colours[(i + width + 1) * 3 + c] as number);
    into[at + c] = (into[at + c] as number) + weight * ((1 - fy) * above + fy * below);
  }
  return true;
}

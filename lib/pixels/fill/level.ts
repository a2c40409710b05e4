/** One size of the picture that is being filled: which pixels are unknown, which patches may give and which must take. */

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
  /** Centres of whole patches that touch no unknown pixel. */
  readonly sources: Int32Array;
  readonly isSource: Uint8Array;
}

export function describeLevel(width: number, height: number, colours: Uint8ClampedArray, hole: Uint8Array): Level {
  const touched = touchedByHole(width, height, hole);
  const isSource = new Uint8Array(width * height);
  const targets: number[] = [];
  const sources: number[] = [];
  for (let y = patchReach; y < height - patchReach; y++) {
    for (let x = patchReach; x < width - patchReach; x++) {
      const i = y * width + x;
      if (touched[i]) targets.push(i);
      else {
        sources.push(i);
        isSource[i] = 1;
      }
    }
  }
  return {
    width,
    height,
    colours,
    hole,
    depth: depthOf(width, hole),
    targets: Int32Array.from(targets),
    sources: Int32Array.from(sources),
    isSource,
  };
}

export function largestDepth(level: Level): number {
  return level.depth.reduce((deepest, depth) => Math.max(deepest, depth), 0);
}

/** 1 where a patch centred there holds an unknown pixel: the hole grown by the reach, one direction after the other. */
function touchedByHole(width: number, height: number, hole: Uint8Array): Uint8Array {
  const across = new Uint8Array(hole.length);
  const touched = new Uint8Array(hole.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!hole[y * width + x]) continue;
      across.fill(1, y * width + Math.max(0, x - patchReach), y * width + Math.min(width, x + patchReach + 1));
    }
  }
  for (let y = 0; y < height; y++) {
    for (let near = Math.max(0, y - patchReach); near <= Math.min(height - 1, y + patchReach); near++) {
      for (let x = 0; x < width; x++) if (across[near * width + x]) touched[y * width + x] = 1;
    }
  }
  return touched;
}

function depthOf(width: number, hole: Uint8Array): Uint16Array {
  // The picture's border is no known ground: a hole that touches it is deepest there.
  const far = 60_000;
  const depth = new Uint16Array(hole.length);
  for (let i = 0; i < depth.length; i++) depth[i] = hole[i] ? far : 0;
  const lower = (i: number, from: number): void => {
    const through = (depth[from] as number) + 1;
    if (through < (depth[i] as number)) depth[i] = through;
  };
  for (let i = 0; i < depth.length; i++) {
    if (i % width > 0) lower(i, i - 1);
    if (i >= width) lower(i, i - width);
  }
  for (let i = depth.length - 1; i >= 0; i--) {
    if (i % width < width - 1) lower(i, i + 1);
    if (i + width < depth.length) lower(i, i + width);
  }
  return depth;
}

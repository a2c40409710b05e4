/** Pictures as means over square cells, where a slow drift of colour shows and texture does not. */

/** RGB, of any depth. */
export interface Rgb {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array | Float32Array;
}

export interface Cells {
  readonly across: number;
  readonly down: number;
  readonly side: number;
  /** Pixels that count in each cell. */
  readonly counts: Float64Array;
  /** Three a cell. */
  readonly original: Float64Array;
  readonly result: Float64Array;
}

/** Values so near to black or white may have been cut off, and tell nothing about a shift. */
const clipped: Clip = { low: 3, high: 252 };

export interface Clip {
  readonly low: number;
  readonly high: number;
}

/** Means of both pictures (RGB, one size) over the pixels where `isIn` is not 0 and that are cut off in neither. */
export function meansOfCells(original: Rgb, result: Rgb, isIn: Uint8Array, side: number, clip: Clip = clipped): Cells {
  const { width, height } = original;
  const across = Math.ceil(width / side);
  const down = Math.ceil(height / side);
  const counts = new Float64Array(across * down);
  const sums = { original: new Float64Array(counts.length * 3), result: new Float64Array(counts.length * 3) };
  for (let y = 0; y < height; y++) {
    for (let column = 0; column < across; column++) {
      const [from, to] = [y * width + column * side, y * width + Math.min(width, (column + 1) * side)];
      const cell = Math.floor(y / side) * across + column;
      counts[cell] = (counts[cell] as number) + addRun({ own: original.data, other: result.data, isIn, from, to, clip }, sums, cell * 3);
    }
  }
  for (let i = 0; i < sums.original.length; i++) {
    const count = Math.max(1, counts[Math.floor(i / 3)] as number);
    sums.original[i] = (sums.original[i] as number) / count;
    sums.result[i] = (sums.result[i] as number) / count;
  }
  return { across, down, side, counts, ...sums };
}

interface Run {
  readonly own: Rgb["data"];
  readonly other: Rgb["data"];
  readonly isIn: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly clip: Clip;
}

/** One row of a cell; answers how many of its pixels counted. */
function addRun({ own, other, isIn, from, to, clip: { low, high } }: Run, sums: Pick<Cells, "original" | "result">, cell: number): number {
  let count = 0;
  let red = 0;
  let green = 0;
  let blue = 0;
  let otherRed = 0;
  let otherGreen = 0;
  let otherBlue = 0;
  for (let pixel = from; pixel < to; pixel++) {
    if (isIn[pixel] === 0) continue;
    const at = pixel * 3;
    const r = own[at] as number;
    const g = own[at + 1] as number;
    const b = own[at + 2] as number;
    if (r < low || g < low || b < low || r > high || g > high || b > high) continue;
    const u = other[at] as number;
    const v = other[at + 1] as number;
    const w = other[at + 2] as number;
    if (u < low || v < low || w < low || u > high || v > high || w > high) continue;
    count++;
    red += r;
    green += g;
    blue += b;
    otherRed += u;
    otherGreen += v;
    otherBlue += w;
  }
  add(sums.original, cell, red, green, blue);
  add(sums.result, cell, otherRed, otherGreen, otherBlue);
  return count;
}

function add(sums: Float64Array, at: number, red: number, green: number, blue: number): void {
  sums[at] = (sums[at] as number) + red;
  sums[at + 1] = (sums[at + 1] as number) + green;
  sums[at + 2] = (sums[at + 2] as number) + blue;
}

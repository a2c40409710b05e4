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

/** Means of both pictures (RGB, one size) over the pixels that `counts` lets in and that are cut off in neither. */
export function meansOfCells(original: Rgb, result: Rgb, isIn: (pixel: number) => boolean, side: number, clip: Clip = clipped): Cells {
  const { width, height } = original;
  const across = Math.ceil(width / side);
  const down = Math.ceil(height / side);
  const counts = new Float64Array(across * down);
  const sums = { original: new Float64Array(counts.length * 3), result: new Float64Array(counts.length * 3) };
  const columns = Int32Array.from({ length: width }, (_, x) => Math.floor(x / side));
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / side) * across;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      if (!isIn(y * width + x) || isClipped(original, at, clip) || isClipped(result, at, clip)) continue;
      const cell = row + (columns[x] as number);
      counts[cell] = (counts[cell] as number) + 1;
      for (let c = 0; c < 3; c++) {
        sums.original[cell * 3 + c] = (sums.original[cell * 3 + c] as number) + (original.data[at + c] as number);
        sums.result[cell * 3 + c] = (sums.result[cell * 3 + c] as number) + (result.data[at + c] as number);
      }
    }
  }
  for (let i = 0; i < sums.original.length; i++) {
    const count = Math.max(1, counts[Math.floor(i / 3)] as number);
    sums.original[i] = (sums.original[i] as number) / count;
    sums.result[i] = (sums.result[i] as number) / count;
  }
  return { across, down, side, counts, ...sums };
}

function isClipped({ data }: Rgb, at: number, { low, high }: Clip): boolean {
  const [red, green, blue] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
  return red < low || green < low || blue < low || red > high || green > high || blue > high;
}

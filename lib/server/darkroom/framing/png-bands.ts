/**
 * A large picture in bands of rows, each packed on its own: every row as its difference to the one above, then runs and
 * Huffman codes only. Bands are independent, so that they can be packed side by side, ahead of time, and again where a few changed.
 */
import { promisify } from "node:util";
import { constants, deflateRaw, deflateRawSync } from "node:zlib";
import type { Raster } from "#lib/pixels/raster.ts";
import { adlerOf, adlerOfZeros } from "./adler.ts";

export interface PngRows {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  /** An ICC profile the values are meant in; sRGB if there is none. */
  readonly profile?: Uint8Array;
  /** Writes all values of one row, and answers whether any is not 0. */
  readonly writeRow: (y: number, row: Uint8Array) => boolean;
}

/** From one row up to another, not with it. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

export interface PackedBand {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of what was packed, and how much that was. */
  readonly adler: number;
  readonly length: number;
}

const pack = promisify(deflateRaw);
const bandBytes = 1 << 20;
const filters = { none: 0, up: 2 } as const;

export function bandsOf({ width, height, channels }: Pick<PngRows, "width" | "height" | "channels">): readonly Band[] {
  const rowsPerBand = Math.max(1, Math.floor(bandBytes / (width * channels + 1)));
  return Array.from({ length: Math.ceil(height / rowsPerBand) }, (_, n) => ({
    from: n * rowsPerBand,
    to: Math.min(height, (n + 1) * rowsPerBand),
  }));
}

/** Every row is told by its difference to the one above. */
export function staysAsItIs({ from, to }: Band, isTouched: Uint8Array): boolean {
  return isTouched.subarray(Math.max(0, from - 1), to).every((row) => row === 0);
}

export function rowsOf({ width, height, channels, data }: Raster): PngRows {
  const stride = width * channels;
  return {
    width,
    height,
    channels,
    writeRow(y, row) {
      row.set(data.subarray(y * stride, (y + 1) * stride));
      return true;
    },
  };
}

/** Beside whatever this thread does meanwhile. */
export async function packBand({ block, ...sums }: FilteredBand): Promise<PackedBand> {
  return { ...sums, bytes: new Uint8Array(await pack(block, howToPack(sums.isLast))) };
}

export function packBandHere({ block, ...sums }: FilteredBand): PackedBand {
  return { ...sums, bytes: new Uint8Array(deflateRawSync(block, howToPack(sums.isLast))) };
}

function howToPack(isLast: boolean) {
  const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
  return { level: 1, strategy: constants.Z_RLE, finishFlush, chunkSize: bandBytes / 2 };
}

export interface FilteredBand {
  readonly block: Buffer;
  readonly isLast: boolean;
  readonly isEmpty: boolean;
  readonly adler: number;
  readonly length: number;
}

export interface BandFilter {
  filter(band: Band): FilteredBand;
}

export function openFilter({ width, height, channels, writeRow }: PngRows): BandFilter {
  const stride = width * channels;
  let [above, row] = [newRow(stride), newRow(stride)];
  const difference = newRow(stride);
  let lastRow = -1;

  function readRow(y: number): boolean {
    [above, row] = [row, above];
    const isFilled = writeRow(y, row.bytes.subarray(0, stride));
    if (!isFilled) row.bytes.fill(0);
    lastRow = y;
    return isFilled;
  }

  return {
    filter({ from, to }) {
      const block = Buffer.alloc((to - from) * (stride + 1));
      if (from === 0) row.bytes.fill(0);
      else if (lastRow !== from - 1) readRow(from - 1);
      let isEmpty = true;
      for (let y = from, at = 0; y < to; y++, at += stride + 1) {
        if (!readRow(y)) {
          block[at] = filters.none;
          continue;
        }
        isEmpty = false;
        block[at] = filters.up;
        subtract(row.words, above.words, difference.words);
        block.set(difference.bytes.subarray(0, stride), at + 1);
      }
      const adler = isEmpty ? adlerOfZeros(block.length) : adlerOf(block);
      return { block, isLast: to === height, isEmpty, adler, length: block.length };
    },
  };
}

interface Row {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
}

function newRow(stride: number): Row {
  const words = new Int32Array(Math.ceil(stride / 4));
  return { words, bytes: new Uint8Array(words.buffer) };
}

/** Four bytes at a time, each wrapping round on its own. */
function subtract(from: Int32Array, what: Int32Array, out: Int32Array): void {
  const high = 0x80808080 | 0;
  for (let i = 0; i < out.length; i++) {
    const a = from[i] as number;
    const b = what[i] as number;
    out[i] = ((a | high) - (b & ~high)) ^ ((a ^ ~b) & high);
  }
}

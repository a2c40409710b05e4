/**
 * A large picture in bands of rows, each packed on its own: every row as its difference to the one above, then runs and
 * Huffman codes only. Bands are independent, so that they can be packed side by side, ahead of time, and again where a few changed.
 */
import type { Raster } from "#lib/pixels/raster.ts";
import { adlerOfZeros } from "./adler.ts";
import { openBandRoom, roomFor } from "./band-loops.ts";

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

/** One that has been packed, is being packed elsewhere, or (null) is packed when it is written. */
export type BandAhead = PackedBand | null | Promise<PackedBand | null>;

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

/** The numbers of those that stay as they are. */
export function bandsThatStay(shape: Pick<PngRows, "width" | "height" | "channels">, isTouched: Uint8Array): readonly number[] {
  return bandsOf(shape).flatMap((band, n) => (staysAsItIs(band, isTouched) ? [n] : []));
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

export interface BandPacker {
  pack(band: Band): PackedBand;
}

export function openPacker(rows: PngRows): BandPacker {
  const { width, channels, writeRow } = rows;
  const stride = width * channels;
  const room = roomFor(stride);
  const mostBytes = (bandsOf(rows)[0]?.to ?? 0) * (stride + 1);
  const block = 2 * room;
  const { loops, sum, pack } = openBandRoom(block + roomFor(mostBytes), mostBytes);
  const { memory, run } = loops;
  let [above, row] = [placeAt(0), placeAt(room)];
  let lastRow = -1;
  let empty: PackedBand | null = null;

  function placeAt(at: number) {
    return { at, bytes: memory.subarray(at, at + stride) };
  }

  function readRow(y: number): boolean {
    [above, row] = [row, above];
    const isFilled = writeRow(y, row.bytes);
    if (!isFilled) row.bytes.fill(0);
    lastRow = y;
    return isFilled;
  }

  function filter({ from, to }: Band): { readonly isEmpty: boolean; readonly end: number } {
    if (from === 0) row.bytes.fill(0);
    else if (lastRow !== from - 1) readRow(from - 1);
    let isEmpty = true;
    let at = block;
    for (let y = from; y < to; y++, at += stride + 1) {
      if (!readRow(y)) {
        memory.fill(filters.none, at, at + stride + 1);
        continue;
      }
      isEmpty = false;
      memory[at] = filters.up;
      run.subtract(row.at, above.at, at + 1, at + 1 + stride);
    }
    return { isEmpty, end: at };
  }

  return {
    pack(band) {
      const { isEmpty, end } = filter(band);
      const length = end - block;
      // All but the last are of one length, and nothing is always packed the same.
      if (isEmpty && empty?.length === length) return empty;
      const packed = { bytes: pack(block, end), adler: isEmpty ? adlerOfZeros(length) : sum(block, end), length };
      if (isEmpty) empty = packed;
      return packed;
    },
  };
}

/**
 * A picture's channels as a Photoshop document holds them, a plane each. A document tells every length before the first value, so
 * they are measured first: a photograph hardly shrinks when it is packed, and as it is needs no look at its pixels.
 */
import { stat } from "node:fs/promises";
import { AppError } from "#lib/errors.ts";
import { asGrey, openStored, type Pixels, readHeader, readPixels } from "../decode.ts";
import { mostPacked, packBits } from "./pack-bits.ts";
import { u16 } from "./psd-front.ts";

export interface Planes {
  readonly path: string;
  readonly as: "colour" | "mask";
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** Of each channel the bytes of each row; null where values lie there as they are. */
  readonly counts: readonly Uint16Array[] | null;
}

/** Rows that are written at once. */
const bandRows = 128;
/** A PNG that takes less than this share of its values is flat enough to be worth packing. */
const flatShare = 0.2;

export async function measurePlanes(path: string, as: Planes["as"]): Promise<Planes> {
  const { width, height, hasAlpha, format } = await readHeader(path);
  const channels = as === "mask" ? 1 : hasAlpha ? 4 : 3;
  const { size } = await stat(path);
  const plain: Planes = { path, as, width, height, channels, counts: null };
  if (format !== "png" || size > flatShare * width * height * channels) return plain;
  const pixels = await decodePlanes(plain);
  return { ...plain, counts: Array.from({ length: channels }, (_, channel) => countRows(pixels, channel)) };
}

export async function decodePlanes({ path, as, width, height, channels }: Planes): Promise<Pixels> {
  const stored = openStored(path);
  const pixels = await readPixels(as === "mask" ? asGrey(stored) : stored.toColourspace("srgb"));
  if (pixels.width === width && pixels.height === height && pixels.channels === channels) return pixels;
  throw new AppError("internal", `Expected ${channels} channels of ${width}×${height}, as the file's header says`);
}

/** How much a channel takes in the document, without the word that says how it is packed. */
export function planeBytes({ width, height, counts }: Planes, channel: number): number {
  const packed = counts?.[channel];
  return packed ? packed.reduce((sum, count) => sum + count, 2 * height) : width * height;
}

/** A few rows at a time, each piece made when the one before it is written. */
export function* planeRows(pixels: Pixels, channel: number, isPacked: boolean): Generator<Uint8Array> {
  const { width, height } = pixels;
  const row = new Uint8Array(width);
  for (let from = 0; from < height; from += bandRows) {
    const to = Math.min(height, from + bandRows);
    const band = Buffer.allocUnsafe((isPacked ? mostPacked(width) : width) * (to - from));
    let at = 0;
    for (let y = from; y < to; y += 1) {
      readRow(pixels, channel, y, isPacked ? row : band.subarray(at, at + width));
      at += isPacked ? packBits(row, band, at) : width;
    }
    yield band.subarray(0, at);
  }
}

/** The counts and rows of a channel that is white all over. */
export function opaquePlane(width: number, height: number): Buffer {
  const row = Buffer.alloc(mostPacked(width));
  const count = packBits(new Uint8Array(width).fill(255), row, 0);
  const counts = countsAsBytes(new Uint16Array(height).fill(count));
  return Buffer.concat([counts, ...Array<Buffer>(height).fill(row.subarray(0, count))]);
}

export function countsAsBytes(counts: Uint16Array): Buffer {
  return Buffer.concat(Array.from(counts, u16));
}

function countRows(pixels: Pixels, channel: number): Uint16Array {
  const { width, height } = pixels;
  const [row, packed] = [new Uint8Array(width), new Uint8Array(mostPacked(width))];
  return Uint16Array.from({ length: height }, (_, y) => {
    readRow(pixels, channel, y, row);
    return packBits(row, packed, 0);
  });
}

function readRow({ data, width, channels }: Pixels, channel: number, y: number, row: Uint8Array): void {
  for (let x = 0, i = y * width * channels + channel; x < width; x += 1, i += channels) row[x] = data[i] as number;
}

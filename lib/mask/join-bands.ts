/** A grey PNG is put together of bands that were packed before, wherever that was: knows nothing of drawing, so that it is small. */
import type { PngBand } from "./png-band.ts";
import { pngChunk } from "./png-chunk.ts";

const signature = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]);
/** Deflate with a window of 32 kB, nothing set. */
const zlibHeader = new Uint8Array([0x78, 0x01]);
const lastBlock = [1, 0, 0, 0xff, 0xff];
export const bandRows = 64;

/** By number; null where a band is another's. */
export type SharedBands = readonly (PngBand | null)[];

/** The whole mask, of what those have drawn who shared it. */
export function joinShares({ width, height }: { readonly width: number; readonly height: number }, shares: readonly SharedBands[]) {
  const bands = Array.from({ length: Math.ceil(height / bandRows) }, (_, band) => shares.find((share) => share[band])?.[band]);
  return joinBands(
    bands.flatMap((band) => band ?? []),
    width,
    height,
  );
}

/** The whole picture, of its bands from above to below. */
export function joinBands(bands: readonly PngBand[], width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  view.setUint8(8, 8);
  const end = new Uint8Array(lastBlock.length + 4);
  end.set(lastBlock);
  new DataView(end.buffer).setUint32(lastBlock.length, adlerOf(bands));
  const data = [pngChunk("IDAT", zlibHeader), ...bands.map((band) => band.chunk), pngChunk("IDAT", end)];
  return join([signature, pngChunk("IHDR", header), ...data, pngChunk("IEND", new Uint8Array())]);
}

const adlerBase = 65_521;

function adlerOf(bands: readonly PngBand[]): number {
  let low = 1;
  let high = 0;
  for (const { length, sum, sumOfSums } of bands) {
    high = (high + length * low + sumOfSums) % adlerBase;
    low = (low + sum) % adlerBase;
  }
  return high * 65_536 + low;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

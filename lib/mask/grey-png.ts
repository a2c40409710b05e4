/** An 8-bit grey PNG written here, so that the values that arrive are exactly those that were drawn. Runs in browsers and Node. */
import { type PngBand, packBand } from "./png-band.ts";
import { pngChunk } from "./png-chunk.ts";

const signature = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]);
/** Deflate with a window of 32 kB, nothing set. */
const zlibHeader = new Uint8Array([0x78, 0x01]);
const lastBlock = [1, 0, 0, 0xff, 0xff];
export const bandRows = 64;

export function encodeGreyPng(grey: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const bands = Array.from({ length: Math.ceil(height / bandRows) }, (_, band) => {
    return packBand(grey.subarray(band * bandRows * width, Math.min(height, (band + 1) * bandRows) * width), width);
  });
  return joinBands(bands, width, height);
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

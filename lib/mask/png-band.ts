/** Rows of a grey picture, packed as a piece of a PNG that can be made and kept by itself. */
import { type BandTokens, byteOfToken, bytesOfToken, tellBand, tokenCount } from "./band-tokens.ts";
import { deflateTokens } from "./deflate-tokens.ts";
import { pngChunk } from "./png-chunk.ts";

export interface PngBand {
  readonly chunk: Uint8Array<ArrayBuffer>;
  /** What the checksum of the whole needs to know of it: how many bytes it was, their sum, and the sum of all sums on the way. */
  readonly length: number;
  readonly sum: number;
  readonly sumOfSums: number;
}

export function packBand(rows: Uint8Array, width: number): PngBand {
  return packTokens(tellBand(rows, width));
}

export function packTokens(tokens: BandTokens): PngBand {
  const counts = new Uint32Array(tokenCount);
  let length = 0;
  let sum = 0;
  let sumBefore = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? 0;
    const byte = byteOfToken[token] ?? 0;
    counts[token] = (counts[token] ?? 0) + 1;
    sum += byte;
    sumBefore += length * byte;
    length += bytesOfToken[token] ?? 0;
  }
  // A byte is in every sum from its own place to the end.
  return { chunk: pngChunk("IDAT", deflateTokens(tokens, counts)), length, sum, sumOfSums: length * sum - sumBefore };
}

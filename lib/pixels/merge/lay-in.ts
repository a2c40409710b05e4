/** Lays the changed parts of a small result into a large picture: only what comes over is ever drawn at the picture's size. */

import { blendIn, type Counts } from "../paste/blend-in.ts";
import type { Raster } from "../raster.ts";
import { openPlaced, type PlaceRequest, type SparseMask } from "./place-result.ts";
import type { Span } from "./placement.ts";

export interface LayIn {
  /** RGB or RGBA; written to, and only where `alpha` is above 0. */
  readonly picture: Raster;
  /** Of the same size. */
  readonly alpha: SparseMask;
  readonly result: PlaceRequest["result"];
  readonly placement: PlaceRequest["placement"];
}

export interface LaidIn extends Counts {
  /** 1 for every row that was written to; all others are the same bytes as before. */
  readonly isTouched: Uint8Array;
}

/** What changed is counted on whole rows, each beside a copy of what it was. */
export function layIn({ picture, alpha, result, placement }: LayIn): LaidIn {
  const { width, height, channels } = picture;
  const readRow = openPlaced({ result, placement, width, height });
  const values = new Uint8ClampedArray(width * 3);
  const before = new Uint8Array(width * channels);
  const isTouched = new Uint8Array(height);
  const sums = { changed: 0, changedOutside: 0, inside: 0 };
  for (let y = 0; y < height; y++) {
    const span = alpha.spans[y] as Span;
    const { from, to } = span;
    if (to <= from) continue;
    isTouched[y] = 1;
    const after = picture.data.subarray(y * width * channels, (y + 1) * width * channels);
    before.set(after);
    readRow(y, values, from, to);
    const size = to - from;
    const shares = alpha.data.subarray(y * width, (y + 1) * width);
    blendIn({
      picture,
      box: { x: from, y, width: size, height: 1 },
      result: { width: size, height: 1, channels: 3, data: values.subarray(from * 3, to * 3) },
      alpha: { width: size, height: 1, channels: 1, data: shares.subarray(from, to) },
    });
    countRow({ before, after, shares, span, channels }, sums);
  }
  const pixels = width * height;
  return { pixels, changed: sums.changed, outside: { pixels: pixels - sums.inside, changed: sums.changedOutside }, isTouched };
}

interface RowPair {
  readonly before: Uint8Array;
  readonly after: Raster["data"];
  readonly shares: Raster["data"];
  readonly span: Span;
  readonly channels: number;
}

interface Sums {
  changed: number;
  changedOutside: number;
  inside: number;
}

function countRow({ before, after, shares, span, channels }: RowPair, sums: Sums): void {
  for (let x = span.from, at = x * channels; x < span.to; x++, at += channels) {
    let isSame = true;
    for (let i = at; i < at + channels; i++) if (before[i] !== after[i]) isSame = false;
    const isInside = (shares[x] as number) > 0;
    if (isInside) sums.inside++;
    if (isSame) continue;
    sums.changed++;
    if (!isInside) sums.changedOutside++;
  }
  const beside = countDifferences(before, after, 0, span.from * channels, channels);
  const behind = countDifferences(before, after, span.to * channels, before.length, channels);
  sums.changed += beside + behind;
  sums.changedOutside += beside + behind;
}

/** Pixels that are no longer the same, from one value to another. */
function countDifferences(before: Uint8Array, after: Raster["data"], from: number, to: number, channels: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    if (before[i] === after[i]) continue;
    count++;
    i += channels - 1 - (i % channels);
  }
  return count;
}

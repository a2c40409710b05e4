/** Lays the changed parts of a small result into a large picture: only what comes over is ever drawn at the picture's size. */

import { blendIn, type Counts } from "../paste/blend-in.ts";
import type { Raster } from "../raster.ts";
import { filledSpan, openPlaced, type PlaceRequest } from "./place-result.ts";

export interface LayIn {
  /** RGB or RGBA; written to, and only where `alpha` is above 0. */
  readonly picture: Raster;
  /** Grey, of the same size. */
  readonly alpha: Raster;
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
    const { from, to } = filledSpan(alpha, y);
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
    countRow({ before, after, shares, channels }, sums);
  }
  const pixels = width * height;
  return { pixels, changed: sums.changed, outside: { pixels: pixels - sums.inside, changed: sums.changedOutside }, isTouched };
}

interface RowPair {
  readonly before: Uint8Array;
  readonly after: Raster["data"];
  readonly shares: Raster["data"];
  readonly channels: number;
}

function countRow({ before, after, shares, channels }: RowPair, sums: { changed: number; changedOutside: number; inside: number }): void {
  for (let x = 0, at = 0; x < shares.length; x++, at += channels) {
    let isSame = true;
    for (let i = at; i < at + channels; i++) if (before[i] !== after[i]) isSame = false;
    const isInside = (shares[x] as number) > 0;
    if (isInside) sums.inside++;
    if (isSame) continue;
    sums.changed++;
    if (!isInside) sums.changedOutside++;
  }
}

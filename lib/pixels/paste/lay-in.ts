/** Lays what a model made into a large picture: only what comes over is ever drawn at the picture's size. */
import type { Box } from "../crop.ts";
import type { PlacedRows } from "../merge/place-result.ts";
import type { Span } from "../merge/placement.ts";
import { bytesOf, type Raster } from "../raster.ts";
import { blendIn, type Counts } from "./blend-in.ts";
import { areSame } from "./same-runs.ts";
import type { RimRows } from "./soft-rim.ts";
import type { SparseMask } from "./sparse-mask.ts";

export interface LayIn {
  /** RGB or RGBA; written to, and only where `alpha` is above 0. */
  readonly picture: Raster;
  /** Where in the picture the mask and what comes over lie, all of one size. */
  readonly box: Box;
  readonly alpha: SparseMask;
  readonly readRow: PlacedRows;
  readonly rim: RimRows | null;
  /** Where the picture was before its canvas grew: what lies around it is new, whatever its values. */
  readonly own: Box;
}

/** What changed is counted on whole rows, each beside a copy of what it was; rows without a share are the same bytes as before. */
export function layIn({ picture, box, alpha, readRow, rim, own }: LayIn): Counts {
  const { width, height, channels } = picture;
  const bytes = bytesOf(picture);
  const values = new Uint8ClampedArray(box.width * 3);
  const before = new Uint8Array(width * channels);
  const shares = new Uint8Array(width);
  const sums: Sums = { inside: 0, newInside: 0, changed: 0, changedOutside: 0 };
  for (let y = 0; y < box.height; y++) {
    const { from, to } = alpha.spans[y] as Span;
    if (to <= from) continue;
    const row = box.y + y;
    const after = bytes.subarray(row * width * channels, (row + 1) * width * channels);
    before.set(after);
    readRow(y, values, from, to);
    const beneath = before.subarray(box.x * channels);
    rim?.({ y, values, own: beneath, channels, shares: alpha.data.subarray(y * box.width, (y + 1) * box.width), from, to });
    const size = to - from;
    const filled = alpha.data.subarray(y * box.width + from, y * box.width + to);
    blendIn({
      picture,
      box: { x: box.x + from, y: row, width: size, height: 1 },
      result: { width: size, height: 1, channels: 3, data: values.subarray(from * 3, to * 3) },
      alpha: { width: size, height: 1, channels: 1, data: filled },
    });
    shares.fill(0).set(filled, box.x + from);
    const isOwn = row >= own.y && row < own.y + own.height;
    const kept = isOwn ? { from: own.x, to: own.x + own.width } : { from: width, to: width };
    countRow({ before, after, shares, span: { from: box.x + from, to: box.x + to }, kept, channels }, sums);
  }
  const pixels = width * height;
  const added = pixels - own.width * own.height;
  return {
    pixels,
    changed: sums.changed + added,
    outside: { pixels: pixels - sums.inside, changed: sums.changedOutside + added - sums.newInside },
  };
}

/** 1 for every row of the picture that a mask over a box of it gives leave to change. */
export function touchedRows(height: number, box: Box, { spans }: Pick<SparseMask, "spans">): Uint8Array {
  const isTouched = new Uint8Array(height);
  for (const [y, { from, to }] of spans.entries()) if (to > from) isTouched[box.y + y] = 1;
  return isTouched;
}

interface RowPair {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly shares: Uint8Array;
  /** Beyond it no share is above 0. */
  readonly span: Span;
  /** What was not there before is counted elsewhere. */
  readonly kept: Span;
  readonly channels: number;
}

interface Sums {
  inside: number;
  newInside: number;
  /** Of what was there before. */
  changed: number;
  changedOutside: number;
}

function countRow({ before, after, shares, span, kept, channels }: RowPair, sums: Sums): void {
  let [inside, newInside, changed, changedOutside] = [0, 0, 0, 0];
  for (let x = span.from, at = x * channels; x < span.to; x++, at += channels) {
    const isInside = (shares[x] as number) > 0;
    if (isInside) inside++;
    if (x < kept.from || x >= kept.to) {
      if (isInside) newInside++;
      continue;
    }
    let apart = (before[at] as number) ^ (after[at] as number);
    apart |= ((before[at + 1] as number) ^ (after[at + 1] as number)) | ((before[at + 2] as number) ^ (after[at + 2] as number));
    if (channels === 4) apart |= (before[at + 3] as number) ^ (after[at + 3] as number);
    if (apart === 0) continue;
    changed++;
    if (!isInside) changedOutside++;
  }
  const beside = countDifferences(before, after, { from: kept.from, to: Math.min(kept.to, span.from) }, channels);
  const behind = countDifferences(before, after, { from: Math.max(kept.from, span.to), to: kept.to }, channels);
  sums.inside += inside;
  sums.newInside += newInside;
  sums.changed += changed + beside + behind;
  sums.changedOutside += changedOutside + beside + behind;
}

/** Pixels that are no longer the same. */
function countDifferences(before: Uint8Array, after: Uint8Array, { from, to }: Span, channels: number): number {
  if (to <= from || areSame(before, after, from * channels, to * channels)) return 0;
  let count = 0;
  for (let i = from * channels; i < to * channels; i++) {
    if (before[i] === after[i]) continue;
    count++;
    i += channels - 1 - (i % channels);
  }
  return count;
}

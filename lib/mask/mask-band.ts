/** A stretch of rows of a mask that follows the operations: what it is after more of them, or fewer, as far as that needs no drawing. */
import { type BandTokens, turnTokens } from "./band-tokens.ts";
import type { PngBand } from "./png-band.ts";

/** As it is after so many of the operations, and as a piece of the file once it was packed. */
export interface MaskBand {
  readonly count: number;
  readonly tokens: BandTokens;
  readonly packed: PngBand | null;
  /** What the newest of them were drawn on top of. */
  readonly below: MaskBand | null;
}

/** So many steps back are kept: a hand that tries something out takes back no more at once. */
const mostBelow = 3;

/** Forgets what lies too far below. */
export function withoutDeepest(band: MaskBand | null, left = mostBelow): MaskBand | null {
  return band && left > 0 ? { ...band, below: withoutDeepest(band.below, left - 1) } : null;
}

/** The bands that an operation may change, up to the second and not that; turning around is its own way back and needs no drawing. */
export interface BandChange {
  readonly first: number;
  readonly end: number;
  readonly isTurn: boolean;
}

function reaches({ first, end }: BandChange, number: number): boolean {
  return first <= number && number < end;
}

function turned(band: MaskBand): MaskBand {
  return { ...band, tokens: turnTokens(band.tokens), packed: null };
}

/** What it was after the first operations, from which these led on; null where that has to be drawn. */
export function goBack(band: MaskBand | null, number: number, same: number, removed: readonly BandChange[]): MaskBand | null {
  if (!band || band.count <= same) return band;
  let back = band;
  for (const change of removed.slice(0, band.count - same).reverse()) {
    if (!reaches(change, number)) continue;
    if (!change.isTurn) return goBack(band.below, number, same, removed);
    back = turned(back);
  }
  return { ...back, count: same };
}

/** What it is after these operations, as far as that needs no drawing. */
export function goOn(band: MaskBand | null, number: number, same: number, added: readonly BandChange[]): MaskBand | null {
  if (band?.count !== same) return band;
  let on = band;
  let count = same;
  for (const change of added) {
    if (reaches(change, number) && !change.isTurn) break;
    if (reaches(change, number)) on = turned(on);
    count += 1;
  }
  return { ...on, count };
}

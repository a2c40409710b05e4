/** Looks for blocks of one plane in another, by normalised correlation. */
import type { Plane } from "../plane.ts";
import { type Correlation, openCorrelation } from "./correlate.ts";

export interface Match {
  /** The block's centre. */
  readonly x: number;
  readonly y: number;
  /** Where it was found, relative to that: the likeliest first. */
  readonly peaks: readonly Peak[];
}

export interface Peak {
  readonly dx: number;
  readonly dy: number;
  readonly likeness: number;
}

export interface Search {
  /** A multiple of eight. */
  readonly side: number;
  readonly step: number;
  readonly reach: number;
  readonly mostPeaks: number;
}

/** Mean square of an evened plane below which a block has nothing to be found by. */
const leastDetail = 0.12;
export const leastLikeness = 0.5;

export function matchBlocks(picture: Plane, result: Plane, search: Search): readonly Match[] {
  const { side, step, reach } = search;
  const matches: Match[] = [];
  const scores = new Float32Array((2 * reach + 1) ** 2);
  const powers = sumSquares(result);
  const correlate = openCorrelation(picture, result, side);
  for (let top = 0; top + side <= picture.height; top += step) {
    for (let left = 0; left + side <= picture.width; left += step) {
      if (detailOf(picture, left, top, side) < leastDetail) continue;
      scoreOffsets({ picture, result, correlate, powers, left, top, search, scores });
      const peaks = findPeaks(scores, reach, search.mostPeaks);
      if (peaks.length > 0) matches.push({ x: left + (side - 1) / 2, y: top + (side - 1) / 2, peaks });
    }
  }
  return matches;
}

function detailOf({ width, data }: Plane, left: number, top: number, side: number): number {
  let sum = 0;
  for (let y = top; y < top + side; y++)
    for (let at = y * width + left; at < y * width + left + side; at++) sum += (data[at] as number) ** 2;
  return sum / (side * side);
}

interface Scoring {
  readonly picture: Plane;
  readonly result: Plane;
  readonly correlate: Correlation;
  readonly powers: Float64Array;
  readonly left: number;
  readonly top: number;
  readonly search: Search;
  readonly scores: Float32Array;
}

function scoreOffsets({ picture, result, correlate, powers, left, top, search: { side, reach }, scores }: Scoring): void {
  const { width, height } = result;
  const ownPower = detailOf(picture, left, top, side) * side * side;
  const line = width + 1;
  let slot = 0;
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++, slot++) {
      scores[slot] = -1;
      if (left + dx < 0 || top + dy < 0 || left + dx + side > width || top + dy + side > height) continue;
      const above = (top + dy) * line + left + dx;
      const below = above + side * line;
      const upper = (powers[above + side] as number) - (powers[above] as number);
      const power = (powers[below + side] as number) - (powers[below] as number) - upper;
      scores[slot] = correlate(left, top, left + dx, top + dy) / Math.sqrt(ownPower * Math.max(power, 1e-6));
    }
  }
}

/** Of all above and to the left: four of them tell the sum over any box. */
function sumSquares({ width, height, data }: Plane): Float64Array {
  const line = width + 1;
  const sums = new Float64Array(line * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x] as number;
      row += value * value;
      sums[(y + 1) * line + x + 1] = (sums[y * line + x + 1] as number) + row;
    }
  }
  return sums;
}

function findPeaks(scores: Float32Array, reach: number, most: number): readonly Peak[] {
  const across = 2 * reach + 1;
  const peaks: Peak[] = [];
  for (let row = 1; row < across - 1; row++) {
    for (let column = 1; column < across - 1; column++) {
      const at = row * across + column;
      const score = scores[at] as number;
      if (score < leastLikeness || !isHighest(scores, at, across)) continue;
      const dx = column - reach + crest(scores[at - 1] as number, score, scores[at + 1] as number);
      const dy = row - reach + crest(scores[at - across] as number, score, scores[at + across] as number);
      peaks.push({ dx, dy, likeness: score });
    }
  }
  return peaks.toSorted((a, b) => b.likeness - a.likeness).slice(0, most);
}

function isHighest(scores: Float32Array, at: number, across: number): boolean {
  const score = scores[at] as number;
  for (const step of [-across - 1, -across, -across + 1, -1, 1, across - 1, across, across + 1]) {
    if ((scores[at + step] as number) > score) return false;
  }
  return true;
}

/** Where a parabola through three scores is highest, −½ … ½. */
function crest(before: number, here: number, after: number): number {
  const bend = before - 2 * here + after;
  return bend < 0 && before > -1 && after > -1 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
}

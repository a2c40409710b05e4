/** From where blocks were found to one placement, although some were edited and some were taken for others. */
import { createRandom } from "../random.ts";
import type { Match } from "./match-blocks.ts";
import { inPlace, type Placement } from "./placement.ts";

const draws = 800;
/** No model zooms by more. */
const mostZoom = 0.1;
/** A picture that came back where it was is the likeliest case. */
const inPlaceBonus = 1.05;
const rounds = 12;

/** The placement that most blocks agree with, within `tolerance` pixels. */
export function drawPlacement(matches: readonly Match[], tolerance: number): Placement {
  const random = createRandom(1);
  let best = inPlace;
  let bestScore = scoreOf(matches, inPlace, tolerance) * inPlaceBonus;
  for (let draw = 0; draw < draws && matches.length > 1; draw++) {
    const candidate = fromTwo(pick(matches, random()), pick(matches, random()), random);
    if (!candidate) continue;
    const score = scoreOf(matches, candidate, tolerance);
    if (score <= bestScore) continue;
    best = candidate;
    bestScore = score;
  }
  return best;
}

interface Pair {
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
  readonly trust: number;
}

export interface Fit {
  readonly placement: Placement;
  /** Blocks that agree within a pixel, and how far the middle one of those is off. */
  readonly agreeing: number;
  readonly residual: number;
  /** How far off the placement may well be at a place, px. */
  readonly doubtAt: (x: number, y: number) => number;
}

/** Least squares, an axis at a time, in which what disagrees counts less and less (Tukey). */
export function refinePlacement(matches: readonly Match[], start: Placement, tolerance: number): Fit {
  const pairs = matches.flatMap((match) => nearestPeak(match, start, tolerance * 3));
  let placement = start;
  for (let round = 0; round < rounds && pairs.length >= 4; round++) {
    const misses = pairs.map((pair) => missOf(pair, placement));
    const reach = Math.max(0.15, 4.7 * 1.4826 * medianOf(misses));
    const trust = misses.map((miss, n) => (miss < reach ? (1 - (miss / reach) ** 2) ** 2 * (pairs[n] as Pair).trust : 0));
    const [scaleX, shiftX] = fitLine(
      pairs,
      (pair) => pair.x,
      (pair) => pair.toX,
      trust,
    ) ?? [placement.scaleX, placement.shiftX];
    const [scaleY, shiftY] = fitLine(
      pairs,
      (pair) => pair.y,
      (pair) => pair.toY,
      trust,
    ) ?? [placement.scaleY, placement.shiftY];
    placement = { scaleX, shiftX, scaleY, shiftY };
  }
  const near = pairs.filter((pair) => missOf(pair, placement) < 1);
  const misses = near.map((pair) => missOf(pair, placement));
  const residual = near.length === 0 ? Number.POSITIVE_INFINITY : medianOf(misses);
  const doubtAt = (x: number, y: number) => Math.hypot(doubtAlong(near, "x", x), doubtAlong(near, "y", y)) * residual;
  return { placement, agreeing: near.length, residual, doubtAt };
}

/** What a line through pairs is worth at a place, beside one pair: few of them, or all in one corner, tell little elsewhere. */
function doubtAlong(pairs: readonly Pair[], axis: "x" | "y", place: number): number {
  const mean = pairs.reduce((sum, pair) => sum + pair[axis], 0) / pairs.length;
  const spread = pairs.reduce((sum, pair) => sum + (pair[axis] - mean) ** 2, 0);
  return Math.sqrt(1 / pairs.length + (place - mean) ** 2 / spread);
}

function pick(matches: readonly Match[], random: number): Match {
  return matches[Math.floor(random * matches.length)] as Match;
}

function fromTwo(a: Match, b: Match, random: () => number): Placement | null {
  const [first, second] = [a.peaks[Math.floor(random() ** 2 * a.peaks.length)], b.peaks[Math.floor(random() ** 2 * b.peaks.length)]];
  const [x, y] = [b.x - a.x, b.y - a.y];
  const distance = x * x + y * y;
  if (!first || !second || distance < 400) return null;
  const scale = 1 + ((second.dx - first.dx) * x + (second.dy - first.dy) * y) / distance;
  if (Math.abs(scale - 1) > mostZoom) return null;
  return { scaleX: scale, shiftX: a.x + first.dx - scale * a.x, scaleY: scale, shiftY: a.y + first.dy - scale * a.y };
}

function scoreOf(matches: readonly Match[], placement: Placement, tolerance: number): number {
  let score = 0;
  for (const match of matches) {
    const [dx, dy] = offsetAt(match, placement);
    for (const peak of match.peaks) {
      if (Math.abs(peak.dx - dx) > tolerance || Math.abs(peak.dy - dy) > tolerance) continue;
      score += peak.likeness;
      break;
    }
  }
  return score;
}

function nearestPeak(match: Match, placement: Placement, tolerance: number): readonly Pair[] {
  const [dx, dy] = offsetAt(match, placement);
  const off = (peak: Match["peaks"][number]) => Math.hypot(peak.dx - dx, peak.dy - dy);
  const [peak] = match.peaks.toSorted((a, b) => off(a) - off(b));
  if (!peak || off(peak) > tolerance) return [];
  return [{ x: match.x, y: match.y, toX: match.x + peak.dx, toY: match.y + peak.dy, trust: peak.likeness ** 4 }];
}

function offsetAt({ x, y }: Match, { scaleX, shiftX, scaleY, shiftY }: Placement): readonly [number, number] {
  return [(scaleX - 1) * x + shiftX, (scaleY - 1) * y + shiftY];
}

function missOf({ x, y, toX, toY }: Pair, { scaleX, shiftX, scaleY, shiftY }: Placement): number {
  return Math.hypot(scaleX * x + shiftX - toX, scaleY * y + shiftY - toY);
}

function fitLine(
  pairs: readonly Pair[],
  from: (pair: Pair) => number,
  to: (pair: Pair) => number,
  trust: readonly number[],
): readonly [scale: number, shift: number] | null {
  let [weight, sumFrom, sumTo] = [0, 0, 0];
  for (const [n, pair] of pairs.entries()) {
    const w = trust[n] as number;
    weight += w;
    sumFrom += w * from(pair);
    sumTo += w * to(pair);
  }
  if (weight <= 0) return null;
  const [meanFrom, meanTo] = [sumFrom / weight, sumTo / weight];
  let [spread, both] = [0, 0];
  for (const [n, pair] of pairs.entries()) {
    const w = trust[n] as number;
    spread += w * (from(pair) - meanFrom) ** 2;
    both += w * (from(pair) - meanFrom) * (to(pair) - meanTo);
  }
  if (spread < 1) return null;
  const scale = both / spread;
  return Math.abs(scale - 1) > mostZoom * 1.5 ? null : [scale, meanTo - scale * meanFrom];
}

export function medianOf(values: readonly number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0;
}

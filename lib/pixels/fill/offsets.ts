/**
 * How a picture repeats itself: the offsets at which its known patches find similar ones, and of those the most frequent
 * (He and Sun 2012). A hole that is filled with few such shifted copies continues lines and patterns.
 */
import type { Random } from "../random.ts";
import { part, type Work } from "../work.ts";
import { type Level, patchReach } from "./level.ts";
import { patchDistance } from "./patch-match.ts";

export interface Offset {
  readonly dx: number;
  readonly dy: number;
}

const sweeps = 3;
const rowsPerPause = 4;
/** Nearer ones are similar only because every picture is smooth. */
const nearest = 1 / 15;
const blur = [1, 4, 6, 4, 1] as const;
/** A patch counts for this much, and for so much more a grey level of its structure: lines must go on, a sky needs no shift. */
const evenWeight = 0.5;
const structureWeight = 1 / 16;
const mostStructure = 60;

/** How often each offset was found; asked for the most frequent ones more than once, it gives others by chance. */
export interface Repeats {
  readonly histogram: Float32Array;
  readonly width: number;
  readonly height: number;
}

export function* findRepeats(level: Level, random: Random): Work<Repeats> {
  const similar = yield* part(findSimilar(level, random), 0, 0.9);
  const { width, height } = level;
  const across = 2 * width + 1;
  const histogram = new Float32Array(across * (2 * height + 1));
  for (const from of level.sources) {
    const to = similar[from] as number;
    if (to < 0) continue;
    const dx = (to % width) - (from % width);
    const dy = Math.floor(to / width) - Math.floor(from / width);
    const weight = evenWeight + structureWeight * measureStructure(level, from);
    // Similarity has no direction: the way back counts as much.
    for (const sign of [1, -1]) {
      const at = (sign * dy + height) * across + sign * dx + width;
      histogram[at] = (histogram[at] as number) + weight;
    }
  }
  yield 0.95;
  return { histogram: smooth(histogram, across), width, height };
}

/** At most `count` offsets, the most frequent first. Chance tips what is nearly even, more so with more freedom (0..1). */
export function pickOffsets({ histogram, width, height }: Repeats, count: number, freedom: number, random: Random): readonly Offset[] {
  const across = 2 * width + 1;
  const peaks: { at: number; weight: number }[] = [];
  for (let at = 0; at < histogram.length; at++) {
    const value = histogram[at] as number;
    if (value < 0.3 || !isHighest(histogram, across, at)) continue;
    peaks.push({ at, weight: value * (1 - freedom * random()) });
  }
  peaks.sort((a, b) => b.weight - a.weight || a.at - b.at);
  return peaks.slice(0, count).map(({ at }) => ({ dx: (at % across) - width, dy: Math.floor(at / across) - height }));
}

/** For each wholly known patch the most similar one that is not near (-1 = none found). */
function* findSimilar(level: Level, random: Random): Work<Int32Array> {
  const { width, height, sources, isSource, colours } = level;
  const least = Math.max(3, Math.round(Math.max(width, height) * nearest));
  const match = new Int32Array(width * height).fill(-1);
  const cost = new Int32Array(width * height).fill(2_000_000_000);
  const consider = (from: number, to: number): void => {
    if (isSource[to] !== 1) return;
    const x = from % width;
    const tx = to % width;
    if (Math.abs(x - tx) < least && Math.abs(from - x - (to - tx)) < least * width) return;
    const limit = cost[from] as number;
    const distance = patchDistance(colours, width, from, to, limit);
    if (distance >= limit) return;
    match[from] = to;
    cost[from] = distance;
  };
  for (let n = 0; n < sweeps; n++) {
    const back = n % 2 === 0 ? -1 : 1;
    for (let k = 0; k < sources.length; k++) {
      if (k % (rowsPerPause * width) === 0) yield (n + k / sources.length) / sweeps;
      const from = sources[n % 2 === 0 ? k : sources.length - 1 - k] as number;
      const beside = match[from + back] as number;
      if (beside >= 0) consider(from, beside - back);
      const above = match[from + back * width] as number;
      if (above >= 0) consider(from, above - back * width);
      consider(from, sources[Math.floor(random() * sources.length)] as number);
      const best = match[from] as number;
      // Every other one searches on its own; the rest hear of it from their neighbours.
      if (best < 0 || (k + n) % 2 === 0) continue;
      for (let radius = Math.max(width, height) / 2; radius >= 1; radius /= 2) {
        const bx = best % width;
        const x = bx + Math.round((random() * 2 - 1) * radius);
        const y = (best - bx) / width + Math.round((random() * 2 - 1) * radius);
        if (x >= patchReach && y >= patchReach && x < width - patchReach && y < height - patchReach) consider(from, y * width + x);
      }
    }
  }
  return match;
}

/** What differs across a patch, from left to right and from above to below, on the mean of the channels. */
function measureStructure({ colours, width }: Level, at: number): number {
  let sum = 0;
  for (let c = 0; c < 3; c++) {
    const [left, right] = [colours[(at - 2) * 3 + c] as number, colours[(at + 2) * 3 + c] as number];
    const [above, below] = [colours[(at - 2 * width) * 3 + c] as number, colours[(at + 2 * width) * 3 + c] as number];
    sum += Math.abs(left - right) + Math.abs(above - below);
  }
  return Math.min(mostStructure, sum / 3);
}

function smooth(histogram: Float32Array, across: number): Float32Array {
  const pass = (values: Float32Array, step: number): Float32Array =>
    values.map((_, i) => blur.reduce((sum, weight, k) => sum + weight * (values[i + (k - 2) * step] ?? 0), 0) / 16);
  return pass(pass(histogram, 1), across);
}

function isHighest(histogram: Float32Array, across: number, at: number): boolean {
  const value = histogram[at] as number;
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2; dx <= 2; dx++) {
      const near = at + dy * across + dx;
      const other = histogram[near] ?? 0;
      if (other > value || (other === value && near < at)) return false;
    }
  }
  return true;
}

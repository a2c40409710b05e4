/**
 * From matched patches to pixels. Every patch that covers an unknown pixel proposes a source pixel: averaging them is
 * smooth and right while sizes are small; copying the one with the most weight behind it keeps detail crisp.
 */
import type { Work } from "../work.ts";
import { type Level, patchReach } from "./level.ts";
import type { Matches } from "./patch-match.ts";

export type VoteKind = "average" | "copy";

/** Enough to know how costs are spread. */
const mostSampled = 50_000;
const side = 2 * patchReach + 1;
/** Deeper than this nothing is trusted any less. */
const deepest = 255;
const trust = Float64Array.from({ length: deepest + 1 }, (_, depth) => 1.15 ** -depth);

/** Writes the hole's pixels. Returns for each pixel of the level the source pixel it was copied from (-1 elsewhere). */
export function* vote(level: Level, matches: Matches, kind: VoteKind): Work<Int32Array> {
  const { width, height, hole, colours } = level;
  const weights = weigh(level, matches);
  const origin = new Int32Array(width * height).fill(-1);
  const proposed = new Int32Array(side * side);
  const support = new Float64Array(side * side);
  // Colours change only after all votes are in, and votes read known pixels only, so writing in place is safe.
  for (let i = 0; i < hole.length; i++) {
    if (i % width === 0) yield i / hole.length;
    if (!hole[i]) continue;
    const x = i % width;
    const y = (i - x) / width;
    const only = soleProposal(level, matches.source, i, x, y);
    if (only >= 0) {
      origin[i] = only;
      for (let c = 0; c < 3; c++) colours[i * 3 + c] = colours[only * 3 + c] as number;
      continue;
    }
    let count = 0;
    for (let dy = -patchReach; dy <= patchReach; dy++) {
      if (y + dy < 0 || y + dy >= height) continue;
      for (let dx = -patchReach; dx <= patchReach; dx++) {
        if (x + dx < 0 || x + dx >= width) continue;
        const centre = i + dy * width + dx;
        const source = matches.source[centre] as number;
        if (source < 0) continue;
        const from = source - dy * width - dx;
        const weight = weights[centre] as number;
        let slot = 0;
        while (slot < count && proposed[slot] !== from) slot++;
        if (slot === count) {
          proposed[slot] = from;
          support[slot] = 0;
          count++;
        }
        support[slot] = (support[slot] as number) + weight;
      }
    }
    if (count > 0) decide(colours, origin, i, proposed, support, count, kind);
  }
  return origin;
}

/** The pixel all patches propose; -1 where they differ. Inside a copy they mostly agree, and nothing is to be weighed. */
function soleProposal({ width, height }: Level, source: Int32Array, pixel: number, x: number, y: number): number {
  let only = -1;
  const [top, bottom] = [Math.max(-patchReach, -y), Math.min(patchReach, height - 1 - y)];
  const [left, right] = [Math.max(-patchReach, -x), Math.min(patchReach, width - 1 - x)];
  for (let dy = top; dy <= bottom; dy++) {
    for (let dx = left; dx <= right; dx++) {
      const step = dy * width + dx;
      const given = source[pixel + step] as number;
      if (given < 0) continue;
      if (only < 0) only = given - step;
      else if (only !== given - step) return -1;
    }
  }
  return only;
}

function decide(
  colours: Uint8ClampedArray,
  origin: Int32Array,
  pixel: number,
  proposed: Int32Array,
  support: Float64Array,
  count: number,
  kind: VoteKind,
): void {
  let winner = 0;
  let total = 0;
  const mean = [0, 0, 0];
  for (let slot = 0; slot < count; slot++) {
    const weight = support[slot] as number;
    if (weight > (support[winner] as number)) winner = slot;
    total += weight;
    const from = (proposed[slot] as number) * 3;
    for (let c = 0; c < 3; c++) mean[c] = (mean[c] as number) + weight * (colours[from + c] as number);
  }
  const source = proposed[winner] as number;
  origin[pixel] = source;
  for (let c = 0; c < 3; c++) {
    colours[pixel * 3 + c] = kind === "copy" ? (colours[source * 3 + c] as number) : (mean[c] as number) / total;
  }
}

/** Good matches count more, and so do patches near the known side, where less is guessed. */
function weigh(level: Level, matches: Matches): Float32Array {
  const stride = Math.ceil(level.targets.length / mostSampled);
  const costs = new Int32Array(Math.ceil(level.targets.length / stride));
  for (let n = 0; n < costs.length; n++) costs[n] = matches.cost[level.targets[n * stride] as number] as number;
  costs.sort();
  const variance = 3 * Math.max(1, costs[Math.floor(costs.length * 0.75)] ?? 1);
  const weights = new Float32Array(level.width * level.height);
  for (const target of level.targets) {
    weights[target] =
      Math.exp(-(matches.cost[target] as number) / (2 * variance)) * (trust[Math.min(deepest, level.depth[target] as number)] as number) +
      1e-12;
  }
  return weights;
}

/**
 * The first guess at the smallest size: from the outline inwards, each spot takes the middle of the known patch that
 * agrees best with what stands already. Texture begins here: from a smooth guess only smooth patches would be found.
 */
import type { Random } from "../random.ts";
import type { Work } from "../work.ts";
import { type Level, patchReach, unknownPixels } from "./level.ts";

const largestSearch = 6_000_000;
/** Among candidates this close to the best any may be taken, so that another seed gives another picture. */
const tolerance = 1.15;
/** How much a pixel that is only the smooth surface's guess counts beside a known one. */
const guessWeight = 0.03;

/** Expects the hole to hold the membrane. */
export function* peelOnion(level: Level, random: Random): Work<void> {
  const { width, height, hole, depth } = level;
  const order = (yield* unknownPixels(level)).sort((a, b) => (depth[a] as number) - (depth[b] as number));
  const settled = Float32Array.from(hole, (unknown) => (unknown ? guessWeight : 1));
  const candidates = chooseCandidates(level, order.length, random);
  const costs = new Float64Array(candidates.length);
  for (const pixel of order) {
    if (settled[pixel] === 1) continue;
    yield 0;
    const x = Math.min(width - 1 - patchReach, Math.max(patchReach, pixel % width));
    const y = Math.min(height - 1 - patchReach, Math.max(patchReach, Math.floor(pixel / width)));
    const centre = y * width + x;
    let best = Infinity;
    for (let n = 0; n < candidates.length; n++) {
      const cost = compare(level, settled, centre, candidates[n] as number, best * tolerance);
      costs[n] = cost;
      if (cost < best) best = cost;
    }
    const fair: number[] = [];
    for (let n = 0; n < candidates.length; n++) if ((costs[n] as number) <= best * tolerance) fair.push(candidates[n] as number);
    const source = fair[Math.floor(random() * fair.length)] as number;
    copyMiddle(level, settled, pixel, source + (pixel - centre));
  }
}

function chooseCandidates(level: Level, steps: number, random: Random): Int32Array {
  const most = Math.max(50, Math.floor(largestSearch / (steps + 1)));
  if (level.sources.length <= most) return level.sources;
  return Int32Array.from({ length: most }, () => level.sources[Math.floor(random() * level.sources.length)] as number);
}

function compare(level: Level, settled: Float32Array, centre: number, source: number, limit: number): number {
  const { width, colours } = level;
  let sum = 1;
  for (let dy = -patchReach; dy <= patchReach; dy++) {
    for (let dx = -patchReach; dx <= patchReach; dx++) {
      const a = centre + dy * width + dx;
      const b = (source + dy * width + dx) * 3;
      let d = 0;
      for (let c = 0; c < 3; c++) d += ((colours[a * 3 + c] as number) - (colours[b + c] as number)) ** 2;
      sum += d * (settled[a] as number);
    }
    if (sum > limit) return Infinity;
  }
  return sum;
}

function copyMiddle(level: Level, settled: Float32Array, pixel: number, source: number): void {
  const { width, hole, colours } = level;
  const x = pixel % width;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const to = pixel + dy * width + dx;
      const from = source + dy * width + dx;
      if (x + dx < 0 || x + dx >= width || !hole[to] || settled[to] === 1 || hole[from] !== 0) continue;
      settled[to] = 1;
      for (let c = 0; c < 3; c++) colours[to * 3 + c] = colours[from * 3 + c] as number;
    }
  }
  settled[pixel] = 1;
}

/**
 * PatchMatch (Barnes et al. 2009) from the patches that touch the hole to those wholly known: good matches spread to
 * neighbours, and a shrinking random search finds better ones.
 */
import type { Random } from "../random.ts";
import type { Work } from "../work.ts";
import { type Level, patchReach } from "./level.ts";

/** For every target centre the source centre it resembles and how far they differ (sum of squares). */
export interface Matches {
  readonly source: Int32Array;
  readonly cost: Int32Array;
}

const targetsPerPause = 1500;
const nearAttempts = 12;

export function matchAtRandom(level: Level, random: Random): Matches {
  const matches: Matches = {
    source: new Int32Array(level.width * level.height).fill(-1),
    cost: new Int32Array(level.width * level.height),
  };
  for (const target of level.targets) matches.source[target] = level.sources[Math.floor(random() * level.sources.length)] as number;
  return matches;
}

/** Any source up to `reach` away in both directions; where chance finds none, any at all. */
export function matchNear(level: Level, reach: number, random: Random): Matches {
  const matches = matchAtRandom(level, random);
  const { width } = level;
  for (const target of level.targets) {
    for (let attempt = 0; attempt < nearAttempts; attempt++) {
      const x = (target % width) + Math.round((random() * 2 - 1) * reach);
      const y = Math.floor(target / width) + Math.round((random() * 2 - 1) * reach);
      if (!isSourceAt(level, x, y)) continue;
      matches.source[target] = y * width + x;
      break;
    }
  }
  return matches;
}

/** Carries the matches of a half-size level up; where the doubled source touches the hole, one nearby or any is taken. */
export function* raiseMatches(from: Level, matches: Matches, level: Level, random: Random): Work<Matches> {
  const raised = matchAtRandom(level, random);
  yield 0;
  for (let n = 0; n < level.targets.length; n++) {
    if (n % (10 * targetsPerPause) === 0) yield n / level.targets.length;
    const target = level.targets[n] as number;
    const x = target % level.width;
    const y = (target - x) / level.width;
    const parent = nearestTarget(from, matches, x >> 1, y >> 1);
    if (parent < 0) continue;
    const source = matches.source[parent] as number;
    const px = parent % from.width;
    const py = (parent - px) / from.width;
    const sx = 2 * (source % from.width) + (x - 2 * px);
    const sy = 2 * Math.floor(source / from.width) + (y - 2 * py);
    for (const [dx, dy] of nudges) {
      if (!isSourceAt(level, sx + dx, sy + dy)) continue;
      raised.source[target] = (sy + dy) * level.width + sx + dx;
      break;
    }
  }
  return raised;
}

/** Measures every match anew: the colours in the hole have changed since. */
export function* remeasure(level: Level, matches: Matches): Work<void> {
  for (let n = 0; n < level.targets.length; n++) {
    if (n % (10 * targetsPerPause) === 0) yield n / level.targets.length;
    const target = level.targets[n] as number;
    matches.cost[target] = patchDistance(level.colours, level.width, target, matches.source[target] as number, Infinity);
  }
}

/** One sweep over the targets, forwards or backwards. `searchFrom` is the first radius of the random search. */
export function* sweep(level: Level, matches: Matches, forward: boolean, searchFrom: number, random: Random): Work<void> {
  const { targets, width, colours, isSource } = level;
  const { source } = matches;
  const back = forward ? -1 : 1;
  for (let n = 0; n < targets.length; n++) {
    if (n % targetsPerPause === 0) yield n / targets.length;
    const target = targets[forward ? n : targets.length - 1 - n] as number;
    let best = matches.source[target] as number;
    let cost = matches.cost[target] as number;
    for (let step = back; ; step *= width) {
      const given = source[target + step] as number;
      const candidate = given - step;
      if (given >= 0 && candidate !== best && isSource[candidate] === 1) {
        const distance = patchDistance(colours, width, target, candidate, cost);
        if (distance < cost) {
          best = candidate;
          cost = distance;
        }
      }
      if (step !== back) break;
    }
    for (let radius = searchFrom; radius >= 1; radius /= 2) {
      const bx = best % width;
      const x = bx + Math.round((random() * 2 - 1) * radius);
      const y = (best - bx) / width + Math.round((random() * 2 - 1) * radius);
      if (!isSourceAt(level, x, y)) continue;
      const candidate = y * width + x;
      const distance = patchDistance(colours, width, target, candidate, cost);
      if (distance < cost) {
        best = candidate;
        cost = distance;
      }
    }
    matches.source[target] = best;
    matches.cost[target] = cost;
  }
}

export const nudges = [
  [0, 0],
  [-2, 0],
  [2, 0],
  [0, -2],
  [0, 2],
  [-4, 0],
  [4, 0],
  [0, -4],
  [0, 4],
] as const;

export function isSourceAt(level: Level, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < level.width && y < level.height && level.isSource[y * level.width + x] === 1;
}

function nearestTarget(level: Level, matches: Matches, x: number, y: number): number {
  for (let distance = 0; distance <= 2; distance++) {
    for (let dy = -distance; dy <= distance; dy++) {
      for (let dx = -distance; dx <= distance; dx++) {
        if (x + dx < 0 || x + dx >= level.width || y + dy < 0 || y + dy >= level.height) continue;
        const i = (y + dy) * level.width + x + dx;
        if ((matches.source[i] as number) >= 0) return i;
      }
    }
  }
  return -1;
}

/** Stops counting once `limit` is reached: the answer is then only "not better". */
export function patchDistance(colours: Uint8ClampedArray, width: number, a: number, b: number, limit: number): number {
  let sum = 0;
  for (let dy = -patchReach; dy <= patchReach; dy++) {
    const first = (a + dy * width - patchReach) * 3;
    const second = (b + dy * width - patchReach) * 3;
    for (let k = 0; k < (2 * patchReach + 1) * 3; k++) {
      const d = (colours[first + k] as number) - (colours[second + k] as number);
      sum += d * d;
    }
    if (sum >= limit) return sum;
  }
  return sum;
}

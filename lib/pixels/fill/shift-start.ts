/** The start of a hole that is deep enough to have a structure: copies shifted by the picture's own offsets. */
import type { Random } from "../random.ts";
import type { Work } from "../work.ts";
import { part } from "../work.ts";
import { expectColours, offsetsAlong } from "./guide.ts";
import { leewayAtBorder, usualLeeway } from "./leeway.ts";
import { type Level, patchReach } from "./level.ts";
import { findLines, type Line } from "./lines.ts";
import { findRepeats, pickOffsets } from "./offsets.ts";
import { isSourceAt, type Matches, matchAtRandom, nudges } from "./patch-match.ts";
import { prepareGround } from "./shift-energy.ts";
import { improve, type Labelling, labelHole } from "./shift-labels.ts";
import { measureTexture } from "./texture.ts";

/** So many are offered to a hole, and to one at the border, where patches are offered as well. */
const offsetCount = 60;
const offsetCountAtBorder = 40;
/** So many times the hole is laid out, from other offsets by chance each time; the cheapest is finished. */
const attempts = 3;
const laterFreedom = 0.8;

interface Start {
  readonly matches: Matches;
  readonly lines: readonly Line[];
}

/**
 * Writes the hole's pixels of the level `n`; undefined when the picture repeats nothing. At the picture's border, where most
 * offsets lead out of it from somewhere, `matched` says what patches alone would copy.
 */
export function* startFromShifts(
  levels: readonly Level[],
  n: number,
  matched: Int32Array | undefined,
  random: Random,
  freedom: number,
): Work<Start | undefined> {
  const level = levels[n] as Level;
  const lines = yield* part(findLines(levels, n), 0, 0.1);
  const firmness = yield* expectColours(level, lines);
  const repeats = yield* part(findRepeats(level, random), 0.1, 0.4);
  const ground = yield* prepareGround(
    level,
    yield* measureTexture(levels, n),
    firmness,
    matched === undefined ? usualLeeway : leewayAtBorder,
    matched,
  );
  const count = matched === undefined ? offsetCount : offsetCountAtBorder;
  let best: Labelling | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const frequent = pickOffsets(repeats, count, attempt === 0 ? freedom : Math.max(freedom, laterFreedom), random);
    const offsets = [...frequent, ...offsetsAlong(lines)];
    if (offsets.length === 0) return undefined;
    const share = 0.5 / attempts;
    const labelling = yield* part(labelHole(ground, offsets), 0.4 + attempt * share, 0.4 + (attempt + 1) * share);
    if (best === undefined || labelling.cost < best.cost) best = labelling;
  }
  if (best === undefined) return undefined;
  const { label, energy } = yield* part(improve(best), 0.9, 1);
  const { width, height, colours } = level;
  const origin = new Int32Array(width * height).fill(-1);
  energy.pixels.forEach((pixel, k) => {
    const from = energy.source(k, label[k] as number);
    origin[pixel] = from;
    // What has no source keeps the first guess.
    for (let c = 0; c < 3 && from >= 0; c++) colours[pixel * 3 + c] = colours[from * 3 + c] as number;
  });
  const matches = matchAtRandom(level, random);
  for (const target of level.targets) {
    const near = nearestCopied(origin, width, target);
    const source = near < 0 ? -1 : sourceNear(level, target, near, origin[near] as number);
    if (source >= 0) matches.source[target] = source;
  }
  return { matches, lines };
}

function nearestCopied(origin: Int32Array, width: number, target: number): number {
  for (let distance = 0; distance <= patchReach; distance++) {
    for (let dy = -distance; dy <= distance; dy++) {
      for (let dx = -distance; dx <= distance; dx++) {
        const near = target + dy * width + dx;
        if ((origin[near] ?? -1) >= 0) return near;
      }
    }
  }
  return -1;
}

/** A target's source in the copy to which a pixel near by belongs. */
function sourceNear(level: Level, target: number, near: number, from: number): number {
  const { width } = level;
  const x = (target % width) - (near % width) + (from % width);
  const y = Math.floor(target / width) - Math.floor(near / width) + Math.floor(from / width);
  for (const [nx, ny] of nudges) if (isSourceAt(level, x + nx, y + ny)) return (y + ny) * width + x + nx;
  return -1;
}

/** The start of a hole that is deep enough to have a structure: copies shifted by the picture's own offsets. */
import type { Random } from "../random.ts";
import type { Work } from "../work.ts";
import { part } from "../work.ts";
import { expectColours, offsetsAlong } from "./guide.ts";
import { type Level, patchReach } from "./level.ts";
import { findLines, type Line } from "./lines.ts";
import { findRepeats, type Offset, pickOffsets } from "./offsets.ts";
import { isSourceAt, type Matches, matchAtRandom, nudges } from "./patch-match.ts";
import { improve, type Labelling, labelHole, prepareGround } from "./shift-labels.ts";
import { measureTexture } from "./texture.ts";

const offsetCount = 60;
/** So many times the hole is laid out, from other offsets by chance each time; the cheapest is finished. */
const attempts = 3;
const laterFreedom = 0.8;

interface Start {
  readonly matches: Matches;
  readonly lines: readonly Line[];
}

/** Writes the hole's pixels of the level `n`; undefined when the picture repeats nothing. */
export function* startFromShifts(levels: readonly Level[], n: number, random: Random, freedom: number): Work<Start | undefined> {
  const level = levels[n] as Level;
  const lines = yield* part(findLines(level), 0, 0.1);
  const firmness = yield* expectColours(level, lines);
  const repeats = yield* part(findRepeats(level, random), 0.1, 0.4);
  const ground = yield* prepareGround(level, yield* measureTexture(levels, n), firmness);
  let best: Labelling | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const frequent = pickOffsets(repeats, offsetCount, attempt === 0 ? freedom : Math.max(freedom, laterFreedom), random);
    const offsets = [...frequent, ...offsetsAlong(lines)];
    if (offsets.length === 0) return undefined;
    const share = 0.5 / attempts;
    const labelling = yield* part(labelHole(ground, offsets), 0.4 + attempt * share, 0.4 + (attempt + 1) * share);
    if (best === undefined || labelling.cost < best.cost) best = labelling;
  }
  if (best === undefined) return undefined;
  const { offsets, label, energy } = yield* part(improve(best), 0.9, 1);
  const { width, height, hole, colours } = level;
  const labelAt = new Int16Array(width * height).fill(-1);
  energy.pixels.forEach((pixel, k) => {
    labelAt[pixel] = label[k] as number;
    const { dx, dy } = offsets[label[k] as number] as Offset;
    const [x, y] = [(pixel % width) + dx, Math.floor(pixel / width) + dy];
    const from = y * width + x;
    // What has no source keeps the first guess.
    if (x < 0 || y < 0 || x >= width || y >= height || hole[from]) return;
    for (let c = 0; c < 3; c++) colours[pixel * 3 + c] = colours[from * 3 + c] as number;
  });
  const matches = matchAtRandom(level, random);
  for (const target of level.targets) {
    const near = nearestLabel(labelAt, width, target);
    const source = near < 0 ? -1 : sourceNear(level, target, offsets[near] as Offset);
    if (source >= 0) matches.source[target] = source;
  }
  return { matches, lines };
}

function nearestLabel(labelAt: Int16Array, width: number, target: number): number {
  for (let distance = 0; distance <= patchReach; distance++) {
    for (let dy = -distance; dy <= distance; dy++) {
      for (let dx = -distance; dx <= distance; dx++) {
        const label = labelAt[target + dy * width + dx] ?? -1;
        if (label >= 0) return label;
      }
    }
  }
  return -1;
}

function sourceNear(level: Level, target: number, { dx, dy }: Offset): number {
  const [x, y] = [(target % level.width) + dx, Math.floor(target / level.width) + dy];
  for (const [nx, ny] of nudges) if (isSourceAt(level, x + nx, y + ny)) return (y + ny) * level.width + x + nx;
  return -1;
}

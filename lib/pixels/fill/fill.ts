/**
 * Content-aware fill: completes the white part of a mask from the rest of the picture. From the smallest size to the
 * largest, patches are matched and voted; at full size the copies are joined without seams. Pixels where the mask is
 * 0 keep their values to the bit; grey ones are mixed.
 */
import { type Box, crop } from "../crop.ts";
import { createRandom, type Random } from "../random.ts";
import type { Raster } from "../raster.ts";
import { part, type Work } from "../work.ts";
import type { Level } from "./level.ts";
import { stretchMembrane } from "./membrane.ts";
import { peelOnion } from "./onion.ts";
import { type Matches, matchAtRandom, raiseMatches, remeasure, sweep } from "./patch-match.ts";
import { smoothSeams } from "./poisson.ts";
import { buildPyramid } from "./pyramid.ts";
import { type VoteKind, vote } from "./voting.ts";

const coarsestRounds = 8;
const roundsPerLevel = 2;
const levelsThatCopy = 4;
const manyTargets = 250_000;

/** The mask is grey, of the picture's size, and must leave something known. */
export function* fillHole(image: Raster, mask: Raster, seed: number): Work<Raster> {
  const data = new Uint8ClampedArray(image.width * image.height * 3);
  for (let i = 0; i < image.width * image.height; i++) {
    for (let c = 0; c < 3; c++) data[i * 3 + c] = image.data[i * image.channels + (image.channels === 1 ? 0 : c)] as number;
  }
  const result: Raster = { width: image.width, height: image.height, channels: 3, data };
  yield 0;
  const box = surroundings(mask);
  if (box === undefined) return result;
  const piece = crop(result, box);
  const pieceMask = crop(mask, box);
  yield 0;
  const levels = buildPyramid(
    box.width,
    box.height,
    Uint8ClampedArray.from(piece.data),
    Uint8Array.from(pieceMask.data, (m) => (m > 0 ? 1 : 0)),
  );
  yield 0;
  yield* complete(levels, createRandom(seed));
  const filled = (levels[0] as Level).colours;
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const from = y * box.width + x;
      const share = (pieceMask.data[from] as number) / 255;
      if (share === 0) continue;
      const to = ((box.y + y) * image.width + box.x + x) * 3;
      for (let c = 0; c < 3; c++) {
        const old = data[to + c] as number;
        data[to + c] = old + share * ((filled[from * 3 + c] as number) - old);
      }
    }
  }
  return result;
}

function* complete(levels: readonly Level[], random: Random): Work<void> {
  const coarsest = levels.length - 1;
  stretchMembrane(levels[coarsest] as Level);
  if ((levels[coarsest] as Level).sources.length === 0) {
    for (const level of levels) stretchMembrane(level);
    return;
  }
  yield* part(peelOnion(levels[coarsest] as Level, random), 0, 0);
  const sweepsOf = (n: number): number => (levels[n] as Level).targets.length * roundsFor(levels[n] as Level, n === coarsest);
  const all = levels.reduce((sum, _, n) => sum + sweepsOf(n), 0) * 1.25;
  let done = 0;
  let matches: Matches | undefined;
  let origin: Int32Array = new Int32Array(0);
  for (let n = coarsest; n >= 0; n--) {
    const level = levels[n] as Level;
    const kind = n < levelsThatCopy ? "copy" : "average";
    if (matches === undefined) matches = matchAtRandom(level, random);
    else {
      matches = raiseMatches(levels[n + 1] as Level, matches, level, random);
      yield* part(vote(level, matches, kind), done, done);
    }
    const share = sweepsOf(n) / all;
    origin = yield* part(refine(level, matches, n === coarsest, kind, random), done, done + share);
    done += share;
  }
  yield* part(smoothSeams(levels[0] as Level, origin), done, 1);
}

function* refine(level: Level, matches: Matches, isCoarsest: boolean, kind: VoteKind, random: Random): Work<Int32Array> {
  const rounds = roundsFor(level, isCoarsest);
  const longest = Math.max(level.width, level.height);
  let origin: Int32Array = new Int32Array(0);
  for (let round = 0; round < rounds; round++) {
    yield* part(remeasure(level, matches), round / rounds, round / rounds);
    const searchFrom = isCoarsest ? longest : rounds === 1 ? 4 : longest / 10;
    yield* part(sweep(level, matches, true, searchFrom, random), round / rounds, (round + 0.45) / rounds);
    yield* part(sweep(level, matches, false, searchFrom, random), (round + 0.45) / rounds, (round + 0.9) / rounds);
    origin = yield* part(vote(level, matches, kind), (round + 0.9) / rounds, (round + 1) / rounds);
  }
  return origin;
}

/** A very large hole gets one round at large sizes: what was found below is carried up and only mended. */
function roundsFor(level: Level, isCoarsest: boolean): number {
  if (isCoarsest) return coarsestRounds;
  return level.targets.length > manyTargets ? 1 : roundsPerLevel;
}

/** The box of all that is not black, with ground around it to copy from; undefined when all is black. */
function surroundings(mask: Raster): Box | undefined {
  let [left, top, right, bottom] = [mask.width, mask.height, -1, -1];
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] === 0) continue;
    const x = i % mask.width;
    const y = (i - x) / mask.width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (right < 0) return undefined;
  const margin = Math.max(96, right - left, bottom - top);
  const x = Math.max(0, left - margin);
  const y = Math.max(0, top - margin);
  return { x, y, width: Math.min(mask.width, right + margin + 1) - x, height: Math.min(mask.height, bottom + margin + 1) - y };
}

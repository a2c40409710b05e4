/**
 * Completes a pyramid's hole from a small size to the largest: a first guess, then patches matched and voted at every
 * level, then the copies joined without seams at full size.
 */
import type { Random } from "../random.ts";
import { part, type Work } from "../work.ts";
import { type Effort, usualEffort } from "./effort.ts";
import { evenBands } from "./even-bands.ts";
import { layAlong } from "./lay-along.ts";
import { type Level, largestDepth } from "./level.ts";
import { type Line, raiseLines } from "./lines.ts";
import { stretchMembrane } from "./membrane.ts";
import { peelOnion } from "./onion.ts";
import { type Matches, matchAtRandom, matchNear, raiseMatches, remeasure, sweep } from "./patch-match.ts";
import { smoothSeams } from "./poisson.ts";
import { startFromShifts } from "./shift-start.ts";
import { type VoteKind, vote } from "./voting.ts";

const coarsestRounds = 8;
const levelsThatCopy = 4;
/** A hole larger than this gets one round, and none at full size: what was found below is carried up and only mended. */
const manyTargets = 20_000;
/** And one larger than this none: there the copies from below are only blended. */
const tooManyTargets = 250_000;
/** Labelling takes the largest level with no more unknown pixels than this. */
const mostLabelled = 3500;
/** Holes no deeper than this have no structure of their own. */
const thinDepth = 6;
/** How far from a thin hole its sources are looked for. */
const thinReach = 24;

/** The largest level, its hole filled, and for each of its pixels the one it was copied from (-1 where from none). */
export interface Completed {
  readonly level: Level;
  readonly origin: Int32Array;
}

export function* complete(levels: readonly Level[], random: Random, effort: Effort): Work<Completed> {
  const full = levels[0] as Level;
  if (levels.some((level) => level.sources.length === 0)) {
    yield* stretchMembrane(full);
    return { level: full, origin: new Int32Array(full.hole.length).fill(-1) };
  }
  const labelled = largestDepth(full) > thinDepth ? labelledLevel(levels) : -1;
  const draft = labelled < 0 ? undefined : yield* part(startShifted(levels, labelled, random, effort), 0, 0.4);
  const first = draft === undefined ? levels.length - 1 : labelled;
  const start = draft ?? (yield* part(startSmooth(levels[first] as Level, kindAt(first), random, effort), 0, 0.1));
  const from = draft === undefined ? 0.1 : 0.4;
  // Copies that labels have placed are voted on the way up; only more effort than usual matches them anew.
  const rounds = draft === undefined ? effort.rounds : Math.max(0, effort.rounds - usualEffort.rounds);
  const { origin } = yield* part(raise(levels, first, 0, start, random, rounds), from, 0.8);
  yield* part(smoothSeams(full, origin), 0.8, 0.96);
  // Thin holes are near their sources anyway.
  if (draft === undefined) return { level: full, origin };
  yield* part(evenBands(full), 0.96, 0.99);
  // Along what is straight copies that were chosen at this size are right already.
  const lines = first === 0 ? draft.lines.filter(({ bend }) => bend !== 0) : draft.lines;
  const seen = levels.slice(0, first).reduceRight<readonly Line[]>((found, level) => raiseLines(level, found), lines);
  yield* part(layAlong(full, origin, seen), 0.99, 1);
  return { level: full, origin };
}

interface Draft {
  readonly matches: Matches;
  readonly origin: Int32Array;
}

function touchesBorder({ width, height, hole }: Level): boolean {
  for (let x = 0; x < width; x++) if (hole[x] || hole[(height - 1) * width + x]) return true;
  for (let y = 0; y < height; y++) if (hole[y * width] || hole[y * width + width - 1]) return true;
  return false;
}

/** -1 when the hole is too large for it at every size. */
function labelledLevel(levels: readonly Level[]): number {
  let n = levels.length;
  while (n > 0 && (levels[n - 1] as Level).hole.reduce((sum, unknown) => sum + unknown, 0) <= mostLabelled) n--;
  return n < levels.length ? n : -1;
}

/** Undefined when the picture repeats nothing. */
function* startShifted(
  levels: readonly Level[],
  n: number,
  random: Random,
  effort: Effort,
): Work<(Draft & { readonly lines: readonly Line[] }) | undefined> {
  const level = levels[n] as Level;
  const matched = touchesBorder(level) ? yield* part(matchPatches(levels, n, random, effort), 0, 0.2) : undefined;
  const started = yield* part(startFromShifts(levels, n, matched, random, effort.freedom), 0.2, 0.8);
  if (started === undefined) return undefined;
  const { matches, lines } = started;
  return { matches, lines, origin: yield* part(refine(level, matches, effort.rounds, longestSide(level) / 10, kindAt(n), random), 0.8, 1) };
}

/** What each pixel of the level `n` is copied from by patches alone. */
function* matchPatches(levels: readonly Level[], n: number, random: Random, effort: Effort): Work<Int32Array> {
  const last = levels.length - 1;
  const coarsest = yield* part(startSmooth(levels[last] as Level, kindAt(last), random, effort), 0, 0.5);
  const { origin } = yield* part(raise(levels, last, n, coarsest, random, effort.rounds), 0.5, 1);
  return origin;
}

/** A hole that is thin even here is all outline: what belongs in it is near, and the smooth guess is nearly right. */
function* startSmooth(level: Level, kind: VoteKind, random: Random, effort: Effort): Work<Draft> {
  yield* stretchMembrane(level);
  if (largestDepth(level) <= thinDepth) {
    const matches = matchNear(level, thinReach, random);
    return { matches, origin: yield* refine(level, matches, effort.rounds, thinReach, kind, random) };
  }
  yield* part(peelOnion(level, random), 0, 0.3);
  const matches = matchAtRandom(level, random);
  return { matches, origin: yield* part(refine(level, matches, coarsestRounds, longestSide(level), kind, random), 0.3, 1) };
}

/** From the level `from`, which is done, to the larger one `to`. */
function* raise(levels: readonly Level[], from: number, to: number, draft: Draft, random: Random, rounds: number): Work<Draft> {
  const all = levels.slice(to, from).reduce((sum, level) => sum + level.targets.length, 0);
  let { matches, origin } = draft;
  let done = 0;
  for (let n = from - 1; n >= to; n--) {
    const level = levels[n] as Level;
    matches = yield* part(raiseMatches(levels[n + 1] as Level, matches, level, random), done, done);
    const share = level.targets.length / all;
    const fewer = level.targets.length > manyTargets ? Math.min(1, rounds) : rounds;
    const isVotedOnly = fewer === 0 || level.targets.length > (n === 0 ? manyTargets : tooManyTargets);
    const voted = done + (isVotedOnly ? share : share / 4);
    origin = yield* part(vote(level, matches, kindAt(n)), done, voted);
    const searchFrom = fewer === 1 ? 4 : longestSide(level) / 10;
    if (!isVotedOnly) origin = yield* part(refine(level, matches, fewer, searchFrom, kindAt(n), random), voted, done + share);
    done += share;
  }
  return { matches, origin };
}

function kindAt(n: number): VoteKind {
  return n < levelsThatCopy ? "copy" : "average";
}

function longestSide({ width, height }: Level): number {
  return Math.max(width, height);
}

function* refine(level: Level, matches: Matches, rounds: number, searchFrom: number, kind: VoteKind, random: Random): Work<Int32Array> {
  let origin: Int32Array = new Int32Array(0);
  for (let round = 0; round < rounds; round++) {
    yield* part(remeasure(level, matches), round / rounds, round / rounds);
    yield* part(sweep(level, matches, true, searchFrom, random), round / rounds, (round + 0.45) / rounds);
    yield* part(sweep(level, matches, false, searchFrom, random), (round + 0.45) / rounds, (round + 0.9) / rounds);
    origin = yield* part(vote(level, matches, kind), (round + 0.9) / rounds, (round + 1) / rounds);
  }
  return origin;
}

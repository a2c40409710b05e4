/**
 * How long to wait before the next look: half a second at first, five at most, closer looks around the model's usual time. Once
 * runs of the model have been seen, none long before the first of them ended, and a handful where they did; and where runs tell
 * how far they are, two looks on the way say where this one will.
 */
import { quantile } from "./quantile.ts";
import type { Prospect } from "./run-times.ts";

export interface PollMoment {
  readonly elapsedMs: number;
  readonly usualSeconds: readonly [from: number, to: number];
  /** Null until a run of this model has been seen. */
  readonly prospect: Prospect | null;
  /** 0..1, so that many rows do not ask in step. */
  readonly random: number;
}

const shortestMs = 500;
const nearEndMs = 1000;
const longestMs = 5000;

/**
 * Looks at a run whose end can be foreseen; each costs a question, and what lies between two is what one waits for nothing.
 * Most runs end in the middle of them, after four or five.
 */
const mostLooks = 8;
const closestMs = 80;
/** Where the end is known better. */
const closestByProgressMs = 15;
/** A run is over a little after it took as long as another did; the fewer have been seen, the further off the next may lie. */
const leastSlackShare = 0.04;
const leastSlackMs = 30;
const doubtByTime = { below: 0.12, above: 0.25 };
/** Progress is told in steps, and a step or two is what a forecast is off by. */
const doubtByProgress = { below: 0.01, above: 0.02 };
/** Fewer say how long a run takes, but not yet where most of them end. */
const fewestToCrowd = 3;
const crowdedShare = 0.3;
const outerShare = 0.1;
/** Looks at how far a run is: far enough apart to tell how fast it goes, and both before the shortest were over. */
const onTheWayShares = [0.45, 0.82] as const;
/** One that takes longer is looked at early, too, so that it can be seen to have begun. */
const shortRunMs = 8000;

export function pollDelayMs({ elapsedMs, usualSeconds: [from, to], prospect, random }: PollMoment): number {
  if (prospect) return knownDelayMs(elapsedMs, prospect, random);
  const grown = Math.min(longestMs, Math.max(shortestMs, elapsedMs / 4));
  const isNearEnd = elapsedMs > from * 700 && elapsedMs < to * 1300;
  return spread(isNearEnd ? Math.min(grown, nearEndMs) : grown, random);
}

/** After a run was taken up by the provider. */
export function firstDelayMs({ prospect, random }: Pick<PollMoment, "prospect" | "random">): number {
  const isShort = prospect !== null && (prospect.past.at(-1) ?? 0) < shortRunMs;
  return isShort ? knownDelayMs(0, prospect, random) : shortestMs;
}

function knownDelayMs(elapsedMs: number, prospect: Prospect, random: number): number {
  const moments = momentsOf(prospect);
  const gapMs = prospect.foreseen ? closestByProgressMs : closestMs;
  const next = moments.find((lookMs) => lookMs >= elapsedMs + gapMs);
  // Not spread: the looks stand where they are worth most.
  if (next !== undefined) return Math.round(Math.min(longestMs, next - elapsedMs));
  const overdueMs = Math.max(0, elapsedMs - (moments.at(-1) ?? 0));
  return spread(Math.min(longestMs, closestMs + overdueMs / 2), random);
}

function momentsOf({ past, foreseen, tellsProgress }: Prospect): readonly number[] {
  const byTime = spanOf(past, doubtByTime);
  const byProgress = foreseen && spanOf(mostOf(foreseen.ends), doubtByProgress);
  if (foreseen && byProgress && lengthOf(byProgress) < lengthOf(byTime)) {
    const most = Math.max(1, mostLooks - foreseen.looks);
    return likelyMoments(foreseen.ends, byProgress, { most, gapMs: closestByProgressMs });
  }
  const likely = likelyMoments(past, byTime, { most: mostLooks, gapMs: closestMs });
  // Where they end close together nobody needs to know more.
  const isWorthAsking = tellsProgress && foreseen === null && likely.length > onTheWayShares.length;
  return isWorthAsking ? [...onTheWayShares.map((share) => share * (past[0] ?? 0)), ...likely] : likely;
}

/** Without the few that were furthest off: looks that stand closer for all the others are worth one that comes too late for those. */
function mostOf(ends: readonly number[]): readonly number[] {
  const few = Math.floor(ends.length * outerShare);
  return ends.slice(few, ends.length - few);
}

/** Between these two it will most likely be over. */
type Span = readonly [fromMs: number, lastMs: number];

function spanOf(ends: readonly number[], doubt: typeof doubtByTime): Span {
  const [shortest = 0, longest = shortest] = [ends[0], ends.at(-1)];
  const { length } = ends;
  const middle = quantile(ends, 0.5);
  const slackMs = Math.max(leastSlackMs, (longest - shortest) * Math.max(leastSlackShare, 1 / (length + 1)));
  return [shortest - (middle * doubt.below) / length, longest + Math.max(slackMs, (middle * doubt.above) / length ** 2)];
}

function lengthOf([fromMs, lastMs]: Span): number {
  return lastMs - fromMs;
}

interface Closeness {
  readonly most: number;
  readonly gapMs: number;
}

/** Mostly as evenly as the time goes by, a little as the runs ended: closest where most ended, and never far apart between. */
function likelyMoments(ends: readonly number[], span: Span, { most, gapMs }: Closeness): readonly number[] {
  const [fromMs, lastMs] = span;
  const looks = Math.max(1, Math.min(most, Math.floor(lengthOf(span) / gapMs)));
  const crowded = ends.length < fewestToCrowd ? 0 : crowdedShare;
  return Array.from({ length: looks }, (_, index) => {
    const share = (index + 1) / looks;
    const evenMs = fromMs + lengthOf(span) * share;
    const asTheyEndedMs = index + 1 === looks ? lastMs : quantile(ends, share) + leastSlackMs;
    return evenMs * (1 - crowded) + asTheyEndedMs * crowded;
  });
}

/** After failures in a row: 1, 2, 4 … up to 30 seconds. */
export function backOffMs(failures: number, random: number): number {
  return spread(Math.min(30_000, 1000 * 2 ** Math.min(failures, 5)), random);
}

/** ±15 %. */
function spread(ms: number, random: number): number {
  return Math.round(ms * (0.85 + 0.3 * random));
}

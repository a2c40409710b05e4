/**
 * How long to wait before the next look: half a second at first, five at most, closer looks around the model's usual time. Once
 * runs of the model have been seen, none long before the first of them ended, and a handful where they did.
 */
import { quantile } from "./quantile.ts";

export interface PollMoment {
  readonly elapsedMs: number;
  readonly usualSeconds: readonly [from: number, to: number];
  /** How long runs of this model took, shortest first; null until one has been seen. */
  readonly past: readonly number[] | null;
  /** 0..1, so that many rows do not ask in step. */
  readonly random: number;
}

const shortestMs = 500;
const nearEndMs = 1000;
const longestMs = 5000;

/** Looks where the end is likely; each costs a question, and what lies between two is what one waits for nothing. */
const likelyLooks = 6;
const closestMs = 80;
/** A run is over a little after it took as long as another did; the fewer have been seen, the further off the next may lie. */
const leastSlackShare = 0.04;
const leastSlackMs = 30;
const doubtBelowShare = 0.12;
const doubtAboveShare = 0.25;
/** Fewer say how long a run takes, but not yet where most of them end. */
const fewestToCrowd = 3;
const crowdedShare = 0.3;
/** One that takes longer is looked at early, too, so that it can be seen to have begun. */
const shortRunMs = 8000;

export function pollDelayMs({ elapsedMs, usualSeconds: [from, to], past, random }: PollMoment): number {
  if (past) return knownDelayMs(elapsedMs, past, random);
  const grown = Math.min(longestMs, Math.max(shortestMs, elapsedMs / 4));
  const isNearEnd = elapsedMs > from * 700 && elapsedMs < to * 1300;
  return spread(isNearEnd ? Math.min(grown, nearEndMs) : grown, random);
}

/** After a run was taken up by the provider. */
export function firstDelayMs({ past, random }: Pick<PollMoment, "past" | "random">): number {
  const isShort = past !== null && (past.at(-1) ?? 0) < shortRunMs;
  return isShort ? knownDelayMs(0, past, random) : shortestMs;
}

function knownDelayMs(elapsedMs: number, past: readonly number[], random: number): number {
  const looks = likelyMoments(past);
  const next = looks.find((lookMs) => lookMs >= elapsedMs + closestMs);
  // Not spread: the looks stand where they are worth most.
  if (next !== undefined) return Math.round(Math.min(longestMs, next - elapsedMs));
  const overdueMs = Math.max(0, elapsedMs - (looks.at(-1) ?? 0));
  return spread(Math.min(longestMs, closestMs + overdueMs / 2), random);
}

/** Mostly as evenly as the time goes by, a little as the runs ended: closest where most ended, and never far apart between. */
function likelyMoments(past: readonly number[]): readonly number[] {
  const [shortest = 0, longest = shortest] = [past[0], past.at(-1)];
  const { length } = past;
  const middle = quantile(past, 0.5);
  const slackMs = Math.max(leastSlackMs, (longest - shortest) * Math.max(leastSlackShare, 1 / (length + 1)));
  const lastMs = longest + Math.max(slackMs, (middle * doubtAboveShare) / length ** 2);
  const fromMs = shortest - (middle * doubtBelowShare) / length;
  const looks = Math.max(1, Math.min(likelyLooks, Math.floor((lastMs - fromMs) / closestMs)));
  const crowded = length < fewestToCrowd ? 0 : crowdedShare;
  return Array.from({ length: looks }, (_, index) => {
    const share = (index + 1) / looks;
    const evenMs = fromMs + (lastMs - fromMs) * share;
    const asTheyEndedMs = index + 1 === looks ? lastMs : quantile(past, share) + leastSlackMs;
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

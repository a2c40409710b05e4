/**
 * How long to wait before the next look: half a second at first, five at most, closer looks around the model's usual time. Once
 * runs of the model have been seen, few looks before the first of them ended, and some evenly where all of them did.
 */
import type { RunRange } from "./run-times.ts";

export interface PollMoment {
  readonly elapsedMs: number;
  readonly usualSeconds: readonly [from: number, to: number];
  /** Null until runs of this model have been seen. */
  readonly range: RunRange | null;
  /** 0..1, so that many rows do not ask in step. */
  readonly random: number;
}

const shortestMs = 500;
const nearEndMs = 1000;
const longestMs = 5000;

/** Looks where the end is likely; each costs a question, and what lies between two is what one waits for nothing. */
const likelyLooks = 5;
const closestMs = 100;
const slackShare = 0.05;
const leastSlackMs = 30;

export function pollDelayMs({ elapsedMs, usualSeconds: [from, to], range, random }: PollMoment): number {
  if (range) return knownDelayMs(elapsedMs, range, random);
  const grown = Math.min(longestMs, Math.max(shortestMs, elapsedMs / 4));
  const isNearEnd = elapsedMs > from * 700 && elapsedMs < to * 1300;
  return spread(isNearEnd ? Math.min(grown, nearEndMs) : grown, random);
}

function knownDelayMs(elapsedMs: number, { fromMs, toMs }: RunRange, random: number): number {
  const slackMs = Math.max(leastSlackMs, (toMs - fromMs) * slackShare);
  const stepMs = Math.min(nearEndMs, Math.max(closestMs, (toMs - fromMs + 2 * slackMs) / likelyLooks));
  const untilLikelyMs = fromMs - slackMs - elapsedMs;
  // Not spread: the looks stand where they are worth most.
  if (untilLikelyMs > 0) return Math.round(Math.min(longestMs, untilLikelyMs));
  const overdueMs = elapsedMs - toMs - slackMs;
  return overdueMs <= 0 ? Math.round(stepMs) : spread(Math.min(longestMs, stepMs + overdueMs / 2), random);
}

/** After failures in a row: 1, 2, 4 … up to 30 seconds. */
export function backOffMs(failures: number, random: number): number {
  return spread(Math.min(30_000, 1000 * 2 ** Math.min(failures, 5)), random);
}

/** ±15 %. */
function spread(ms: number, random: number): number {
  return Math.round(ms * (0.85 + 0.3 * random));
}

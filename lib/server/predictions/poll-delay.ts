/** How long to wait before the next look: half a second at first, five at most, closer looks around the model's usual time. */
export interface PollMoment {
  readonly elapsedMs: number;
  readonly usualSeconds: readonly [from: number, to: number];
  /** 0..1, so that many rows do not ask in step. */
  readonly random: number;
}

const shortestMs = 500;
const nearEndMs = 1000;
const longestMs = 5000;

export function pollDelayMs({ elapsedMs, usualSeconds: [from, to], random }: PollMoment): number {
  const grown = Math.min(longestMs, Math.max(shortestMs, elapsedMs / 4));
  const isNearEnd = elapsedMs > from * 700 && elapsedMs < to * 1300;
  return spread(isNearEnd ? Math.min(grown, nearEndMs) : grown, random);
}

/** After failures in a row: 1, 2, 4 … up to 30 seconds. */
export function backOffMs(failures: number, random: number): number {
  return spread(Math.min(30_000, 1000 * 2 ** Math.min(failures, 5)), random);
}

/** ±15 %. */
function spread(ms: number, random: number): number {
  return Math.round(ms * (0.85 + 0.3 * random));
}

/** Time that passes when a test says so. */
import type { Clock } from "#lib/server/clock.ts";

export interface ManualClock extends Clock {
  advance(ms: number): void;
}

export function createManualClock(startMs: number = Date.UTC(2026, 0, 1)): ManualClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    sleep: async () => undefined,
    advance: (ms) => {
      nowMs += ms;
    },
  };
}

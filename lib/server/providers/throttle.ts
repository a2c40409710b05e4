/** One key, one limit: after the service has said "not before", nobody who uses that key asks before. */
import type { Clock } from "#lib/server/clock.ts";

export interface Throttle {
  readonly notBeforeMs: number;
  /** How long still to wait; 0 = go. */
  remainingMs(): number;
  hold(forMs: number): void;
}

export function createThrottle(clock: Pick<Clock, "now">): Throttle {
  let notBeforeMs = 0;
  return {
    get notBeforeMs() {
      return notBeforeMs;
    },
    remainingMs: () => Math.max(0, notBeforeMs - clock.now()),
    hold(forMs) {
      notBeforeMs = Math.max(notBeforeMs, clock.now() + forMs);
    },
  };
}

/** Keeps calls back while a gateway is down: opens after failures in a row, then lets one call try again. */
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from "cockatiel";
import { OutboundError } from "#lib/server/outbound/outbound-error.ts";

export interface BreakerOptions {
  readonly failuresInARow: number;
  readonly probeAfterMs: number;
}

export interface BreakerState {
  readonly isOpen: boolean;
}

export interface Breaker extends BreakerState {
  /** Runs a call, or throws BreakerOpen without running it. */
  run<Answer extends { readonly status: number }>(call: () => Promise<Answer>): Promise<Answer>;
}

export class BreakerOpen extends Error {
  override readonly name = "BreakerOpen";
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number, cause: unknown) {
    super("The gateway has failed several times in a row", { cause });
    this.retryAfterMs = retryAfterMs;
  }
}

export function createBreaker({ failuresInARow, probeAfterMs }: BreakerOptions): Breaker {
  const policy = circuitBreaker(handleWhen(isOutage).orWhenResult(isServerFault), {
    halfOpenAfter: probeAfterMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  });
  let openUntilMs = 0;
  policy.onBreak(() => {
    openUntilMs = Date.now() + probeAfterMs;
  });
  policy.onReset(() => {
    openUntilMs = 0;
  });
  return {
    get isOpen() {
      return Date.now() < openUntilMs;
    },
    async run(call) {
      try {
        return await policy.execute(call);
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        throw new BreakerOpen(Math.max(1, openUntilMs - Date.now()), error);
      }
    },
  };
}

/** A connection that fails. That we gave up ourselves, or refused what came, says nothing about the gateway. */
function isOutage(error: unknown): boolean {
  return error instanceof OutboundError && (error.reason === "connect" || error.reason === "timeout" || error.reason === "broken");
}

function isServerFault(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "status" in answer && typeof answer.status === "number" && answer.status >= 500;
}

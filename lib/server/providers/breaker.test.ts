import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OutboundError, type OutboundReason } from "#lib/server/outbound/outbound-error.ts";
import { type Breaker, BreakerOpen, createBreaker } from "./breaker.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const answer = (status: number) => async () => ({ status });
const fail = (reason: OutboundReason) => () => Promise.reject(new OutboundError(reason, "x", { sent: "maybe" }));

async function run(breaker: Breaker, ...calls: (() => Promise<{ status: number }>)[]): Promise<void> {
  for (const call of calls) await breaker.run(call).catch(() => undefined);
}

describe("the breaker", () => {
  it("opens after five failures in a row and lets nothing through", async () => {
    const breaker = createBreaker({ failuresInARow: 5, probeAfterMs: 15_000 });
    await run(breaker, answer(500), fail("connect"), fail("timeout"), fail("broken"));
    expect(breaker.isOpen).toBe(false);
    await run(breaker, answer(503));
    expect(breaker.isOpen).toBe(true);
    const call = vi.fn(answer(200));
    await expect(breaker.run(call)).rejects.toMatchObject({ name: "BreakerOpen", retryAfterMs: 15_000 });
    expect(call).not.toHaveBeenCalled();
  });

  it.each(["success", "refusal"])("a %s in between starts the count anew", async (kind) => {
    const breaker = createBreaker({ failuresInARow: 2, probeAfterMs: 15_000 });
    await run(breaker, answer(500), answer(kind === "success" ? 200 : 422), answer(500));
    expect(breaker.isOpen).toBe(false);
  });

  it.each(["aborted", "address", "too_large", "encoding"] as const)("does not count a call that ended as %s", async (reason) => {
    const breaker = createBreaker({ failuresInARow: 1, probeAfterMs: 15_000 });
    await run(breaker, fail(reason));
    expect(breaker.isOpen).toBe(false);
  });

  it("lets one call try after a while: a failure opens it again, a success closes it", async () => {
    const breaker = createBreaker({ failuresInARow: 1, probeAfterMs: 15_000 });
    await run(breaker, answer(500));
    vi.advanceTimersByTime(15_000);
    expect(breaker.isOpen).toBe(false);
    await run(breaker, answer(500));
    await expect(breaker.run(answer(200))).rejects.toBeInstanceOf(BreakerOpen);
    vi.advanceTimersByTime(15_000);
    expect(await breaker.run(answer(200))).toEqual({ status: 200 });
    expect(breaker.isOpen).toBe(false);
  });
});

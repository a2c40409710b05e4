import { afterEach, expect, it, vi } from "vitest";
import { createManualClock } from "#lib/testing/manual-clock.ts";
import { openSharedClock } from "./shared-clock.ts";

afterEach(() => void vi.useRealTimers());

it.each([3_600_000, -20_000])("shows the database's time where one's own is off by %i ms, and goes on from there", async (offMs) => {
  const own = createManualClock(1_000_000_000);
  const clock = await openSharedClock(own, async () => 1_000_000_000 + offMs);
  expect(clock.now()).toBe(1_000_000_000 + offMs);
  own.advance(5000);
  expect(clock.now()).toBe(1_000_005_000 + offMs);
  clock.stop();
});

it("takes half of the way there and back into account, and does not jump for less than a quarter of a second", async () => {
  const own = createManualClock(1_000_000_000);
  const slowly = await openSharedClock(own, async () => {
    own.advance(400);
    return 1_000_000_000 + 200;
  });
  expect(slowly.now()).toBe(own.now());
  slowly.stop();
});

it("asks again every minute, and goes on as it is where nobody answers", async () => {
  vi.useFakeTimers();
  const own = createManualClock(1_000_000_000);
  const answers = [() => 1_000_000_000, () => 1_000_010_000];
  const clock = await openSharedClock(own, async () => {
    const answer = answers.shift();
    if (!answer) throw new Error("the database is away");
    return answer();
  });
  expect(clock.now()).toBe(1_000_000_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clock.now()).toBe(1_000_010_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clock.now()).toBe(1_000_010_000);
  clock.stop();
});

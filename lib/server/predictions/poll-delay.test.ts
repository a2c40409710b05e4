import { describe, expect, it } from "vitest";
import { backOffMs, pollDelayMs } from "./poll-delay.ts";

const usualSeconds = [8, 12] as const;

describe("pollDelayMs", () => {
  it("begins at half a second and grows to five", () => {
    expect(pollDelayMs({ elapsedMs: 0, usualSeconds, range: null, random: 0.5 })).toBe(500);
    expect(pollDelayMs({ elapsedMs: 4000, usualSeconds, range: null, random: 0.5 })).toBe(1000);
    expect(pollDelayMs({ elapsedMs: 60_000, usualSeconds, range: null, random: 0.5 })).toBe(5000);
  });

  it("looks at least once a second around the usual time", () => {
    expect(pollDelayMs({ elapsedMs: 10_000, usualSeconds, range: null, random: 0.5 })).toBe(1000);
  });

  it("spreads rows by fifteen percent", () => {
    expect(pollDelayMs({ elapsedMs: 60_000, usualSeconds, range: null, random: 0 })).toBe(4250);
    expect(pollDelayMs({ elapsedMs: 60_000, usualSeconds, range: null, random: 1 })).toBe(5750);
  });
});

describe("pollDelayMs, once runs of the model have been seen", () => {
  const range = { fromMs: 2500, toMs: 3400 };
  const delayAt = (elapsedMs: number) => pollDelayMs({ elapsedMs, usualSeconds, range, random: 0.5 });

  it("waits until shortly before the first of them ended", () => {
    expect(delayAt(0)).toBe(2455);
    expect(delayAt(2000)).toBe(455);
  });

  it("looks evenly while they ended, so that a run costs six looks at most", () => {
    let [elapsedMs, looks] = [0, 0];
    while (elapsedMs < range.toMs) {
      elapsedMs += delayAt(elapsedMs);
      looks += 1;
    }
    expect(looks).toBeLessThanOrEqual(6);
    expect(delayAt(2455)).toBe(198);
    expect(delayAt(3300)).toBe(198);
  });

  it("looks more and more rarely at one that takes longer than any before, and sees a long one at least every five seconds", () => {
    expect(delayAt(5445)).toBe(1198);
    expect(delayAt(60_000)).toBe(5000);
    expect(pollDelayMs({ elapsedMs: 0, usualSeconds, range: { fromMs: 60_000, toMs: 70_000 }, random: 0.5 })).toBe(5000);
  });

  it("never looks more often than ten times a second", () => {
    expect(pollDelayMs({ elapsedMs: 3000, usualSeconds, range: { fromMs: 3000, toMs: 3000 }, random: 0.5 })).toBe(100);
  });
});

describe("backOffMs", () => {
  it("doubles with each failure and stops at thirty seconds", () => {
    expect([1, 2, 3, 20].map((failures) => backOffMs(failures, 0.5))).toEqual([2000, 4000, 8000, 30_000]);
  });
});

import { describe, expect, it } from "vitest";
import { backOffMs, pollDelayMs } from "./poll-delay.ts";

const usualSeconds = [8, 12] as const;

describe("pollDelayMs", () => {
  it("begins at half a second and grows to five", () => {
    expect(pollDelayMs({ elapsedMs: 0, usualSeconds, random: 0.5 })).toBe(500);
    expect(pollDelayMs({ elapsedMs: 4000, usualSeconds, random: 0.5 })).toBe(1000);
    expect(pollDelayMs({ elapsedMs: 60_000, usualSeconds, random: 0.5 })).toBe(5000);
  });

  it("looks at least once a second around the usual time", () => {
    expect(pollDelayMs({ elapsedMs: 10_000, usualSeconds, random: 0.5 })).toBe(1000);
  });

  it("spreads rows by fifteen percent", () => {
    expect(pollDelayMs({ elapsedMs: 60_000, usualSeconds, random: 0 })).toBe(4250);
    expect(pollDelayMs({ elapsedMs: 60_000, usualSeconds, random: 1 })).toBe(5750);
  });
});

describe("backOffMs", () => {
  it("doubles with each failure and stops at thirty seconds", () => {
    expect([1, 2, 3, 20].map((failures) => backOffMs(failures, 0.5))).toEqual([2000, 4000, 8000, 30_000]);
  });
});

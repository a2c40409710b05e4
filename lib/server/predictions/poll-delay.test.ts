import { describe, expect, it } from "vitest";
import { backOffMs, firstDelayMs, pollDelayMs } from "./poll-delay.ts";
import type { Prospect } from "./run-times.ts";

const usualSeconds = [8, 12] as const;
/** Of a model whose runs say nothing of their progress. */
const byTime = (past: readonly number[]): Prospect => ({ past, foreseen: null, tellsProgress: false });

describe("pollDelayMs", () => {
  it("begins at half a second and grows to five", () => {
    expect(pollDelayMs({ elapsedMs: 0, usualSeconds, prospect: null, random: 0.5 })).toBe(500);
    expect(pollDelayMs({ elapsedMs: 4000, usualSeconds, prospect: null, random: 0.5 })).toBe(1000);
    expect(pollDelayMs({ elapsedMs: 60_000, usualSeconds, prospect: null, random: 0.5 })).toBe(5000);
  });

  it("looks at least once a second around the usual time", () => {
    expect(pollDelayMs({ elapsedMs: 10_000, usualSeconds, prospect: null, random: 0.5 })).toBe(1000);
  });

  it("spreads rows by fifteen percent", () => {
    expect(pollDelayMs({ elapsedMs: 60_000, usualSeconds, prospect: null, random: 0 })).toBe(4250);
    expect(pollDelayMs({ elapsedMs: 60_000, usualSeconds, prospect: null, random: 1 })).toBe(5750);
  });
});

describe("pollDelayMs, once runs of the model have been seen", () => {
  const evenly = Array.from({ length: 10 }, (_, index) => 2500 + index * 100);
  const delay = (elapsedMs: number, past: readonly number[] = evenly) =>
    pollDelayMs({ elapsedMs, usualSeconds, prospect: byTime(past), random: 0.5 });

  function looksUntil(endMs: number, past: readonly number[]): readonly number[] {
    const looks = [firstDelayMs({ prospect: byTime(past), random: 0.5 })];
    for (let last = looks[0] ?? 0; last < endMs; last = looks.at(-1) ?? 0) looks.push(last + delay(last, past));
    return looks;
  }

  it("waits until the first of them had ended", () => {
    expect(delay(0)).toBe(2607);
    expect(delay(2000)).toBe(607);
  });

  it("looks evenly where they ended evenly, eight times at most", () => {
    expect(looksUntil(3400, evenly)).toEqual([2607, 2730, 2852, 2975, 3098, 3221, 3344, 3482]);
  });

  it("looks further beyond the longest the fewer it has seen", () => {
    expect(looksUntil(3600, [2500, 3000, 3400]).at(-1)).toBe(3625);
    expect(looksUntil(3450, evenly)).toHaveLength(8);
  });

  it("looks closest where most of them ended", () => {
    const mostlyEarly = [2500, 2510, 2520, 2530, 2540, 2550, 2560, 2570, 2580, 3400];
    const looks = looksUntil(3400, mostlyEarly);
    expect(looks).toHaveLength(8);
    expect((looks[1] ?? 0) - (looks[0] ?? 0)).toBeLessThan(150);
    expect((looks[7] ?? 0) - (looks[6] ?? 0)).toBeGreaterThan(150);
  });

  it("looks more and more rarely at one that takes longer than any before, and sees a long one at least every five seconds", () => {
    expect(delay(5436)).toBe(1057);
    expect(delay(60_000)).toBe(5000);
    expect(delay(0, [60_000, 65_000, 70_000])).toBe(5000);
  });

  it("leaves eighty milliseconds between two looks", () => {
    const steady = Array.from({ length: 10 }, () => 3000);
    expect(delay(3000, steady)).toBe(80);
    const narrow = Array.from({ length: 20 }, (_, index) => 3000 + index * 5);
    expect(looksUntil(3050, narrow)).toEqual([3125]);
  });

  it("begins well before the one run it knows of had ended, and spreads its looks wide", () => {
    expect(looksUntil(3600, [3000])).toEqual([2779, 2918, 3056, 3195, 3334, 3473, 3611]);
  });

  it("looks early at a run that takes long, and at one of which nothing is known", () => {
    expect(firstDelayMs({ prospect: byTime([9000, 9100, 9200]), random: 0.5 })).toBe(500);
    expect(firstDelayMs({ prospect: null, random: 0.5 })).toBe(500);
  });
});

describe("pollDelayMs, where runs tell how far they are", () => {
  const past = Array.from({ length: 10 }, (_, index) => 2500 + index * 100);
  const delay = (elapsedMs: number, prospect: Prospect) => pollDelayMs({ elapsedMs, usualSeconds, prospect, random: 0.5 });

  it("looks twice on the way, before the shortest was over", () => {
    const prospect = { past, foreseen: null, tellsProgress: true };
    expect(firstDelayMs({ prospect, random: 0.5 })).toBe(1125);
    expect(delay(1125, prospect)).toBe(925);
    expect(delay(2050, prospect)).toBe(557);
  });

  it("then closely where this one is going to end", () => {
    const prospect = { past, foreseen: { ends: [3080, 3090, 3100, 3110, 3120], looks: 2 }, tellsProgress: true };
    const looks = [2050];
    for (let last = 2050; last < 3150; last = looks.at(-1) ?? 0) looks.push(last + delay(last, prospect));
    expect(looks).toEqual([2050, 3098, 3124, 3150]);
  });

  it("asks nothing on the way where all end close together", () => {
    const steady = { past: Array.from({ length: 10 }, () => 3000), foreseen: null, tellsProgress: true };
    expect(delay(0, steady)).toBeGreaterThan(2900);
  });

  it("goes by the time where progress tells less", () => {
    const vague = { past, foreseen: { ends: [1000, 9000], looks: 2 }, tellsProgress: true };
    expect(delay(2050, vague)).toBe(delay(2050, byTime(past)));
  });
});

describe("backOffMs", () => {
  it("doubles with each failure and stops at thirty seconds", () => {
    expect([1, 2, 3, 20].map((failures) => backOffMs(failures, 0.5))).toEqual([2000, 4000, 8000, 30_000]);
  });
});

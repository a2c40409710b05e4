import { describe, expect, it } from "vitest";
import { createRunTimes, type RunTimes } from "./run-times.ts";

describe("the times of runs", () => {
  const end = (times: RunTimes, id: string, model: string, tookMs: number) => {
    times.seen(id, tookMs, null);
    times.ended(id, model, tookMs, null);
  };
  const pastOf = (times: RunTimes, model: string) => times.prospectOf("another", model)?.past;

  it("are told model by model, shortest first", () => {
    const times = createRunTimes();
    end(times, "a", "pro", 3000);
    end(times, "b", "pro", 2500);
    end(times, "c", "dev", 9000);
    expect(pastOf(times, "pro")).toEqual([2500, 3000]);
    expect(times.prospectOf("d", "schnell")).toBeNull();
  });

  it("are taken for shorter where a run was over at the first look", () => {
    const times = createRunTimes();
    times.ended("a", "pro", 3000, null);
    expect(pastOf(times, "pro")).toEqual([2700]);
  });

  it("take an end to lie between the look that saw it and the one before", () => {
    const times = createRunTimes();
    for (const id of ["a", "b", "c"]) {
      times.seen(id, 1000, null);
      times.seen(id, 2000, null);
      times.ended(id, "pro", 3000, null);
    }
    expect(pastOf(times, "pro")).toEqual([2500, 2500, 2500]);
  });

  it("are exact where the provider tells how long a run took, unless that contradicts what was seen", () => {
    const times = createRunTimes();
    for (const [id, toldMs] of [
      ["a", 2300],
      ["b", 1500],
      ["c", 60_000],
    ] as const) {
      times.seen(id, 2000, null);
      times.ended(id, "pro", 3000, toldMs);
    }
    expect(pastOf(times, "pro")).toEqual([2000, 2300, 3000]);
  });

  it("count from when the provider took the run up, as long as it goes on here", () => {
    const times = createRunTimes();
    times.began("a", 50_000);
    times.seen("a", 1000, null);
    expect([times.begunAtMs("a"), times.begunAtMs("b")]).toEqual([50_000, null]);
    times.ended("a", "pro", 2000, null);
    expect(times.begunAtMs("a")).toBeNull();
  });

  it("follow a provider that has become quicker", () => {
    const times = createRunTimes();
    for (let run = 0; run < 20; run += 1) end(times, `slow ${run}`, "pro", 9000);
    for (let run = 0; run < 20; run += 1) end(times, `quick ${run}`, "pro", 3000 + run);
    expect(pastOf(times, "pro")?.[0]).toBe(3000);
    expect(pastOf(times, "pro")?.at(-1)).toBe(3019);
  });
});

describe("what a run's own progress tells", () => {
  /** Half done at `halfMs`, looked at when three quarters are, and over when it says, give or take what comes after the last step. */
  const runOnce = (times: RunTimes, id: string, halfMs: number, afterMs: number) => {
    times.seen(id, halfMs, 0.5);
    times.seen(id, halfMs * 1.5, 0.75);
    times.ended(id, "dev", halfMs * 2.5 + afterMs * 2, null);
  };

  it("is when it ends, by what forecasts of the model were off by", () => {
    const times = createRunTimes();
    runOnce(times, "a", 1000, 300);
    runOnce(times, "b", 1000, 100);
    times.seen("c", 2000, 0.5);
    expect(times.prospectOf("c", "dev")).toMatchObject({ foreseen: null, tellsProgress: true });
    times.seen("c", 3000, 0.75);
    expect(times.prospectOf("c", "dev")?.foreseen).toEqual({ ends: [3500, 4700], looks: 2 });
  });

  it("is off by exactly as much as the provider's own clock says", () => {
    const times = createRunTimes();
    times.seen("a", 1000, 0.5);
    times.seen("a", 1500, 0.75);
    times.ended("a", "dev", 2500, 2100);
    times.seen("b", 1000, 0.5);
    times.seen("b", 1500, 0.75);
    expect(times.prospectOf("b", "dev")?.foreseen).toEqual({ ends: [2100, 2100], looks: 2 });
  });

  it("is all that is known of the first run of a model", () => {
    const times = createRunTimes();
    times.seen("a", 1000, 0.5);
    expect(times.prospectOf("a", "dev")).toBeNull();
    times.seen("a", 1500, 0.75);
    expect(times.prospectOf("a", "dev")).toEqual({ past: [2000], foreseen: null, tellsProgress: false });
  });

  it("stands once it is told: later looks do not move it", () => {
    const times = createRunTimes();
    runOnce(times, "a", 1000, 0);
    times.seen("b", 1000, 0.5);
    times.seen("b", 1500, 0.75);
    const before = times.prospectOf("b", "dev");
    times.seen("b", 1900, 0.76);
    expect(times.prospectOf("b", "dev")).toEqual(before);
  });

  it("is nothing for a model whose runs say nothing of it", () => {
    const times = createRunTimes();
    times.seen("a", 1000, null);
    times.ended("a", "pro", 2000, null);
    times.seen("b", 1000, null);
    expect(times.prospectOf("b", "pro")).toMatchObject({ foreseen: null, tellsProgress: false });
  });
});

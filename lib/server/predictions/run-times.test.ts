import { describe, expect, it } from "vitest";
import { createRunTimes, type RunTimes } from "./run-times.ts";

describe("the times of runs", () => {
  const end = (times: RunTimes, id: string, model: string, tookMs: number) => {
    times.seen(id, tookMs);
    times.ended(id, model, tookMs);
  };

  it("are told model by model, shortest first", () => {
    const times = createRunTimes();
    end(times, "a", "pro", 3000);
    end(times, "b", "pro", 2500);
    end(times, "c", "dev", 9000);
    expect(times.lastOf("pro")).toEqual([2500, 3000]);
    expect(times.lastOf("schnell")).toBeNull();
  });

  it("are taken for shorter where a run was over at the first look", () => {
    const times = createRunTimes();
    times.ended("a", "pro", 3000);
    expect(times.lastOf("pro")).toEqual([2700]);
  });

  it("take an end to lie between the look that saw it and the one before", () => {
    const times = createRunTimes();
    for (const id of ["a", "b", "c"]) {
      times.seen(id, 1000);
      times.seen(id, 2000);
      times.ended(id, "pro", 3000);
    }
    expect(times.lastOf("pro")).toEqual([2500, 2500, 2500]);
  });

  it("follow a provider that has become quicker", () => {
    const times = createRunTimes();
    for (let run = 0; run < 20; run += 1) end(times, `slow ${run}`, "pro", 9000);
    for (let run = 0; run < 20; run += 1) end(times, `quick ${run}`, "pro", 3000 + run);
    expect(times.lastOf("pro")?.[0]).toBe(3000);
    expect(times.lastOf("pro")?.at(-1)).toBe(3019);
  });
});

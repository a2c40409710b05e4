import { describe, expect, it } from "vitest";
import { createRunTimes } from "./run-times.ts";

describe("the times of runs", () => {
  it("say nothing before there are three of a model", () => {
    const times = createRunTimes();
    times.ended("a", "pro", 3000);
    times.ended("b", "pro", 2500);
    times.ended("c", "dev", 9000);
    expect(times.lastOf("pro")).toBeNull();
    times.ended("d", "pro", 2800);
    expect(times.lastOf("pro")).toEqual([2500, 2800, 3000]);
    expect(times.lastOf("schnell")).toBeNull();
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
    for (let run = 0; run < 20; run += 1) times.ended(`slow ${run}`, "pro", 9000);
    for (let run = 0; run < 20; run += 1) times.ended(`quick ${run}`, "pro", 3000 + run);
    expect(times.lastOf("pro")?.[0]).toBe(3000);
    expect(times.lastOf("pro")?.at(-1)).toBe(3019);
  });
});

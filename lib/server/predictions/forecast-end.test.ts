import { describe, expect, it } from "vitest";
import { forecastEnd } from "./forecast-end.ts";

describe("forecastEnd", () => {
  it("goes on as it went between the two looks, whatever was before the first", () => {
    expect(forecastEnd({ elapsedMs: 1000, progress: 0.25 }, { elapsedMs: 2000, progress: 0.75 })).toBe(2500);
    expect(forecastEnd({ elapsedMs: 61_000, progress: 0.25 }, { elapsedMs: 62_000, progress: 0.75 })).toBe(62_500);
  });

  it("says nothing by looks that saw nearly the same", () => {
    expect(forecastEnd({ elapsedMs: 1000, progress: 0.5 }, { elapsedMs: 1100, progress: 0.6 })).toBeNull();
    expect(forecastEnd({ elapsedMs: 1000, progress: 0.5 }, { elapsedMs: 1100, progress: 0.5 })).toBeNull();
  });
});

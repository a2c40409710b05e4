import { describe, expect, it } from "vitest";
import { textureCost } from "./texture-cost.ts";

/** A spot of the hole at which 4 is expected, and sources that are smoother, alike, a little busier and much busier. */
const busyness = Float32Array.of(4, 2, 4, 4.5, 6);
const costsAt = (sparsity: number): number[] =>
  [1, 2, 3, 4].map((source) => textureCost({ busyness, sparsity: Float32Array.of(sparsity, 0, 0, 0, 0) }, 0, source));

describe("what a copy's texture costs", () => {
  it("is nothing for one as busy as expected, and more for a smoother than for a busier one", () => {
    const [smoother, alike, busier, busiest] = costsAt(0);
    expect([alike, busier]).toEqual([0, 0]);
    expect(busiest).toBeGreaterThan(0);
    expect(smoother).toBeGreaterThan(busiest ?? 0);
  });
  it("is nothing for a smoother one where few things make the ground busy, and there more for a busier one", () => {
    const [smoother, alike, busier, busiest] = costsAt(1);
    expect([smoother, alike]).toEqual([0, 0]);
    expect(busier).toBeGreaterThan(0);
    expect(busiest).toBeGreaterThan(costsAt(0)[3] ?? 0);
  });
});

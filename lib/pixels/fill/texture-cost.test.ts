import { describe, expect, it } from "vitest";
import { leewayAtBorder, usualLeeway } from "./leeway.ts";
import { textureCost } from "./texture-cost.ts";

/** A spot of the hole at which 4 is expected, and sources that are smoother, alike, a little busier and much busier. */
const busyness = Float32Array.of(4, 2, 4, 4.5, 6);
const costsAt = (sparsity: number, leeway = usualLeeway): number[] =>
  [1, 2, 3, 4].map((source) => textureCost({ busyness, sparsity: Float32Array.of(sparsity, 0, 0, 0, 0) }, 0, source, leeway));

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
  it("is more for a busier one at the border, even a little, also where few things make the ground busy", () => {
    for (const sparsity of [0, 1]) {
      const [usual, atBorder] = [costsAt(sparsity), costsAt(sparsity, leewayAtBorder)];
      expect(atBorder[2]).toBeGreaterThan(usual[2] ?? 0);
      expect(atBorder[3]).toBeGreaterThan(usual[3] ?? 0);
      expect(atBorder[1]).toBe(0);
    }
  });
});

import { describe, expect, it } from "vitest";
import { createNoiseField } from "./noise-field.ts";

describe("noise field", () => {
  const kinds = ["fractal", "ridged", "billow", "eroded"] as const;
  it.each(kinds)("stays within 0 and 1, is the same for a seed and another for the next: %s", (kind) => {
    const [one, same, other] = [createNoiseField(5), createNoiseField(5), createNoiseField(6)];
    let differs = false;
    for (let i = -200; i < 200; i++) {
      const value = one[kind](i * 0.37, i * -0.73, 5);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(same[kind](i * 0.37, i * -0.73, 5)).toBe(value);
      differs ||= other[kind](i * 0.37, i * -0.73, 5) !== value;
    }
    expect(differs).toBe(true);
  });

  it("has no steps, not even between its cells or where it begins anew", () => {
    const { value } = createNoiseField(9);
    for (const x of [0, 1, 64, 127, 128, -1]) expect(Math.abs(value(x - 1e-6, 0.3) - value(x + 1e-6, 0.3))).toBeLessThan(1e-4);
  });
});

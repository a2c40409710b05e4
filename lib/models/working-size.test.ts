import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fluxPro11 } from "./flux-1.1-pro.ts";
import { fluxDev } from "./flux-dev.ts";
import { fluxFillDev } from "./flux-fill-dev.ts";
import { fluxKontextDev } from "./flux-kontext-dev.ts";
import { fluxKontextPro } from "./flux-kontext-pro.ts";
import type { ModelEntry } from "./model.ts";
import { workingSize } from "./working-size.ts";

const size = (entry: ModelEntry, width: number, height: number) => workingSize(entry, { width, height });

describe("the working size", () => {
  it.each([
    [1920, 1080, 1440, 800],
    [4032, 3024, 1440, 1056],
    [1000, 1000, 992, 992],
    [640, 480, 640, 480],
    [1440, 1440, 1440, 1440],
    [31, 31, 64, 64],
    [5000, 40, 1440, 64],
    [1, 8000, 64, 1440],
  ])("of %i×%i for filling is %s×%s", (width, height, ...expected) => {
    expect(size(fluxFillDev, width, height)).toEqual(expected);
  });
  it("reaches the longest side exactly, however large the picture", () => {
    for (let side = 1440; side <= 12_000; side += 1) expect(size(fluxFillDev, side, side), `${side}`).toEqual([1440, 1440]);
  });
  it.each([
    [1920, 1080, 1392, 752],
    [4032, 3024, 1184, 880],
    [3000, 500, 1568, 672],
    [500, 3000, 672, 1568],
    [64, 64, 1024, 1024],
    [1024, 1024, 1024, 1024],
  ])("of %i×%i for Kontext Dev is the known one nearest in shape, %s×%s", (width, height, ...expected) => {
    expect(size(fluxKontextDev, width, height)).toEqual(expected);
  });
  it("keeps Kontext Pro's pictures to about 1.6 megapixels", () => {
    expect(size(fluxKontextPro, 4032, 3024)).toEqual([1456, 1088]);
    expect(size(fluxKontextPro, 8000, 1000)).toEqual([1568, 192]);
    expect(size(fluxKontextPro, 800, 600)).toEqual([800, 592]);
  });
  it("takes multiples of 16 up to 1440 for pictures that guide a drawing", () => {
    expect(size(fluxDev, 1921, 1080)).toEqual([1440, 800]);
    expect(size(fluxPro11, 700, 900)).toEqual([688, 896]);
  });
  it("is a whole multiple inside the limits for every picture, and stays what it is once taken", () => {
    const rules: readonly ModelEntry[] = [
      fluxFillDev,
      fluxKontextPro,
      fluxDev,
      { ...fluxDev, workingSize: { rule: "fit", maxSide: 2000, maxPixels: 4_000_000, multipleOf: 48 } },
    ];
    const side = fc.integer({ min: 1, max: 30_000 });
    fc.assert(
      fc.property(fc.constantFrom(...rules), side, side, (entry, width, height) => {
        const rule = entry.workingSize;
        if (rule.rule !== "fit") throw new Error("Expected a model that fits pictures");
        const [w, h] = size(entry, width, height);
        for (const value of [w, h]) {
          expect(value % rule.multipleOf).toBe(0);
          expect(value).toBeGreaterThanOrEqual(64);
          expect(value).toBeLessThanOrEqual(rule.maxSide);
        }
        expect(w * h).toBeLessThanOrEqual(rule.maxPixels ?? rule.maxSide ** 2);
        expect(size(entry, w, h)).toEqual([w, h]);
      }),
    );
  });
});

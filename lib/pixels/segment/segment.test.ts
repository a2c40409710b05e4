import { describe, expect, it } from "vitest";
import { newPlane } from "../plane.ts";
import { newRaster } from "../raster.ts";
import { finish } from "../work.ts";
import { barrierDistance } from "./barrier.ts";
import { cleanEdges } from "./clean-edges.ts";
import { cutOut } from "./cut-out.ts";
import { refineMask, scalePlane } from "./refine.ts";
import { findSaliencySlowly } from "./saliency.ts";
import { lookAt } from "./view.ts";

/** A disc on a shaded ground. */
function disc(width = 120, height = 90) {
  const picture = newRaster(width, height, 3);
  const isIn = (i: number): boolean => Math.hypot((i % width) - width * 0.45, Math.floor(i / width) - height * 0.55) < height * 0.25;
  for (let i = 0; i < width * height; i++) picture.data.set(isIn(i) ? [210, 150, 40] : [60 + (i % width) / 3, 90, 120], i * 3);
  return { picture, isIn };
}

describe("the barrier distance", () => {
  it("is what must be climbed at least on the way from the seeds", () => {
    // A wall of 9 with a gap of 4 around a yard of 1; seeds at the left.
    const values = Float32Array.from([0, 9, 9, 9, 0, 4, 1, 9, 0, 9, 9, 9]);
    const seeds = Uint8Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]);
    expect([...barrierDistance(values, seeds, 4)]).toEqual([0, 9, 9, 9, 0, 4, 4, 9, 0, 9, 9, 9]);
  });
});

describe("cutting out", () => {
  it("finds what stands out and follows its outline at full size", () => {
    const { picture, isIn } = disc(480, 360);
    const view = finish(lookAt(picture));
    const mask = finish(refineMask(picture, finish(cutOut(view, finish(findSaliencySlowly(view)), { trustColours: 0.5 }))));
    const wrong = mask.data.reduce((sum, value, i) => sum + Math.abs(value - (isIn(i) ? 1 : 0)), 0);
    expect(wrong / mask.data.length).toBeLessThan(0.01);
  });
  it("keeps to the guess where colours are not trusted", () => {
    const { picture } = disc();
    const view = finish(lookAt(picture));
    const guess = { ...newPlane(view.width, view.height), data: new Float32Array(view.width * view.height).fill(0.1) };
    expect(finish(cutOut(view, guess, { trustColours: 0 })).data.every((value) => value === 0)).toBe(true);
  });
});

describe("the rim of a cut-out", () => {
  it("loses the old background's colour and leaves the solid part to the bit", () => {
    const { picture, isIn } = disc();
    const mask = { ...newPlane(120, 90), data: Float32Array.from({ length: 120 * 90 }, (_, i) => (isIn(i) ? 1 : 0)) };
    const edge = mask.data.indexOf(1) - 1;
    mask.data[edge] = 0.5;
    const clean = finish(cleanEdges(picture, mask));
    expect(clean.data[edge * 3]).toBeGreaterThan(190);
    const inside = (50 * 120 + 54) * 3;
    expect([...clean.data.subarray(inside, inside + 3)]).toEqual([210, 150, 40]);
  });
});

describe("scaling a plane", () => {
  it("mixes neighbours when it grows", () => {
    expect([...scalePlane({ width: 2, height: 1, data: Float32Array.of(0, 1) }, 4, 1).data]).toEqual([0, 0.25, 0.75, 1]);
  });
});

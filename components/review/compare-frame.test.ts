import { describe, expect, it } from "vitest";
import { frameOf, placeIn } from "./compare-frame.ts";

const large = { width: 6000, height: 4000 };

describe("the frame of two pictures", () => {
  it("has the size of the larger one where both have one shape", () => {
    expect(frameOf({ width: 1248, height: 832 }, large)).toEqual(large);
    expect(frameOf(large, { width: 1248, height: 832 })).toEqual(large);
  });

  it("is the result's own where the shapes differ, or nothing was before", () => {
    const square = { width: 1024, height: 1024 };
    expect(frameOf(square, large)).toEqual(square);
    expect(frameOf(square, null)).toEqual(square);
  });
});

describe("the place of a picture", () => {
  it("is the whole frame for sides rounded to what a model takes", () => {
    expect(placeIn(large, { width: 1248, height: 832 })).toEqual({ x: 0, y: 0, ...large });
    expect(placeIn({ width: 1000, height: 750 }, { width: 1184, height: 880 })).toEqual({ x: 0, y: 0, width: 1000, height: 750 });
  });

  it("is the middle for another shape, whole and not bent", () => {
    expect(placeIn({ width: 900, height: 900 }, large)).toEqual({ x: 0, y: 150, width: 900, height: 600 });
  });
});

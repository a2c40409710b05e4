import { describe, expect, it } from "vitest";
import { frameOf, grownFrame, placeIn } from "./compare-frame.ts";

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

describe("an original on the canvas it was grown to", () => {
  const before = { id: "pic_1", width: 600, height: 400 };
  const after = { id: "pic_2", width: 900, height: 500 };
  const grown = { left: 300, top: 0, right: 0, bottom: 100 };

  it("lies where it was, and the frame is the canvas", () => {
    const frame = grownFrame(after, before, grown);
    expect(frame).toMatchObject({ width: 900, height: 500 });
    expect(placeIn(frame ?? after, before)).toEqual({ x: 300, y: 0, width: 600, height: 400 });
    expect(placeIn(frame ?? after, after)).toEqual({ x: 0, y: 0, width: 900, height: 500 });
  });

  it("is not told of pictures whose sizes do not fit together so", () => {
    expect(grownFrame({ width: 901, height: 500 }, before, grown)).toBeNull();
  });
});

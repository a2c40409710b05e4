import { describe, expect, it } from "vitest";
import { noExpansion } from "#lib/models/choose-frame.ts";
import { anchorOf, anchors, canvasShapeOf, canvasShapes, expandToShape } from "./expand-ratios.ts";

const picture = { width: 1200, height: 800 };

describe("a canvas of a wanted shape", () => {
  it("grows the picture along one side only, as little as can be", () => {
    expect(expandToShape(picture, "1:1", "middle")).toEqual({ left: 0, top: 200, right: 0, bottom: 200 });
    expect(expandToShape(picture, "16:9", "middle")).toEqual({ left: 111, top: 0, right: 111, bottom: 0 });
    expect(expandToShape(picture, "3:2", "middle")).toEqual(noExpansion);
    expect(expandToShape(picture, "original", "end")).toEqual(noExpansion);
  });

  it("puts the picture where it is wanted, to the pixel", () => {
    expect(expandToShape(picture, "2:1", "start")).toEqual({ left: 0, top: 0, right: 400, bottom: 0 });
    expect(expandToShape(picture, "2:1", "end")).toEqual({ left: 400, top: 0, right: 0, bottom: 0 });
    expect(expandToShape({ width: 1201, height: 800 }, "2:1", "middle")).toEqual({ left: 199, top: 0, right: 200, bottom: 0 });
  });

  it("is known again by its shape and its anchor", () => {
    for (const shape of canvasShapes) {
      for (const anchor of anchors) {
        const expand = expandToShape({ width: 1000, height: 700 }, shape, anchor);
        expect(canvasShapeOf({ width: 1000, height: 700 }, expand)).toBe(shape);
        if (shape !== "original") expect(anchorOf(expand)).toBe(anchor);
      }
    }
    expect(canvasShapeOf(picture, { ...noExpansion, left: 33 })).toBeUndefined();
    expect(anchorOf({ left: 10, top: 0, right: 300, bottom: 0 })).toBeUndefined();
    expect(anchorOf(noExpansion)).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { addTrace, shapeOf } from "./gestures.ts";

describe("addTrace", () => {
  it("leaves out points nobody could tell from the last, and answers where the new ones begin", () => {
    const points: number[] = [];
    expect(addTrace(points, [{ x: 1.26, y: 2, pressure: 1 }], 2)).toBe(0);
    expect(
      addTrace(
        points,
        [
          { x: 2, y: 2, pressure: 1 },
          { x: 9, y: 2, pressure: 0.456 },
        ],
        2,
      ),
    ).toBe(1);
    expect(points).toEqual([1.3, 2, 1, 9, 2, 0.46]);
  });
});

describe("shapeOf", () => {
  const drag = [
    { x: 10.4, y: 20 },
    { x: 4, y: 8.2 },
  ];

  it("draws a box in any direction on whole pixels", () => {
    expect(shapeOf("rectangle", "add", drag, false)).toEqual({ kind: "rectangle", mode: "add", x: 4, y: 8, width: 6, height: 12 });
  });

  it("makes it even when asked", () => {
    expect(shapeOf("ellipse", "subtract", drag, true)).toMatchObject({ kind: "ellipse", width: 12, height: 12 });
  });

  it("is nothing where nothing was enclosed", () => {
    expect(shapeOf("rectangle", "add", [{ x: 1, y: 1 }], false)).toBeNull();
    expect(shapeOf("lasso", "add", drag, false)).toBeNull();
  });
});

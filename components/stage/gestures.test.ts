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

describe("a pen that leans", () => {
  const go = (dx: number, dy: number, lean: { x: number; y: number }) => {
    const points: number[] = [];
    const trace = Array.from({ length: 6 }, (_, at) => ({ x: 10 + at * dx, y: 10 + at * dy, pressure: 0.4, lean }));
    addTrace(points, trace, 1);
    return points.at(-1) ?? 0;
  };

  it("draws wider across the way it lies, and no wider along it", () => {
    const lying = { x: 0.95, y: 0 };
    expect(go(0, 5, lying)).toBeGreaterThan(0.8);
    expect(go(5, 0, lying)).toBe(0.4);
    expect(go(4, 4, lying)).toBeGreaterThan(0.6);
  });

  it("draws by its pressure alone as hands usually hold it", () => {
    expect(go(0, 5, { x: 0.5, y: 0.2 })).toBe(0.4);
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

import { describe, expect, it } from "vitest";
import type { MaskOperation } from "./mask-document.ts";
import { PaintedBounds } from "./painted-bounds.ts";
import { rasterise } from "./rasterise.ts";

const [width, height] = [1500, 1000];

function exactBounds(operations: readonly MaskOperation[]) {
  const mask = rasterise({ width, height, operations });
  let [left, top, right, bottom] = [width, height, 0, 0];
  mask.forEach((level, at) => {
    if (level === 0) return;
    left = Math.min(left, at % width);
    right = Math.max(right, (at % width) + 1);
    top = Math.min(top, Math.floor(at / width));
    bottom = Math.floor(at / width) + 1;
  });
  return { left, top, right, bottom };
}

const rectangle = (x: number, y: number, w: number, h: number, mode: "add" | "subtract" = "add"): MaskOperation => ({
  ...{ kind: "rectangle", mode, x, y, width: w, height: h },
});
const stroke = (size: number, ...points: readonly number[]): MaskOperation => ({
  kind: "stroke",
  mode: "add",
  size,
  hardness: 0.8,
  points,
});

describe("the bounds of what is painted", () => {
  it("are nothing while nothing is painted, or all of it was taken away", () => {
    const bounds = new PaintedBounds({ width, height });
    expect(bounds.of([])).toBeNull();
    expect(bounds.of([rectangle(10, 10, 90, 90), { kind: "clear" }])).toBeNull();
    expect(bounds.of([rectangle(10, 10, 90, 90), rectangle(0, 0, 300, 300, "subtract")])).toBeNull();
  });

  it("are exact for what was only added", () => {
    expect(new PaintedBounds({ width, height }).of([rectangle(700, 300, 33, 41)])).toEqual({
      left: 700,
      top: 300,
      right: 733,
      bottom: 341,
    });
  });

  it("hold all of it, and little more, whatever was painted", () => {
    const programs: readonly (readonly MaskOperation[])[] = [
      [stroke(40, 200, 200, 1, 400, 260, 1)],
      [stroke(2, 900, 500, 1, 905, 505, 1)],
      [rectangle(100, 100, 800, 500), rectangle(0, 0, 1500, 320, "subtract")],
      [rectangle(100, 100, 50, 50), { kind: "grow", by: 30 }],
      [rectangle(0, 0, 1400, 950), { kind: "invert" }],
      [rectangle(3, 3, 9, 9), { kind: "clear" }, stroke(90, 1490, 990, 1)],
    ];
    const bounds = new PaintedBounds({ width, height });
    const most = 2 * Math.ceil(width / 512);
    for (const program of programs) {
      const [told, exact] = [bounds.of(program), exactBounds(program)];
      for (const end of ["left", "top"] as const) {
        expect(told?.[end]).toBeLessThanOrEqual(exact[end]);
        expect(told?.[end]).toBeGreaterThanOrEqual(exact[end] - most);
      }
      for (const end of ["right", "bottom"] as const) {
        expect(told?.[end]).toBeGreaterThanOrEqual(exact[end]);
        expect(told?.[end]).toBeLessThanOrEqual(exact[end] + most);
      }
    }
  });
});

import { describe, expect, it } from "vitest";
import type { Stroke } from "./mask-document.ts";
import { wholeWindow } from "./mask-window.ts";
import { PaintedOver, paintOver } from "./painted-over.ts";

const [width, height] = [24, 16];
const stroke = (mode: Stroke["mode"], x: number, hardness = 0.4): Stroke => ({
  kind: "stroke",
  mode,
  size: 9,
  hardness,
  points: [x, 8, 1, x + 6, 8, 1],
});
const ramp = () => Uint8Array.from({ length: width * height }, (_, at) => (at % width) * 10);
const at = (mask: Uint8Array, x: number, y: number) => mask[y * width + x] ?? -1;

describe("painting over a mask", () => {
  it("brings in and takes out where the brush was, and leaves the rest as it was", () => {
    const mask = paintOver(ramp(), width, height, [stroke("add", 3), stroke("subtract", 14)]);
    expect([at(mask, 5, 8), at(mask, 16, 8)]).toEqual([255, 0]);
    expect([at(mask, 5, 0), at(mask, 16, 15), at(mask, 0, 15)]).toEqual([50, 160, 0]);
  });

  it("lets the later stroke win, softly at its rim", () => {
    const mask = paintOver(ramp(), width, height, [stroke("add", 8, 0), stroke("subtract", 8, 0)]);
    expect(at(mask, 10, 8)).toBeLessThan(40);
    expect(at(mask, 10, 5)).toBeGreaterThan(at(mask, 10, 8));
  });

  it("shows while one paints exactly what is drawn at the end", () => {
    const painted = new PaintedOver(wholeWindow(width, height));
    const strokes = [stroke("add", 3), stroke("subtract", 6), stroke("add", 12)];
    const live = () => Uint8Array.from(ramp(), (old, pixel) => painted.at(pixel, old));
    for (const [count, one] of strokes.entries()) {
      painted.extendStroke(one, one.points.slice(0, 3), 0);
      painted.extendStroke(one, one.points, 1);
      painted.keepStroke(strokes.slice(0, count + 1));
      expect(live()).toEqual(paintOver(ramp(), width, height, strokes.slice(0, count + 1)));
    }
    painted.show(strokes.slice(0, 1));
    expect(live()).toEqual(paintOver(ramp(), width, height, strokes.slice(0, 1)));
    painted.show([]);
    expect(live()).toEqual(ramp());
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawStroke } from "./draw-stroke.ts";
import { drawStrokes } from "./draw-strokes.ts";
import type { PaintMode, Stroke } from "./mask-document.ts";
import { type Patch, wholePatch } from "./mask-window.ts";

const [width, height] = [90, 70];
const windows = fc.constantFrom(
  { x: 0, y: 0, scale: 1, width, height },
  { x: 12.5, y: -7, scale: 0.7, width, height },
  { x: 20, y: 9, scale: 2.3, width, height },
);

const place = fc.double({ min: -10, max: 90, noNaN: true });
const strokes = fc.array(
  fc.record({
    kind: fc.constant("stroke" as const),
    mode: fc.constantFrom<PaintMode>("add", "subtract"),
    size: fc.double({ min: 0.5, max: 60, noNaN: true }),
    hardness: fc.constantFrom(0, 0.5, 0.8, 1),
    points: fc
      .array(fc.tuple(place, place, fc.constantFrom(1, 1, 0.6)), { minLength: 1, maxLength: 5 })
      .map((places): readonly number[] => places.flat()),
  }),
  { minLength: 1, maxLength: 12 },
);

function noise(): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) => (at * 7919) % 256);
}

describe("many strokes drawn in one go", () => {
  it("are what they are one after the other, over whatever was there", () => {
    fc.assert(
      fc.property(strokes, windows, (painted: readonly Stroke[], window) => {
        const [one, other] = [noise(), noise()];
        for (const stroke of painted) drawStroke(one, window, stroke, stroke.points);
        drawStrokes(other, window, painted, wholePatch(window));
        expect(Buffer.compare(one, other)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it("change nothing outside of what they are cut to", () => {
    const corner = fc.record({ left: fc.nat(60), top: fc.nat(50), wide: fc.nat(80), high: fc.nat(60) });
    fc.assert(
      fc.property(strokes, windows, corner, (painted: readonly Stroke[], window, { left, top, wide, high }) => {
        const clip: Patch = { left, top, right: Math.min(width, left + wide), bottom: Math.min(height, top + high) };
        const [one, other] = [noise(), noise()];
        for (const stroke of painted) drawStroke(one, window, stroke, stroke.points, 0, clip);
        drawStrokes(other, window, painted, clip);
        expect(Buffer.compare(one, other)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});

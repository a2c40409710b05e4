import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawStroke } from "./draw-stroke.ts";
import type { PaintMode } from "./mask-document.ts";
import { type MaskWindow, wholePatch, wholeWindow } from "./mask-window.ts";
import type { Brush } from "./stroke-parts.ts";

const side = 32;

/** The rule itself, a pixel at a time: the strongest of all discs and bodies. */
function levelByRule({ size, hardness }: Brush, points: readonly number[], window: MaskWindow, column: number, row: number): number {
  let strongest = 0;
  const px = (column + 0.5) / window.scale + window.x;
  const py = (row + 0.5) / window.scale + window.y;
  for (let at = 0; at < points.length; at += 3) {
    const [bx = 0, by = 0, end = 1] = points.slice(at, at + 3);
    const [ax = bx, ay = by, start = end] = points.slice(Math.max(0, at - 3), Math.max(0, at - 3) + 3);
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length === 0 ? 1 : Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length));
    const distance = Math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay)) * window.scale;
    const radius = (size / 2) * (start + (end - start) * along) * window.scale;
    const inner = Math.min(radius * hardness, radius - 0.5);
    const t = Math.min(1, Math.max(0, (distance - inner) / (radius + 0.5 - inner)));
    strongest = Math.max(strongest, Math.round(255 * (1 - t * t * (3 - 2 * t))));
  }
  return strongest;
}

const place = fc.double({ min: -6, max: 38, noNaN: true });
const stroke = fc.record({
  mode: fc.constantFrom<PaintMode>("add", "subtract"),
  size: fc.double({ min: 0.5, max: 20, noNaN: true }),
  hardness: fc.constantFrom(0, 0.3, 0.8, 1),
  places: fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 6 }),
});
const windows = fc.constantFrom(
  wholeWindow(side, side),
  { x: 3.5, y: -2, scale: 0.6, width: 20, height: 23 },
  { x: 8, y: 9, scale: 2.3, width: 40, height: 31 },
);

function expectByRule(brush: Brush, points: readonly number[], window: MaskWindow): void {
  const mask = new Uint8Array(window.width * window.height).fill(brush.mode === "add" ? 0 : 255);
  drawStroke(mask, window, brush, points);
  for (let at = 0; at < mask.length; at += 1) {
    const level = levelByRule(brush, points, window, at % window.width, Math.floor(at / window.width));
    const found = brush.mode === "add" ? (mask[at] ?? 0) : 255 - (mask[at] ?? 0);
    // A level that falls just between two numbers may be rounded either way.
    if (Math.abs(found - level) > 1) expect([at, found]).toEqual([at, level]);
  }
}

describe("a stroke drawn by rows", () => {
  it("has at every pixel the level that the rule gives", () => {
    fc.assert(
      fc.property(stroke, windows, ({ places, ...brush }, window) => {
        const points = places.flatMap(([x, y]) => [x, y, 1]);
        expectByRule(brush, points, window);
      }),
      { numRuns: 200 },
    );
  });

  it("has that level also where a thick brush goes on in small steps, around bends and back", () => {
    const step = fc.record({ turn: fc.double({ min: -0.5, max: 0.5, noNaN: true }), far: fc.constantFrom(0, 0.4, 1.5, 4) });
    const swings = fc.array(fc.record({ step, times: fc.integer({ min: 1, max: 12 }) }), { minLength: 1, maxLength: 4 });
    const thick = fc.record({
      mode: fc.constantFrom<PaintMode>("add", "subtract"),
      size: fc.double({ min: 10, max: 40, noNaN: true }),
      hardness: fc.constantFrom(0.5, 0.8, 1),
    });
    fc.assert(
      fc.property(thick, swings, fc.double({ min: 0, max: 6.3, noNaN: true }), windows, (brush, parts, first, window) => {
        let [x, y, angle] = [16, 16, first];
        const points = [x, y, 1];
        for (const { step: way, times } of parts) {
          for (let at = 0; at < times; at += 1) {
            angle += way.turn;
            x += Math.cos(angle) * way.far;
            y += Math.sin(angle) * way.far;
            points.push(x, y, 1);
          }
        }
        expectByRule(brush, points, window);
      }),
      { numRuns: 150 },
    );
  });

  it("is the same when it grows point by point, with a pen's pressure too", () => {
    const pressed = fc.array(fc.tuple(place, place, fc.constantFrom(0.2, 0.6, 1)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(stroke, pressed, ({ places: _, ...brush }, places) => {
        const points = places.flat();
        const window = wholeWindow(side, side);
        const start = brush.mode === "add" ? 0 : 255;
        const whole = new Uint8Array(side * side).fill(start);
        drawStroke(whole, window, brush, points);
        const grown = new Uint8Array(side * side).fill(start);
        for (let count = 1; count <= places.length; count += 1) drawStroke(grown, window, brush, points.slice(0, count * 3), count - 1);
        for (let at = 0; at < whole.length; at += 1) {
          if (Math.abs((whole[at] ?? 0) - (grown[at] ?? 0)) > 1) expect([at, grown[at]]).toEqual([at, whole[at]]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("changes nothing outside of the patch it answers, nor outside of what it was cut to", () => {
    fc.assert(
      fc.property(stroke, ({ places, ...brush }) => {
        const points = places.flatMap(([x, y]) => [x, y, 1]);
        const window = wholeWindow(side, side);
        const clip = { left: 5, top: 7, right: 21, bottom: 25 };
        const cut = new Uint8Array(side * side).fill(100);
        const whole = cut.slice();
        const patch = drawStroke(cut, window, brush, points, 0, clip);
        drawStroke(whole, window, brush, points, 0, wholePatch(window));
        for (let at = 0; at < cut.length; at += 1) {
          const [x, y] = [at % side, Math.floor(at / side)];
          const isIn = x >= patch.left && x < patch.right && y >= patch.top && y < patch.bottom;
          const isClipped = x >= clip.left && x < clip.right && y >= clip.top && y < clip.bottom;
          if (!isIn) expect(cut[at]).toBe(100);
          if (isClipped) expect(cut[at]).toBe(whole[at]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

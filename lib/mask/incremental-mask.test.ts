import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IncrementalMask } from "./incremental-mask.ts";
import type { MaskOperation } from "./mask-document.ts";
import { emptyHistory, type MaskHistory, redo, undo, withOperation } from "./mask-history.ts";
import { wholeWindow } from "./mask-window.ts";
import { applyOperations, rasterise } from "./rasterise.ts";

const side = 24;
const place = fc.integer({ min: -4, max: 28 });
const paintMode = fc.constantFrom("add", "subtract");
const operation: fc.Arbitrary<MaskOperation> = fc.oneof(
  fc.record({
    kind: fc.constant("stroke"),
    mode: paintMode,
    size: fc.integer({ min: 1, max: 12 }),
    hardness: fc.constantFrom(0, 0.5, 1),
    points: fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 5 }).map((points) => points.flatMap(([x, y]) => [x, y, 1])),
  }),
  fc.record({ kind: fc.constant("rectangle"), mode: paintMode, x: place, y: place, width: fc.nat(12), height: fc.nat(12) }),
  fc.constantFrom({ kind: "invert" }, { kind: "clear" }, { kind: "fill-holes" }, { kind: "grow", by: 2 }, { kind: "grow", by: -1 }),
) as fc.Arbitrary<MaskOperation>;

function fresh(operations: readonly MaskOperation[]): Uint8Array {
  return rasterise({ width: side, height: side, operations });
}

describe("a mask that is kept up to date", () => {
  it("equals one drawn from the start, whatever is done, taken back and done again", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(operation, fc.constantFrom("undo", "redo")), { maxLength: 60 }), (steps) => {
        const mask = new IncrementalMask(wholeWindow(side, side));
        let history: MaskHistory = emptyHistory;
        for (const step of steps) {
          history = step === "undo" ? undo(history) : step === "redo" ? redo(history) : withOperation(history, step as MaskOperation);
          mask.show(history.operations);
        }
        expect(mask.pixels).toEqual(fresh(history.operations));
      }),
      { numRuns: 60 },
    );
  });

  it("equals one drawn on the mask that was there before, whatever is done, taken back and done again", () => {
    const start = Uint8Array.from({ length: side * side }, (_, at) => (at * 7) % 256);
    fc.assert(
      fc.property(fc.array(fc.oneof(operation, fc.constant("undo"), fc.constant("redo")), { maxLength: 60 }), (steps) => {
        const mask = new IncrementalMask(wholeWindow(side, side), start);
        let history: MaskHistory = emptyHistory;
        for (const step of steps) {
          history = step === "undo" ? undo(history) : step === "redo" ? redo(history) : withOperation(history, step as MaskOperation);
          mask.show(history.operations);
        }
        const anew = start.slice();
        applyOperations(anew, wholeWindow(side, side), history.operations);
        expect(mask.pixels).toEqual(anew);
      }),
      { numRuns: 60 },
    );
  });

  it("shows a growing stroke exactly as it will be kept", () => {
    const mask = new IncrementalMask(wholeWindow(side, side));
    const brush = { mode: "add", size: 6, hardness: 0.5 } as const;
    const points = [4, 4, 1, 9, 8, 0.7, 18, 5, 1];
    mask.extendStroke(brush, points.slice(0, 3), 0);
    mask.extendStroke(brush, points.slice(0, 6), 1);
    mask.extendStroke(brush, points, 2);
    const operations: readonly MaskOperation[] = [{ kind: "stroke", ...brush, points }];
    mask.keepStroke(operations);
    mask.show(operations);
    expect(mask.pixels).toEqual(fresh(operations));
  });

  it("takes back what it showed ahead of the hand, whether the stroke goes on, is kept or is given up", () => {
    const brush = { mode: "add", size: 6, hardness: 0.5 } as const;
    const points = [4, 4, 1, 9, 8, 0.7, 18, 5, 1];
    const kept: readonly MaskOperation[] = [{ kind: "stroke", ...brush, points }];
    const mask = new IncrementalMask(wholeWindow(side, side));
    mask.extendStroke(brush, points.slice(0, 6), 0);
    const shown = mask.showAhead(brush, [...points.slice(3, 6), 20, 20, 1]);
    expect(mask.pixels[19 * side + 19]).toBeGreaterThan(0);
    const repainted = mask.extendStroke(brush, points, 2);
    expect([repainted.right >= shown.right, repainted.bottom >= shown.bottom]).toEqual([true, true]);
    mask.showAhead(brush, [...points.slice(6), 22, 20, 1]);
    mask.showAhead(brush, [...points.slice(6), 2, 20, 1]);
    mask.keepStroke(kept);
    expect(mask.pixels).toEqual(fresh(kept));
    mask.extendStroke(brush, [3, 20, 1], 0);
    mask.showAhead(brush, [3, 20, 1, 20, 20, 1]);
    mask.show(kept);
    expect(mask.pixels).toEqual(fresh(kept));
  });

  it("forgets a stroke that was given up", () => {
    const mask = new IncrementalMask(wholeWindow(side, side));
    const operations: readonly MaskOperation[] = [{ kind: "rectangle", mode: "add", x: 2, y: 2, width: 8, height: 8 }];
    mask.show(operations);
    mask.extendStroke({ mode: "subtract", size: 6, hardness: 1 }, [4, 4, 1], 0);
    mask.show(operations);
    expect(mask.pixels).toEqual(fresh(operations));
  });

  it("goes back 300 steps", () => {
    const mask = new IncrementalMask(wholeWindow(side, side));
    const strokes = Array.from(
      { length: 300 },
      (_, at): MaskOperation => ({ kind: "rectangle", mode: "add", x: at % 20, y: 1, width: 1, height: 2 }),
    );
    let history = withOperation(emptyHistory, ...strokes);
    mask.show(history.operations);
    for (const _ of strokes) {
      history = undo(history);
      mask.show(history.operations);
    }
    expect(mask.pixels).toEqual(fresh([]));
    expect(history.undone).toHaveLength(300);
  });
});

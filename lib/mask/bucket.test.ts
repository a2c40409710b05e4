import { expect, it } from "vitest";
import { markEnclosed } from "./bucket.ts";
import type { MaskOperation } from "./mask-document.ts";

const frame: readonly MaskOperation[] = [
  { kind: "rectangle", mode: "add", x: 2, y: 2, width: 12, height: 12 },
  { kind: "rectangle", mode: "subtract", x: 4, y: 4, width: 8, height: 8 },
];
const mask = { width: 20, height: 20, operations: frame };
const levelAt = (levels: Uint8Array, x: number, y: number) => levels[y * 20 + x];

it("fills what an outline encloses and reaches a cell into it", () => {
  const { levels } = markEnclosed(mask, 1, { x: 8, y: 8 }, false);
  expect([levelAt(levels, 4, 4), levelAt(levels, 3, 8), levelAt(levels, 2, 8), levelAt(levels, 17, 8)]).toEqual([255, 255, 0, 0]);
});

it("fills the outside when that is where it was poured", () => {
  const { levels } = markEnclosed(mask, 1, { x: 18, y: 18 }, false);
  expect([levelAt(levels, 0, 0), levelAt(levels, 19, 0), levelAt(levels, 8, 8)]).toEqual([255, 255, 0]);
});

it("takes the painted piece instead where that is wanted", () => {
  const { levels } = markEnclosed(mask, 1, { x: 3, y: 3 }, true);
  expect([levelAt(levels, 12, 12), levelAt(levels, 8, 8)]).toEqual([255, 0]);
});

it("finds nothing of the wanted kind under the place", () => {
  expect(markEnclosed(mask, 1, { x: 3, y: 3 }, false).levels.some((level) => level > 0)).toBe(false);
});

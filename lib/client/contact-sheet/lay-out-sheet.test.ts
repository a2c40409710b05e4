import { expect, it } from "vitest";
import { captionHeight, layOutSheet } from "./lay-out-sheet.ts";

it.each([1, 2, 3, 5, 9, 12])("%i pictures stand inside the sheet with their words, and none over another", (count) => {
  const { width, height, cells } = layOutSheet(count, { width: 900, height: 600 });
  expect(cells).toHaveLength(count);
  for (const [index, one] of cells.entries()) {
    expect(one.width / one.height).toBeCloseTo(1.5, 2);
    expect(Math.min(one.x, one.y)).toBeGreaterThan(0);
    expect(one.x + one.width).toBeLessThan(width);
    expect(one.y + one.height + captionHeight).toBeLessThan(height);
    for (const other of cells.slice(index + 1)) {
      const isBeside = one.x + one.width < other.x || other.x + other.width < one.x;
      expect(isBeside || one.y + one.height + captionHeight < other.y).toBe(true);
    }
  }
});

it("an upright picture is as high as a lying one is wide", () => {
  const [lying] = layOutSheet(1, { width: 900, height: 600 }).cells;
  const [upright] = layOutSheet(1, { width: 600, height: 900 }).cells;
  expect([upright?.width, upright?.height]).toEqual([lying?.height, lying?.width]);
});

it("a page with room left is as large as a full one, and its pictures stand where those of the full one do", () => {
  const shape = { width: 600, height: 900 };
  const [full, last] = [layOutSheet(9, shape), layOutSheet(2, shape, 9)];
  expect([last.width, last.height]).toEqual([full.width, full.height]);
  expect(last.cells).toEqual(full.cells.slice(0, 2));
});

import { expect, it } from "vitest";
import { densityFor, pagesOf, shorten } from "./make-sheet.ts";

it("words that are too long for their place end early, and no letter is cut in two", () => {
  const atMost = (count: number) => (text: string) => [...text].length <= count;
  expect(shorten("a red boat", atMost(10))).toBe("a red boat");
  expect(shorten("a red boat", atMost(6))).toBe("a red…");
  expect(shorten("🪑🪑🪑", atMost(2))).toBe("🪑…");
  expect(shorten("boat", atMost(0))).toBe("…");
});

it("more than nine results are spread over pages, each of which says which it is", () => {
  const sheetOf = (count: number) => {
    const pictures = Array.from({ length: count }, (_, index) => ({ source: "", title: String(index), facts: "" }));
    return pagesOf({ title: "lake", shape: { width: 3, height: 2 }, pictures });
  };
  expect(sheetOf(9).map(({ title, pictures }) => [title, pictures.length])).toEqual([["lake", 9]]);
  const pages = sheetOf(20);
  expect(pages.map(({ title, pictures }) => [title, pictures.length])).toEqual([
    ["1/3 · lake", 9],
    ["2/3 · lake", 9],
    ["3/3 · lake", 2],
  ]);
  expect(pages.flatMap(({ pictures }) => pictures.map(({ title }) => title))).toEqual(
    Array.from({ length: 20 }, (_, index) => String(index)),
  );
});

it("is as sharp as print wants it until a browser could not hold it", () => {
  expect(densityFor(1388, 1020)).toBe(2);
  const density = densityFor(6000, 5000);
  expect(density).toBeLessThan(1);
  expect(6000 * density * 5000 * density).toBeCloseTo(16_000_000, 0);
});

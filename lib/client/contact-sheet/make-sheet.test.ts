import { expect, it } from "vitest";
import { shorten } from "./make-sheet.ts";

it("words that are too long for their place end early, and no letter is cut in two", () => {
  const atMost = (count: number) => (text: string) => [...text].length <= count;
  expect(shorten("a red boat", atMost(10))).toBe("a red boat");
  expect(shorten("a red boat", atMost(6))).toBe("a red…");
  expect(shorten("🪑🪑🪑", atMost(2))).toBe("🪑…");
  expect(shorten("boat", atMost(0))).toBe("…");
});

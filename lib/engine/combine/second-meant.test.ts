import { expect, it } from "vitest";
import { isSecondMeant } from "./second-meant.ts";

it("moves what is in the first picture, unless it hardly stands out and the other much more", () => {
  // A car before trees, and a hill under an even sky.
  expect(isSecondMeant(0.36, 0.71)).toBe(false);
  expect(isSecondMeant(0.9, 0.95)).toBe(false);
  expect(isSecondMeant(-1, 0.3)).toBe(true);
  expect(isSecondMeant(0.12, 0.62)).toBe(true);
  expect(isSecondMeant(0.36, 0.83)).toBe(true);
});

import { expect, it } from "vitest";
import { median } from "./figures.ts";

it("the median is the middle, or between the two in the middle", () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 100])).toBe(3);
});

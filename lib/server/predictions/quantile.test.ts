import { expect, it } from "vitest";
import { quantile } from "./quantile.ts";

it("finds a quantile between its neighbours", () => {
  expect(quantile([1, 2], 0.5)).toBe(1.5);
  expect(quantile([4], 0.75)).toBe(4);
});

import { expect, it } from "vitest";
import { maskFault } from "./mask-fault.ts";

const picture = { width: 600, height: 400 };

it("accepts a mask of the picture's size or of a smaller copy of it", () => {
  expect(maskFault("mask", { width: 600, height: 400, white: 0.2 }, picture)).toBeNull();
  expect(maskFault("mask", { width: 300, height: 200, white: 0.2 }, picture)).toBeNull();
});

it("names both sizes when the mask has another shape", () => {
  expect(maskFault("mask", { width: 400, height: 600, white: 0.2 }, picture)?.message).toMatch(/600×400.*400×600/);
});

it("refuses a mask that paints nothing or keeps nothing", () => {
  expect(maskFault("mask", { ...picture, white: 0 }, picture)?.message).toMatch(/black mask/);
  expect(maskFault("mask", { ...picture, white: 1 }, picture)?.message).toMatch(/white mask/);
});

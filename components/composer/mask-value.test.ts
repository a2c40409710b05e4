import { expect, it } from "vitest";
import { readMask, writeMask } from "./mask-value.ts";

it("finds a mask again for the picture it was given for, and for no other", () => {
  const value = writeMask("pic_mask", "pic_1");
  expect(readMask(value, "pic_1")).toBe("pic_mask");
  expect(readMask(value, "pic_2")).toBeUndefined();
});

it("keeps a mask that was there first for the picture that comes", () => {
  expect(readMask(writeMask("pic_mask", null), "pic_2")).toBe("pic_mask");
});

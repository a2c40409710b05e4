import { expect, it } from "vitest";
import { sentenceGap } from "./sentence-gap.ts";

it("parts sentences by a space where a language does", () => {
  expect(`One.${sentenceGap("en")}Two.`).toBe("One. Two.");
  expect(`一。${sentenceGap("zh-CN")}二。`).toBe("一。二。");
});

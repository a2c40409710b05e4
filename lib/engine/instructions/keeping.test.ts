import { describe, expect, it } from "vitest";
import { describeStep } from "./operation.ts";
import { parseInstructions } from "./parse.ts";

describe("a part that is to be kept and cannot be found", () => {
  it.each([
    ["black and white except the eyes", "black and white", "keep the eyes"],
    ["make it black and white but keep the eyes in colour", "black and white", "keep the eyes"],
    ["除了眼睛都变成黑白", "black and white", "保留眼睛"],
    ["保留眼睛的颜色，其余黑白", "black and white", "保留眼睛"],
    ["sepia, keep the logo", "sepia", "keep the logo"],
  ])("is said, for it changes with all else: %s", (prompt, steps, leftOut) => {
    const read = parseInstructions(prompt);
    expect(read.steps.map(describeStep).join("; ")).toBe(steps);
    expect(read.leftOut).toEqual([leftOut]);
  });

  it.each([
    "brighten the dog and keep the eyes",
    "keep the logo, make the background blue",
    "crop to 1:1, keep the text",
    "warmer, keep the expression",
    "换成蓝色背景，保持姿势不变",
  ])("is not said where nothing is done to it: %s", (prompt) => {
    expect(parseInstructions(prompt).leftOut).toEqual([]);
  });
});

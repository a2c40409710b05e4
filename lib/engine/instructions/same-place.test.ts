import { describe, expect, it } from "vitest";
import { describeStep } from "./operation.ts";
import { parseInstructions } from "./parse.ts";

describe("a wish stays at its place", () => {
  it.each([
    ["brighten the face but keep the shadows", "brightness +30 % (face); shadows −12 % (face)"],
    ["人脸提亮但保持阴影", "brightness +30 % (人脸); shadows −12 % (人脸)"],
    ["darken the sky by half a stop and warm the rest", "brightness −25 % (sky); warmth +30 %, sky kept"],
    ["sky is boring, make it more dramatic, rest unchanged", "low-key (sky)"],
    ["天空太白了,压暗一点", "brightness −15 % (天空)"],
    ["人物面部偏暗,补点光", "brightness +30 % (人物面)"],
    ["background is distracting, tone it down", "saturation −18 % (background); contrast −12 % (background)"],
    ["her dress is dull, make it more vibrant", "vibrance +30 % (dress)"],
    ["the photo is dull, add contrast", "vibrance +30 %; contrast +30 %"],
    ["花更鲜艳", "saturation +30 % (花)"],
    ["flowers more vivid, background darker", "vibrance +30 % (flowers); brightness −30 % (background)"],
    ["整体氛围更暖", "warmth +30 %"],
    ["the grass is too green, calm it down", "less green (grass)"],
    ["城市夜景,灯光亮起来", "night, windows lit"],
    ["背景黑白,人物彩色", "black and white (背景), 人物 kept"],
    ["去掉背景,换成浅灰", "background → light grey"],
  ])("in %s", (prompt, steps) => expect(parseInstructions(prompt).steps.map(describeStep).join("; ")).toBe(steps));

  it("leaves out a complaint that nothing was done about", () => {
    expect(parseInstructions("the sky is boring, add a white border").leftOut).toEqual(["the sky is boring"]);
  });
});

describe("nobody gets the opposite of what was said", () => {
  it.each([
    ["crush saturation by a third", "saturation −33 %"],
    ["the whites look blue, fix that", "white balance"],
    ["remove color cast", "white balance"],
    ["too much blue in the snow", "less blue (snow)"],
    ["blacks are too crushed, open them up", "shadows +30 %"],
    ["暴风雪", "snow at 170 %"],
    ["压暗一点", "brightness −15 %"],
    ["阴影别太黑", "shadows +12 %"],
    ["chalk drawing on black paper", "inverted colours; charcoal; duotone from white to black"],
  ])("reading %s", (prompt, steps) => expect(parseInstructions(prompt).steps.map(describeStep).join("; ")).toBe(steps));
});

import { describe, expect, it } from "vitest";
import { describeStep } from "./operation.ts";
import { parseInstructions } from "./parse.ts";

const read = (prompt: string): string => parseInstructions(prompt).steps.map(describeStep).join("; ");

describe("reading how retouchers speak", () => {
  it.each([
    ["make the flowers pop with a creamy bokeh background", "blur (background), flowers kept"],
    ["warm it up, shallow depth of field", "warmth +30 %; blur (background)"],
    ["浅景深效果", "blur (背景)"],
    ["sharpen the details without adding noise", "sharpening; clarity +30 %"],
    ["get rid of the noise in the dark areas", "noise reduction"],
    ["push the tint toward magenta", "magenta tint at 50 %"],
    ["reduce the yellow cast and neutralize the whites", "white balance"],
    ["The highlights are blown out", "highlights −30 %"],
    ["高光太亮，压一压", "highlights −30 %"],
    ["整体提亮，把暗部细节拉出来", "brightness +30 %; shadows +30 %"],
    ["颜色太艳了，降低饱和度并稍微偏冷", "saturation −30 %; warmth −15 %"],
    ["bleach the colours out a little", "faded at 50 %"],
    ["lower the exposure by two thirds of a stop", "exposure −34 %"],
    ["90年代港漫风格", "comic"],
    ["cover the scene in fresh snow", "snow at 170 %"],
    ["银装素裹", "snow at 170 %"],
    ["focus on the man, everything else out of focus", "blur (background)"],
    ["soften the harsh flash", "highlights −30 %; contrast −30 %"],
    ["天色渐晚，蓝调氛围", "blue hour"],
    ["旋转到水平，裁成正方形", "straightened; cropped to 1:1"],
    ["降低曝光三分之一档", "exposure −17 %"],
    ["gouache painting look", "oil painting"],
    ["make it look like it was shot at dusk", "blue hour"],
    ["变成蓝调时刻", "blue hour"],
  ])("reads %s", (prompt, expected) => {
    expect(read(prompt)).toBe(expected);
  });
  it("keeps a picture's blur where somebody says what is to be blurred", () => {
    expect(read("blur the foreground with a shallow depth of field")).toContain("foreground");
  });
});

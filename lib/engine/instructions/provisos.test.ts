import { describe, expect, it } from "vitest";
import { describeStep } from "./operation.ts";
import { parseInstructions } from "./parse.ts";

describe("reading what is said beside a wish", () => {
  it.each([
    ["brighten it a touch but keep the highlights", "brightness +15 %; highlights −12 %"],
    ["make it darker, keep the shadows", "brightness −30 %; shadows +12 %"],
    ["more contrast but keep the shadows soft", "contrast +30 %; shadows +12 %"],
    ["整体提亮，但高光保留", "brightness +30 %; highlights −12 %"],
    ["the shadows are too blue", "orange shadows"],
    ["add creamy bokeh behind the scooter", "blur (background), scooter kept"],
    ["put some blur behind her", "blur (background)"],
    ["fix the yellow tungsten light", "white balance; warmth −20 %"],
    ["neutralise the fluorescent cast", "white balance"],
    ["室内灯光偏黄了", "white balance; warmth −20 %"],
    ["校正日光灯的绿色", "white balance"],
    ["白炽灯太黄，校正", "white balance; warmth −20 %"],
    ["more dramatic sky", "low-key (sky)"],
    ["thunderstorm", "rain; stormy sky"],
    ["make it snow heavily and cover the ground", "snow at 170 %"],
    ["下一场大雪，地上积满雪", "snow at 170 %"],
    ["snowstorm with snow lying on the ground", "snow"],
    ["下一场暴雪", "snow at 170 %"],
    ["裁成1:1，人物要完整", "cropped to 1:1"],
    ["make it a square for instagram", "cropped to 1:1"],
    ["颜色太艳了，淡一点", "saturation −30 %"],
    ["不要太暖", "warmth −30 %"],
    ["warmer but not too saturated", "warmth +30 %"],
    ["make it look like a film still", "cinematic"],
    ["make it vertical 9:16", "cropped to 9:16"],
    ["改成竖屏9:16", "cropped to 9:16"],
    ["misty morning with soft light rays", "fog at 50 %; dawn; sunlight at 50 %"],
    ["remove the colour except red, add a white border", "black and white, red kept; white border"],
  ])("%s", (prompt, did) => {
    const { steps, leftOut } = parseInstructions(prompt);
    expect(steps.map(describeStep).join("; ")).toBe(did);
    expect(leftOut).toEqual([]);
  });
});

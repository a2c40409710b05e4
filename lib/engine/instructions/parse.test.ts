import { describe, expect, it } from "vitest";
import { describeStep } from "./operation.ts";
import { parseInstructions } from "./parse.ts";

const read = (prompt: string): string => {
  const { steps, leftOut } = parseInstructions(prompt);
  return [steps.map(describeStep).join("; "), ...leftOut.map((clause) => `(${clause})`)].filter((text) => text !== "").join(" ");
};

describe("reading instructions", () => {
  it.each([
    ["Make this a 90s cartoon", "cartoon"],
    ["Change the car color to red, turn the headlights on", "car → red (turn the headlights on)"],
    ["make it 20% brighter", "brightness +20 %"],
    ["reduce the contrast by 15 percent", "contrast −15 %"],
    ["a little warmer and much darker", "warmth +15 %; brightness −51 %"],
    ["less saturated", "saturation −30 %"],
    ["increase the saturation", "saturation +30 %"],
    ["make it black and white", "black and white"],
    ["sepia, then rotate left", "sepia; turned 270° clockwise"],
    ["rotate 180 degrees", "turned 180° clockwise"],
    ["flip it vertically", "mirrored top to bottom"],
    ["crop to 16:9", "cropped to 16:9"],
    ["crop to a square and add a black border", "cropped to 1:1; black border"],
    ["make the red car blue", "red car → blue"],
    ["replace yellow with dark green", "yellow → dark green"],
    ["make it blue", "blue tint"],
    ["remove the noise", "noise reduction"],
    ["turn it into a pencil sketch", "pencil sketch"],
    ["make it look like night", "night"],
    ["brighten the dog", "brightness +30 % (dog)"],
    ["rotate 37 degrees", "turned 37° clockwise and cropped"],
    ["make the sky bluer and darker", "blue tint at 80 % (sky); brightness −30 % (sky)"],
    ["make the sky darker and the grass greener", "brightness −30 % (sky); green tint at 80 % (grass)"],
    ["blur everything except the subject", "blur, subject kept"],
    ["make it black and white but keep the sky", "black and white, sky kept"],
    ["make the background white", "background → white"],
    ["replace the sky with a starry night", "starry sky"],
    ["a charcoal drawing with grain", "charcoal; grain"],
    ["low contrast", "contrast −30 %"],
    ["make the picture less blue", "saturation −50 % (blue)"],
    ["recover the highlights by half", "highlights −50 %"],
    ["increase exposure by one stop", "exposure +50 %"],
    ["sunset over the sea", "golden hour"],
    ["make it pop art with a dragon", "poster (dragon)"],
    ["remove the red balloon", "red balloon removed, filled from the surroundings"],
    ["duotone navy and orange", "duotone from navy to orange"],
    ['write "SALE" at the top', '"SALE" written at the top'],
    ["straighten the horizon", "straightened"],
    ["make the left side darker", "brightness −30 % (left side)"],
    ["oil painting of this", "oil painting"],
    ["enlarge twice", "enlarged 2 times"],
    ["upscale 4x", "enlarged 4 times"],
    ["make it twice as big", "enlarged 2 times"],
    ["double the resolution and sharpen it", "enlarged 2 times; sharpening"],
    ["make the picture four times larger", "enlarged 4 times"],
    ["zoom in 2x", "zoomed in 2 times"],
    ["make the wall mint green", "wall → mint"],
    ["change the dress colour to burgundy, the sofa to beige", "sofa → beige (change the dress colour to burgundy)"],
    ["turn the red car lavender", "red car → lavender"],
    ["paint the door pastel pink and the fence teal", "fence → teal (paint the door pastel pink)"],
    ["pastel colours", "pastel colours"],
    ["rose gold tint", "rose gold tint"],
    ["make the sky blue", "sky → blue"],
  ])("reads %s", (prompt, expected) => expect(read(prompt)).toBe(expected));

  it.each([
    ["把红色的车改成蓝色", "红色 车 → blue"],
    ["调亮20%，然后旋转90度", "brightness +20 %; turned 90° clockwise"],
    ["降低饱和度", "saturation −30 %"],
    ["变成素描", "pencil sketch"],
    ["让图片更暖一些", "warmth +15 %"],
    ["转成黑白，加暗角", "black and white; vignette"],
    ["裁剪成正方形", "cropped to 1:1"],
    ["水平翻转", "mirrored left to right"],
    ["对比度提高百分之二十", "contrast +20 %"],
    ["做成卡通风格", "cartoon"],
    ["把猫调亮", "brightness +30 % (猫)"],
    ["把天空变蓝，草地更绿一点", "天空 → blue; green tint at 40 % (草)"],
    ["背景虚化", "blur (背景)"],
    ["除了天空以外全部变成黑白", "black and white, 天空 kept"],
    ["把人物提亮，背景变暗", "brightness +30 % (人物); brightness −30 % (背景)"],
    ["在顶部写上「SALE」", '"SALE" written at the top'],
    ["去掉雾气，加一点雪", "haze removal; snow at 50 %"],
    ["把背景换成白色", "background → white"],
    ["放大两倍", "enlarged 2 times"],
    ["把图片放大4倍", "enlarged 4 times"],
    ["提高分辨率", "enlarged 2 times"],
    ["放大人物", "zoomed in 1.5 times"],
    ["把墙改成薄荷绿", "墙 → mint"],
    ["把沙发换成米色", "沙发 → beige"],
    ["把红色的车改成酒红色", "红色 车 → burgundy"],
    ["让天空更蓝", "blue tint at 80 % (天空)"],
  ])("reads %s", (prompt, expected) => expect(read(prompt)).toBe(expected));

  it.each([
    "add a hat to the man",
    "don't make it darker",
    "rotate by 0 degrees",
    "make her eyes blue",
    "加一个恐龙",
    "make the grass look dry",
    "",
  ])("does not claim to understand %j", (prompt) => {
    expect(parseInstructions(prompt).steps).toEqual([]);
  });
});

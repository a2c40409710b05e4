import { describe, expect, it } from "vitest";
import { describeOperation } from "./operation.ts";
import { parseInstructions } from "./parse.ts";

const read = (prompt: string): string => {
  const { operations, leftOut } = parseInstructions(prompt);
  return [operations.map(describeOperation).join("; "), ...leftOut.map((clause) => `(${clause})`)].filter((text) => text !== "").join(" ");
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
    ["oil painting of this", "oil painting"],
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
  ])("reads %s", (prompt, expected) => expect(read(prompt)).toBe(expected));

  it.each([
    "add a hat to the man",
    "remove the person on the left",
    "brighten the dog",
    "don't make it darker",
    "rotate by 0 degrees",
    "make her eyes blue",
    "把猫调亮",
    "rotate 37 degrees",
    "",
  ])("does not claim to understand %j", (prompt) => {
    expect(parseInstructions(prompt).operations).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { describeStep } from "./operation.ts";
import { parseInstructions } from "./parse.ts";

const read = (prompt: string): string => {
  const { steps, leftOut } = parseInstructions(prompt);
  return [...steps.map(describeStep), ...leftOut.map((words) => `left: ${words}`)].join("; ");
};

const expectRead = (prompt: string, expected: string): void => expect(read(prompt)).toBe(expected);

describe("a colour compared with what it is now", () => {
  it.each([
    ["make the sand whiter", "brightness +14 % (sand); saturation −45 % (sand)"],
    ["paler sky please", "brightness +12 % (sky); saturation −30 % (sky)"],
    ["deeper red dress", "brightness −16 % (red dress); saturation +20 % (red dress)"],
    ["make the grass a richer green", "brightness −4 % (grass); saturation +38 % (grass)"],
    ["沙滩再白一点", "brightness +14 % (沙滩); saturation −45 % (沙滩)"],
    ["树叶颜色再深一点", "brightness −16 % (树叶); saturation +20 % (树叶)"],
  ])("%s", expectRead);
  it.each([
    ["把墙变白", "墙 → white"],
    ["make the sky darker", "brightness −30 % (sky)"],
    ["richer colours", "saturation +30 %"],
    ["把红色调淡一点", "saturation −50 % (red)"],
  ])("has other words already: %s", expectRead);
});

describe("what is wrong, and how it is mended", () => {
  it.each([
    ["remove the glare from the window", "highlights −45 %"],
    ["去掉玻璃反光", "highlights −45 %"],
    ["reduce the shine on her nose", "highlights −35 % (skin)"],
    ["remove wrinkles", "noise reduction (skin)"],
    ["smooth her skin but keep the texture", "noise reduction at 50 % (skin)"],
    ["dodge and burn", "clarity +28 %"],
    ["soften the shadows on the face", "shadows +30 % (face)"],
    ["柔化阴影", "shadows +30 %"],
    ["clean up the background", "blur (background); saturation −22 % (background)"],
    ["make the car look faster", "motion blur (background)"],
    ["降噪，太多噪点了", "noise reduction"],
    ["remove the street lamp", "street lamp removed, filled from the surroundings"],
    ["去掉路灯", "路灯 removed, filled from the surroundings"],
    ["fix the street lamp glow", "white balance; warmth −20 %"],
    ["remove the spots on the dress", "spots removed, filled from the surroundings"],
  ])("%s", expectRead);
});

describe("amounts as people say them", () => {
  it.each([
    ["increase clarity by thirty percent", "clarity +30 %"],
    ["lower the exposure by 0.7 stops", "exposure −35 %"],
    ["crank the saturation to 11", "saturation +80 %"],
    ["饱和度拉满", "saturation +80 %"],
    ["阴影提一半，高光压20", "shadows +50 %; highlights −20 %"],
    ["对比度稍微降一丢丢", "contrast −15 %"],
    ["warm it up two notches", "warmth +30 %"],
  ])("%s", expectRead);
});

describe("what a picture is for, and filters by their names", () => {
  it.each([
    ["for an e-commerce listing", "background → white; automatic levels"],
    ["做成电商主图", "background → white; automatic levels"],
    ["passport photo with blue background", "background → blue; cropped to 35:45"],
    ["证件照蓝底", "background → blue; cropped to 5:7"],
    ["make it look like a magazine cover", "contrast +22 %; saturation −14 %; cropped to 3:4"],
    ["thumbnail for youtube, punchy colors", "cropped to 16:9; contrast +30 %"],
    ["适合做朋友圈封面", "cropped to 1:1"],
    ["valencia filter like instagram", "warmth +20 %; faded at 35 %; brightness +15 %"],
    ["像iPhone拍的", "clarity +15 %; shadows +15 %; vibrance +15 %"],
  ])("%s", expectRead);
  it("leaves what is to be written as it is", () => {
    expectRead('write "Magazine cover" at the top', '"Magazine cover" written at the top');
  });
});

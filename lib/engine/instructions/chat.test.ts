import { describe, expect, it } from "vitest";
import { describeStep } from "./operation.ts";
import { parseInstructions } from "./parse.ts";

const read = (prompt: string): string => parseInstructions(prompt).steps.map(describeStep).join("; ");

describe("nobody gets the opposite of what was said", () => {
  it.each([
    ["get rid of the noise, its super grainy", "noise reduction"],
    ["too much contrast, tone it down", "contrast −30 %"],
    ["contrast down 10", "contrast −10 %"],
    ["its to dark can you fix it", "brightness +30 %"],
    ["not so bright please", "brightness −30 %"],
    ["饱和度别太高", "saturation −15 %"],
    ["对比度太强了", "contrast −30 %"],
    ["下大雨的街头，色调偏蓝", "rain; blue tint"],
    ["画面偏蓝", "warmth +30 %"],
    ["warm up the highlights and cool down the shadows", "blue shadows and orange highlights"],
    ["cooler white balance", "warmth −30 %"],
    ["the background is too busy, blur it", "blur (background)"],
    ["背景太杂乱，帮我虚化一下", "blur (背景)"],
    ["remove red eye", ""],
    ["make the sofa sky blue", "sofa → baby blue"],
    ["change the wall to sky-blue", "wall → baby blue"],
    ["make the grey sky blue", "grey sky → blue"],
    ["decrease exposure 1/3 stop", "exposure −17 %"],
    ["remove the pink cast from the snow", "white balance"],
    ["把红色调淡一点", "saturation −50 % (red)"],
    ["绿色不要那么艳", "saturation −50 % (green)"],
    ["虚化再强一点", "blur at 170 % (背景)"],
  ])("reads %s", (prompt, steps) => expect(read(prompt)).toBe(steps));
});

describe("one thing keeps its colour", () => {
  it.each([
    ["everything but the red car in black and white", "black and white, red car kept"],
    ["all but the flower in b&w", "black and white, flower kept"],
    ["only the red car in colour", "black and white, red car kept"],
    ["only red stays, everything else b/w", "black and white, red kept"],
    ["colour splash, red only", "black and white, red kept"],
    ["除了红色的车以外都变成黑白", "black and white, 红色 车 kept"],
    ["背景变黑白，人物保留彩色", "black and white (背景), 人物 kept"],
  ])("reads %s", (prompt, steps) => expect(read(prompt)).toBe(steps));
});

describe("what people type in a hurry", () => {
  it.each([
    ["pls make it abit brighter", "brightness +15 %"],
    ["warmer, but dont overdo it", "warmth +15 %"],
    ["HDR效果，别太过", "HDR look at 50 %"],
    ["bump contrast 15, exposure +0.5", "contrast +15 %; exposure +25 %"],
    ["brightness +10 contrast +20 saturation -5", "brightness +10 %; contrast +20 %; saturation −5 %"],
    ["contrst up 20", "contrast +20 %"],
    ["sharpn the picture, more satruation", "sharpening; saturation +30 %"],
    ["straighten it & crop 3:2", "straightened; cropped to 3:2"],
    ["straighten the horizon and crop to 3:2", "straightened; cropped to 3:2"],
    ["instagram 4:5 crop w/ soft vintage fade", "cropped to 4:5; vintage at 50 %; faded at 25 %"],
    ["dehaze and boost the colours slightly", "haze removal; saturation +15 %"],
    ["night, keep some detail", "night"],
    ["let it snow, lots of snow", "snow at 170 %"],
    ["make the grass more yellow", "yellow tint at 80 % (grass)"],
    ["add motion to the background", "motion blur (background)"],
    ["a bit of green in the shadows", "green shadows at 50 %"],
    ["duotone: deep blue shadows, pink highlights", "duotone from deep blue to pink"],
    ["ink drawing in navy", "ink drawing; duotone from navy to ivory"],
    ["unblur this", "sharpening"],
    ["autumn leaves, golden light", "autumn; golden hour"],
    ["下雪，雪小一点，色调偏冷", "snow at 50 %; warmth −30 %"],
    ["high contrast black & white, 2 px grain", "contrast +30 %; black and white; grain, 2 px"],
    ["god rays coming through the trees", "sunlight"],
    ["+0.7EV and warmer", "exposure +35 %; warmth +30 %"],
    ["rotate slightly clockwise, about 2 degrees", "turned 2° clockwise and cropped"],
    ["make the jacket pop but everything else muted", "vibrance +30 % (jacket); saturation −30 %, jacket kept"],
    ["hand drawn in charcoal", "charcoal"],
    ["HDR but natural", "HDR look at 50 %"],
    ["黑白高反差，颗粒粗", "black and white; contrast +30 %; grain, 2.5 px"],
    ['write "Coming Soon" centered', '"Coming Soon" written at the middle'],
    ["add a caption at the bottom: Made in Italy", '"Made in Italy" written at the bottom'],
  ])("reads %s", (prompt, steps) => expect(read(prompt)).toBe(steps));

  it.each(["make the carton blue", "remove the remote", "the woman pointing at it, darker"])("leaves the words of %s alone", (prompt) => {
    expect(parseInstructions(prompt).steps.map(({ place }) => place?.said ?? "")).not.toContain("cartoon");
    expect(read(prompt)).not.toMatch(/cartoon|painting|undefined/u);
  });

  it.each([
    ["把照片調成黑白，增加顆粒感", "black and white; grain"],
    ["請把背景虛化，主體更清晰", "blur (背景); sharpening (主体)"],
    ["復古膠片風格，加暗角", "vintage; film at 50 %; vignette"],
    ["照片有點歪，扶正並裁成4:3", "straightened; cropped to 4:3"],
    ["把天空調藍一點", "blue tint at 40 % (天空)"],
    ["降低彩度，去除雜訊", "saturation −30 %; noise reduction"],
  ])("reads traditional letters: %s", (prompt, steps) => expect(read(prompt)).toBe(steps));
});

describe("filters hear their numbers", () => {
  it.each([
    ["posterise to 4 levels", "posterising to 4 levels"],
    ["posterize, 4 colors", "posterising to 4 colours"],
    ["reduce to eight colours", "posterising to 8 colours"],
    ["色调分离，5级", "posterising to 5 levels"],
    ["3 px grain", "grain, 3 px"],
    ["coarse film grain", "grain, 2.5 px"],
    ["tilt shift, focus on the lower third", "tilt-shift, sharp 82 % down"],
    ["tilt-shift with the focus at the top", "tilt-shift, sharp 20 % down"],
    ["pixel art with 8 colours", "pixel art"],
  ])("reads %s", (prompt, steps) => expect(read(prompt)).toBe(steps));
});

import { describe, expect, it } from "vitest";
import { describeStep } from "./operation.ts";
import { parseInstructions } from "./parse.ts";

const read = (prompt: string): string => {
  const { steps, leftOut } = parseInstructions(prompt);
  return [...steps.map(describeStep), ...leftOut.map((words) => `left: ${words}`)].join("; ");
};

describe("what is said without a verb", () => {
  it.each([
    ["background white", "background → white"],
    ["bg transparent -> white", "background → white"],
    ["navy backdrop please", "background → navy"],
    ["bg: light grey", "background → light grey"],
    ["白色背景", "background → white"],
    ["背景纯白", "background → white"],
    ["浅灰背景", "background → light grey"],
    ["换个干净背景", "background → white"],
    ["背景亮一点", "brightness +15 % (背景)"],
    ["sky purple", "sky → purple"],
    ["sky -> sunset", "sunset sky"],
    ["天空蓝一点", "blue tint at 40 % (天空)"],
    ["4x5", "cropped to 4:5"],
    ["cinematic 2.35 crop", "cinematic; cropped to 2.35:1"],
    ["电影感2.35:1", "cinematic; cropped to 2.35:1"],
    ["exposure 2.4", "exposure +100 %"],
    ["裁方", "cropped to 1:1"],
    ["去掉四周", "zoomed in 1.15 times"],
    ["desat 30", "saturation −30 %"],
    ["exp +0.5", "exposure +25 %"],
    ["mono", "black and white"],
    ["大光圈", "blur (背景)"],
    ["bokeh", "blur (background)"],
    ["clean up the colours", "white balance"],
    ["backlit, save the face", "shadows +55 %"],
    ["美白", "brightness +18 % (皮肤)"],
    ["fix it", "automatic levels"],
    ["add cinematic black bars", "black bars above and below"],
    ["裁成16:9，加电影黑边", "cropped to 16:9; black bars above and below"],
    ["加黑边", "black border"],
    ["grey seamless bg", "background → grey"],
    ["16:9 thumbnail", "cropped to 16:9"],
    ["顺时针90", "turned 90° clockwise"],
    ["contrasty mono", "contrast +30 %; black and white"],
    ["make the car look like it's speeding", "motion blur (background)"],
    ["晚霞再浓一点", "saturation +30 % (天空)"],
    ["foggy morning on the lake", "fog; dawn"],
    ["add snow on the roof", "snow (roof)"],
  ])("reads %s", (prompt, expected) => expect(read(prompt)).toBe(expected));
});

describe("nobody gets the opposite of a few words", () => {
  it.each([
    ["rotate 90 ccw", "turned 90° anticlockwise"],
    ["deeper shadows", "shadows −35 %"],
    ["softer highlights", "highlights −30 %"],
    ["kill the highlights", "highlights −30 %"],
    ["highlight recovery", "highlights −30 %"],
    ["no shadows", "shadows +30 %"],
    ["less depth of field", "blur (background)"],
    ["green cast from fluorescents", "white balance"],
    ["remove orange cast", "white balance"],
    ["a slight green cast, add film grain", "white balance; grain"],
    ["去掉偏黄", "white balance"],
    ["blown highlights", "highlights −30 %"],
    ["整体偏暗", "brightness +30 %"],
    ["色调偏暗", "brightness −30 %; left: 偏"],
    ["肤色暗沉", "brightness +20 % (肤色)"],
    ["lips redder", "left: lips redder"],
    ["eyes brighter", "left: eyes brighter"],
    ["to yellow, fix", "white balance"],
    ["colours too loud", "saturation −30 %"],
    ["b&w high contrast", "black and white; contrast +30 %"],
    ["low contrast black and white", "contrast −30 %; black and white"],
    ["double exposure", "left: double exposure"],
    ["whiten teeth", "left: whiten teeth"],
  ])("reads %s", (prompt, expected) => expect(read(prompt)).toBe(expected));
});

describe("less of a colour where it is said", () => {
  it.each([
    ["less red in the skin", "less red (skin)"],
    ["肤色太红", "less red (肤色)"],
    ["his skin looks a bit too red", "less red (skin)"],
    ["make her face less red", "less red (face)"],
    ["脸偏黄", "less yellow (脸)"],
    ["less yellow in the teeth", "left: less yellow in the teeth"],
    ["less red", "saturation −50 % (red)"],
  ])("reads %s", (prompt, expected) => expect(read(prompt)).toBe(expected));
});

describe("looks that are named after a fashion", () => {
  it.each([
    ["莫兰迪色", "saturation −38 %; contrast −15 %; brightness +15 %"],
    ["把沙发换成莫兰迪粉", "沙发 → muted pink"],
    ["德味", "contrast +25 %; saturation −10 %; vignette at 40 %"],
    ["青橙", "turquoise shadows and orange highlights"],
    ["make it look like fuji", "film; warmth −15 %; teal tint at 25 %"],
    ["make it look minimalist", "saturation −20 %; brightness +15 %; contrast −8 %"],
    ["frozen lake, more contrast", "contrast +30 %; left: frozen lake"],
    ["minimal noise", "noise reduction"],
    ["背景换成森系风格的树林", "left: 背景换成森系风格的树林"],
    ["old money aesthetic", "saturation −22 %; warmth +12 %; contrast +10 %"],
  ])("reads %s", (prompt, expected) => expect(read(prompt)).toBe(expected));
});

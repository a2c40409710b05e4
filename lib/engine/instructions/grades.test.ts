import { describe, expect, it } from "vitest";
import { describeStep } from "./operation.ts";
import { parseInstructions } from "./parse.ts";
import { readPlace } from "./place.ts";

const read = (prompt: string): string => {
  const { steps, leftOut } = parseInstructions(prompt);
  return [steps.map(describeStep).join("; "), ...leftOut.map((clause) => `(${clause})`)].filter((text) => text !== "").join(" ");
};

describe("reading grades, films and complaints", () => {
  it.each([
    ["moody forest-green grade with crushed blacks", "low-key; forest green tint; shadows −18 %"],
    ["teal-and-orange blockbuster grade", "cinematic; teal shadows and orange highlights"],
    [
      "it looks flat and lifeless, make it look like a Kodachrome slide",
      "vibrance +30 %; film; warmth +15 %; contrast +25 %; saturation +25 %",
    ],
    ["faded matte look with milky blacks", "faded; shadows +10 %; faded at 30 %"],
    ["Tri-X 400", "black and white; contrast +30 %; grain"],
    ["the whole thing looks underexposed and a bit green, sort it out", "brightness +30 %; white balance"],
    ["the face is too dark, brighten it a little", "brightness +15 % (face)"],
    ["脸太暗了，提亮一点", "brightness +15 % (脸)"],
    ["前景太黑，看不清，帮我调亮", "brightness +30 % (前景)"],
    ["give it punchier contrast and richer greens", "contrast +30 %; saturation +40 % (green)"],
    ["open up the foreground shadows and calm the highlights down by a third", "shadows +30 % (foreground); highlights −33 % (foreground)"],
    ["a dramatic stormy sky, and warm up the picture slightly", "stormy sky; warmth +15 %"],
    ["make it a stormy evening with dark clouds", "rain; stormy sky"],
    ["天放晴，蓝天白云", "cloudy sky"],
    ["cool it and lift the dark corners", "warmth −30 %; brightness +30 % (corners)"],
    ["autumn to lush green summer please", "summer"],
    ["背景虚化，只突出球员", "blur (背景), 球员 kept"],
  ])("reads %s", (prompt, expected) => expect(read(prompt)).toBe(expected));

  it("brightens the whole picture where that is asked for after a complaint about a part", () =>
    expect(read("脸太暗了，整体提亮一点")).toContain("brightness +15 %"));

  it.each([
    ["change the motorbike to lime green", "motorbike → lime"],
    ["the saucer and cup should be turquoise", "saucer with cup → turquoise"],
    ["paint the apple granny-smith green", "apple → apple green"],
    ["这个橙子改成青柠绿", "这个橙子 → lime"],
    ["码头换成深红色的木板", "码头 → dark red"],
    ["电路板改成蓝色", "电路板 → blue"],
    ["把咖啡杯换成蓝色", "咖啡杯 → blue"],
  ])("reads the colour and the thing of %s", (prompt, expected) => expect(read(prompt)).toBe(expected));

  it.each([
    ["the lime", "subject", true],
    ["lime", "colour", false],
    ["the greens", "colour", false],
    ["the ladybird", "subject", true],
    ["瓢虫", "subject", true],
    ["the contraption", "subject", false],
  ])("knows of %s whether it is a thing and how such things look", (said, name, isKnown) => {
    const place = readPlace(said);
    expect(place?.name).toBe(name);
    expect(place?.name === "subject" && place.thing !== undefined).toBe(isKnown);
  });
});

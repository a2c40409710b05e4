import { describe, expect, it } from "vitest";
import { readScene } from "./read-scene.ts";

const read = (prompt: string) => readScene(prompt, 1);

describe("readScene", () => {
  it.each([
    ["a calm mountain lake at golden hour", "lake", "golden"],
    ["sunset over the ocean", "sea", "sunset"],
    ["sand dunes", "desert", "day"],
    ["misty pine forest at dusk", "forest", "dusk"],
    ["the milky way", "mountains", "night"],
    ["rolling green hills", "meadow", "day"],
    ["seamless floral pattern", "pattern", "day"],
    ["white marble with gold veins", "marble", "day"],
    ['monogram "PK"', "monogram", "day"],
    ["three tulips", "blossom", "day"],
    ["two red apples", "table", "day"],
    ["雪山下的湖泊，清晨", "lake", "golden"],
    ["沙滩上的椰子树", "sea", "day"],
    ["城市夜景", "city", "night"],
  ] as const)("finds place and hour in %s", (prompt, setting, hour) => {
    expect(read(prompt).scene).toMatchObject({ setting, hour });
  });

  it("knows fields by what grows on them, under mountains with snow and a stormy sky alike", () => {
    const lavender = readScene("lavender fields under a stormy sky", 1).scene;
    expect([lavender.setting, lavender.hour, lavender.traits]).toEqual(["meadow", "storm", ["wildflowers"]]);
    const [red = 0, green = 0, blue = 0] = lavender.colours.flower ?? [];
    expect(blue).toBeGreaterThan(red);
    expect(red).toBeGreaterThan(green);
    const canola = readScene("油菜花田，雪山", 1).scene;
    expect([canola.setting, canola.hasSnow, canola.hasMountains]).toEqual(["meadow", false, true]);
    expect(readScene("purple flower field", 1).scene.colours.flower).toBeDefined();
  });
  it("gives each thing the colour that was said of it", () => {
    const { scene } = read("a blue vintage car and a red balloon in the desert");
    expect(scene.colours.car?.[2]).toBeGreaterThan(150);
    expect(scene.colours.balloon?.[0]).toBeGreaterThan(150);
    expect(read("一艘红色的帆船").scene.colours.boat?.[0]).toBeGreaterThan(150);
  });

  it("leaves the colour of the land to the land", () => {
    expect(read("hot air balloons over green hills").scene.palette).toEqual([]);
  });

  it("takes the dark of a dark colour for no night", () => {
    expect(read("a dark green car in a meadow").scene.hour).toBe("day");
  });

  it("knows what letters are printed in and on from what else is coloured", () => {
    const { scene } = read('"SALE" big white letters on a red background');
    expect([scene.textInk, scene.ground, scene.setting]).toEqual([[244, 244, 242], [205, 32, 36], "gradient"]);
    expect(read("polka dots, mustard on navy").scene).toMatchObject({ setting: "pattern", pattern: "dots", ground: [24, 38, 98] });
    expect(read("a boat on blue water").scene.ground).toBeUndefined();
  });

  it("sets a word that is a logo, whatever else is named", () => {
    expect(read('minimal logo for a coffee shop named "Bean"').scene.setting).toBe("monogram");
  });

  it("says leaves were painted only where they are a pattern's", () => {
    expect(read("autumn leaves in a forest").found).not.toContain("leaves");
    expect(read("seamless leaf pattern").found).toContain("leaves");
  });

  it.each([
    ["夜晚的上海外滩", "city"],
    ["向日葵花田", "meadow"],
    ["a travel poster for Lisbon", "city"],
    ["bamboo in mist", "forest"],
    ["竹子", "forest"],
  ])("finds the place of %s", (prompt, setting) => expect(read(prompt).scene.setting).toBe(setting));

  it("does not read a sea into the Chinese word for poster", () => {
    expect(read("海报，粉色渐变背景").scene.setting).toBe("gradient");
  });

  it("knows what a table is made of, and what cannot stand on it", () => {
    const { scene, found, missing } = read("a vase of tulips on a wooden table");
    expect([scene.tableTop, found.includes("vase"), found.includes("flower"), missing]).toEqual(["wood", true, false, ["tulips"]]);
    const chinese = read("木桌上的花瓶和郁金香");
    expect([chinese.missing, chinese.foundWords.includes("郁金香")]).toEqual([["郁金香"], false]);
    expect(read("一个苹果放在木桌上").missing).toEqual([]);
    const tops = ["一个苹果放在木桌上", "a cup of coffee on a marble table", "apples on linen, still life", "still life with apples"];
    expect(tops.map((prompt) => read(prompt).scene.tableTop)).toEqual(["wood", "stone", "linen", undefined]);
  });

  it("veins marble with what its veins are said to be, whichever is said first", () => {
    const gold = [212, 168, 52];
    const prompts = ["marble with gold veins", "gold veins in black marble", "black marble with gold veins", "金色纹的大理石"];
    const palettes = prompts.map((prompt) => read(prompt).scene.palette);
    expect(palettes.map(([, vein]) => vein)).toEqual([gold, gold, gold, gold]);
    expect(palettes.map(([stone]) => (stone?.[0] ?? 0) > 200)).toEqual([true, false, false, true]);
  });

  it("says which words it cannot paint and leaves those that are to be written as they are", () => {
    expect(read("a dragon over the sea").missing).toEqual(["dragon"]);
    const { scene, missing } = read("海报，文字“春日 SALE，开始！”，渐变");
    expect([scene.text, missing]).toEqual(["春日 SALE，开始！", []]);
  });

  it("makes another place of another sentence", () => {
    expect(read("a lake").scene.seed).not.toBe(read("a quiet lake").scene.seed);
  });
});

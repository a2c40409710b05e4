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
    expect([lavender.setting, lavender.hour, lavender.traits]).toEqual(["meadow", "storm", ["wildflowers", "lavender"]]);
    const [red = 0, green = 0, blue = 0] = lavender.colours.flower ?? [];
    expect(blue).toBeGreaterThan(red);
    expect(red).toBeGreaterThan(green);
    const canola = readScene("油菜花田，雪山", 1).scene;
    expect([canola.setting, canola.hasSnow, canola.hasMountains]).toEqual(["meadow", false, true]);
    expect(readScene("purple flower field", 1).scene.colours.flower).toBeDefined();
  });
  it.each([
    ["alpine meadow in summer", "meadow"],
    ["lavender fields in provence", "meadow"],
    ["雪山脚下的湖", "lake"],
    ["山脚下的草原", "meadow"],
    ["城市夜景，高楼大厦", "city"],
    ["大漠落日", "desert"],
    ["抽象渐变图", "abstract"],
    ["a bouquet of pink roses", "table"],
    ["一束粉色玫瑰", "table"],
  ] as const)("understands all of %s", (prompt, setting) => {
    expect(read(prompt)).toMatchObject({ missing: [], scene: { setting } });
  });
  it("takes green before peaks under snow for a pasture in summer, and smoke in the desert for nothing it paints", () => {
    expect(read("green grass in front of snowy mountains").scene).toMatchObject({ setting: "meadow", hasMountains: true, hasSnow: false });
    expect(read("snow on the grass in winter").scene).toMatchObject({ setting: "snow", hasSnow: true });
    expect(read("大漠孤烟").missing).toEqual(["孤烟"]);
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

  it("prints in the one colour that is said beside the ground's", () => {
    const festive = read("海报，红色背景，写着“新年快乐”，金色");
    expect(festive.scene.textInk).toEqual(read("金色的字“新年快乐”").scene.textInk);
    expect(read("海报，红色背景，写着“新年快乐”，金色和白色").scene.textInk).toBeUndefined();
    expect(read("水墨山水，题“宁静致远”").missing).not.toContain("题");
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
    expect([scene.tableTop, found.includes("vase"), found.includes("flower"), missing]).toEqual(["wood", true, true, []]);
    const chinese = read("木桌上的花瓶和帆船");
    expect([chinese.missing, chinese.foundWords.includes("帆船")]).toEqual([["帆船"], false]);
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

  it.each([
    ["three sailing boats on the sea", "boat", 3],
    ["two green apples and a pear", "apple", 2],
    ["two green apples and a pear", "pear", 1],
    ["a dozen red roses", "flower", 12],
    ["a lighthouse near two boats", "lighthouse", 1],
    ["桌上有两只红苹果", "apple", 2],
    ["草原上孤独的一棵树", "tree", 1],
    ["三艘白色的帆船", "boat", 3],
    ["apples on linen", "apple", undefined],
    ["一瓶向日葵", "flower", undefined],
  ] as const)("counts in %s", (prompt, thing, count) => expect(read(prompt).scene.counts[thing]).toBe(count));

  it("leaves out what is not wanted, and does not miss it", () => {
    const { scene, missing } = read("a beach with palm trees, no people and no boats, without text");
    expect([scene.things.includes("boat"), scene.things.includes("palm"), missing]).toEqual([false, true, []]);
    expect(read("没有人的海滩").missing).toEqual([]);
    expect(read("a lake under a sky without clouds").scene.weather).toEqual(["clear"]);
  });

  it.each([
    ["手机壁纸，淡紫色渐变", "gradient"],
    ["album cover: a lighthouse under a starry sky", "sea"],
    ["a wooden cabin", "meadow"],
    ["a cup on a marble counter", "table"],
    ["a cup of tea, mountains far off", "table"],
    ["tea plantation in the morning", "meadow"],
    ["江南水乡，白墙黑瓦", "water town"],
    ["a dog on the grass", "meadow"],
    ["five camels", "desert"],
    ["一只小鹿", "forest"],
    ["a cat on a windowsill", "table"],
    ["雪夜的小木屋，窗里亮着灯", "snow"],
    ["waves seen from above", "sea"],
    ["abstract waves in teal", "abstract"],
    ["a road through the mountains", "meadow"],
    ["drone shot of a black sand beach", "sea"],
    ["a tent under a starry sky", "meadow"],
    ["白色大理石台面，产品背景", "table"],
    ["Diwali banner, purple", "bokeh"],
    ["春节海报", "festive"],
    ["a green leaf", "leaf"],
  ])("knows where %s plays", (prompt, setting) => expect(read(prompt).scene.setting).toBe(setting));

  it("opens a window, or a land out of focus, behind a table, and puts nothing on one that is empty", () => {
    const cat = read("a cat on a windowsill on a rainy day");
    expect([cat.scene.traits, cat.scene.view, cat.scene.isBare, cat.missing]).toEqual([["window"], "meadow", true, ["cat"]]);
    expect(read("空的木桌面，背景虚化的森林").scene).toMatchObject({ setting: "table", tableTop: "wood", view: "forest", isBare: true });
    expect(read("still life").scene.isBare).toBeUndefined();
    expect(read("an apple on a table").scene.view).toBeUndefined();
  });

  it("lays a cloth of its own colour, and leaves the wall its own", () => {
    const { scene } = read("four lemons on blue linen");
    expect([scene.tableTop, scene.cloth, scene.counts.lemon]).toEqual(["linen", [38, 92, 210], 4]);
    expect(read("白色桌布上的六个橙子").scene.cloth).toBeDefined();
    expect(read("lemons on linen").scene.cloth).toBeUndefined();
  });

  it("takes a scent's bottle for no vase, and a bunch in a bottle for no single flower", () => {
    expect(read("香水瓶，粉色圆台").scene.things).not.toContain("vase");
    const bunch = read("一瓶粉色玫瑰放在木桌上").scene;
    expect([bunch.things.includes("vase"), bunch.counts.flower]).toEqual([true, undefined]);
  });

  it("says which place it took where no word was known", () => {
    const [camel, cat, sea] = [read("five camels"), read("沙发上的猫"), read("the sea")];
    expect([camel.isGuessed, camel.found, camel.missing]).toEqual([true, ["a desert"], ["camels"]]);
    expect([cat.isGuessed, cat.foundWords]).toEqual([true, ["窗"]]);
    expect([sea.isGuessed, sea.found]).toEqual([false, ["sea"]]);
  });

  it.each([
    ["a boat, drone shot of the sea", ["boat"]],
    ["春节，汽车", ["汽车"]],
    ["dew on a green leaf, a bird", ["bird"]],
    ["a boat on the sea", []],
  ])("says what the painter of that place has no brush for: %s", (prompt, missing) => expect(read(prompt).missing).toEqual(missing));

  it("makes another place of another sentence", () => {
    expect(read("a lake").scene.seed).not.toBe(read("a quiet lake").scene.seed);
  });
});

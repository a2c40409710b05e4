import { describe, expect, it } from "vitest";
import { readManner } from "./read-manner.ts";
import { readScene } from "./read-scene.ts";

const read = (prompt: string) => readScene(prompt, 1);

describe("what designers ask a background for", () => {
  it.each([
    ["a foggy valley, negative space on the left for text", "left"],
    ["green hills, copy space on the right", "right"],
    ["山谷，左侧留白放文字", "left"],
    ["沙漠日落，右边留白", "right"],
    ["中秋节背景，明月，留白在左", "left"],
    ["a foggy valley", undefined],
  ] as const)("keeps a side free and misses nothing: %s", (prompt, room) => {
    expect(read(prompt).scene.room).toBe(room);
    expect(read(prompt).missing).toEqual([]);
  });

  it.each([
    ["a river through a valley between mountains", "meadow", "river"],
    ["春天的小河", "meadow", "river"],
    ["waterfall in the jungle", "forest", "waterfall"],
    ["瀑布", "forest", "waterfall"],
    ["mountain peaks above a sea of clouds", "mountains", "cloud sea"],
    ["粉色云海", "mountains", "cloud sea"],
    ["竹林小路", "forest", "bamboo"],
    ["麦田", "meadow", "wheat"],
    ["荷塘", "lake", "lily pads"],
    ["plaster wall with palm leaf shadows", "wall", "palm shadow"],
    ["torn kraft paper", "paper", "torn"],
  ] as const)("knows %s", (prompt, setting, trait) => {
    const { scene } = read(prompt);
    expect(scene.setting).toBe(setting);
    expect(scene.traits).toContain(trait);
  });

  it.each([
    ["麦田与风车", ["windmill"]],
    ["a windmill on a hill", ["windmill"]],
    ["foggy suspension bridge", ["bridge"]],
    ["a glowing tent in the desert", ["tent"]],
    ["wind turbines at sunset", ["turbine"]],
  ] as const)("finds what stands in %s", (prompt, things) => {
    expect(read(prompt).scene.things).toEqual(things);
  });

  it.each([
    ["concrete wall with window light", "concrete"],
    ["brick wall texture", "brick"],
    ["natural linen texture", "fabric"],
    ["gold glitter background", "foil"],
    ["holographic background", "iridescent"],
    ["watercolor texture in blue", "wash"],
    ["swimming pool", "water"],
    ["dark blue abstract waves", "abstract"],
    ["fjord", "lake"],
    ["a lighthouse on a cliff", "sea"],
  ] as const)("paints %s as %s", (prompt, setting) => {
    expect(read(prompt).scene.setting).toBe(setting);
  });

  it("takes the coffee of a colour for no cup, and does not paint whom the picture is for", () => {
    expect(read("咖啡色渐变背景").scene).toMatchObject({ setting: "gradient", things: [] });
    expect(read("kraft paper background for a coffee brand").scene).toMatchObject({ setting: "paper", things: [] });
    expect(read("一杯咖啡").scene.things).toContain("cup");
  });

  it("keeps the colour of the sky for the sky, whatever stands under it", () => {
    const { scene } = read("a lighthouse under a stormy purple sky");
    expect(scene.skyColours).toHaveLength(1);
    expect(scene.colours.lighthouse).toBeUndefined();
  });

  it("takes a road for a road and a street lamp for none", () => {
    expect(read("沙漠中的公路").scene.traits).toContain("path");
    expect(read("城市夜晚，路灯").scene.traits).not.toContain("path");
  });

  it("writes in the colour that follows the quoted words", () => {
    expect(Math.min(...(read('"BREATHE" in white, lavender gradient').scene.textInk ?? [0]))).toBeGreaterThan(235);
  });

  it("looks down on a table that nothing stands behind", () => {
    expect(read("top view of a coffee cup and autumn leaves on a wooden table").scene.view).toBeUndefined();
    expect(read("a coffee cup on a wooden table in autumn").scene.view).toBe("forest");
  });

  it("hears no manner in a texture of watercolour", () => {
    expect(readManner("watercolor texture in blue")).toBeUndefined();
    expect(readManner("水彩晕染背景")).toBeUndefined();
    expect(readManner("watercolor of a lake")).toBeDefined();
  });

  it("takes the street of a village for none of a city, and a gradient in neon for no city either", () => {
    expect(read("snow on a quiet village street").scene.setting).toBe("snow");
    expect(read("赛博朋克风格渐变背景").scene.setting).toBe("gradient");
    expect(read("a street in the city with houses").scene.setting).toBe("city");
  });

  it("gives the water the colour that was said of it, and the sky its own", () => {
    const { scene } = read("a turquoise lagoon with palm trees");
    expect(scene).toMatchObject({ setting: "sea", skyColours: [] });
    expect(scene.waterColour).toBeDefined();
  });

  it("hears smoke, pastels, a blizzard and room for a headline", () => {
    expect(read("jazz night, dark blue smoke").scene).toMatchObject({ setting: "abstract", traits: ["smoke"] });
    expect(read("pastel gradient").scene.traits).toContain("pastel");
    expect(read("暴风雪中的雪山").scene.weather).toContain("snowfall");
    expect(read("a wheat field, room for a headline on the right").scene.room).toBe("right");
  });

  it("says that a flat land has no flowers", () => {
    expect(read("flat illustration, windmill and tulips").missing).toEqual(["tulips"]);
  });
});

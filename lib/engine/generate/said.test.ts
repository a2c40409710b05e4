import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { type Area, type ColourTest, shareWhere } from "#lib/testing/share-where.ts";
import { findPlace } from "./find-place.ts";
import { isRough } from "./lands/swell.ts";
import { paintScene } from "./paint-scene.ts";
import type { Scene } from "./scene.ts";
import { setLetters } from "./set-letters.ts";
import { readScene } from "./words/read-scene.ts";

const [width, height] = [144, 96];
const read = (prompt: string, seed = 2) => readScene(prompt, seed).scene;
const paintIt = (scene: Scene): Raster => finish(paintScene(scene, width, height));
const paint = (prompt: string, seed = 2): Raster => paintIt(read(prompt, seed));

const isGreen: ColourTest = (r, g, b) => g > r * 1.12 && g > b * 1.08;

describe("what was said", () => {
  it("is all there: palms on their beach, leaves about a podium in their own green, a crescent, kraft under a monogram", () => {
    expect(read("a lagoon with palm beach").things).toContain("palm");
    const podium = paint("grey stone podium with green leaves");
    expect(shareWhere(podium, isGreen, [0, 0, width, 40])).toBeLessThan(0.02);
    expect(shareWhere(podium, isGreen, [0, 56, width, height])).toBeGreaterThan(0.03);
    const isMoon: ColourTest = (r, g, b) => Math.min(r, g) > 190 && b > 160;
    const sky: Area = [0, 0, width, 58];
    const [crescent, full] = ["crescent moon", "full moon"].map((moon) =>
      shareWhere(paint(`flat illustration of a city at night, ${moon}`), isMoon, sky),
    );
    expect(crescent).toBeGreaterThan(0.001);
    expect(crescent).toBeLessThan(0.6 * (full as number));
    expect(shareWhere(paint('monogram "R" on kraft paper'), (r, g, b) => r > g * 1.15 && g > b * 1.2)).toBeGreaterThan(0.4);
  });

  it("is left out where a surface has no room for it", () => {
    expect(readScene("purple smoke and a moon", 1).missing).toContain("moon");
    expect(readScene("golden bokeh with a balloon", 1).missing).toContain("balloon");
  });

  it("tints the air by a colour that stands by itself", () => {
    expect(read("foggy valley at dawn, muted blue").skyColours).toHaveLength(1);
    expect(read("山谷薄雾，蓝色调").skyColours).toHaveLength(1);
    expect(read("a red house in a foggy valley").skyColours).toHaveLength(0);
  });

  it("means a seamless pattern by 无缝图案, the ground of Mars by 火星表面, white sand by 白色沙滩", () => {
    expect(read("无缝图案，热带叶子").setting).toBe("pattern");
    expect(read("无缝图案，热带叶子").pattern).toBe("leaves");
    expect(read("火星表面的日落").setting).toBe("desert");
    const isPale: ColourTest = (r, g, b) => Math.min(r, g, b) > 185;
    expect(shareWhere(paint("俯拍海浪与白色沙滩"), isPale)).toBeGreaterThan(0.15 + shareWhere(paint("俯拍海浪与沙滩"), isPale));
  });

  it("breaks the waves of an ocean, but not on a beach; a golden sky leaves the sea its colour", () => {
    expect(read("ocean waves breaking").traits).toContain("rough sea");
    expect([isRough(read("ocean waves breaking")), isRough(read("海浪拍打沙滩"))]).toEqual([true, false]);
    expect(
      shareWhere(paint("ocean waves breaking under a golden sky"), (r, g, b) => r > g && r > b * 1.3, [0, 60, width, height]),
    ).toBeLessThan(0.1);
  });

  it("gives a tall picture more sky than a wide one", () => {
    const scene = read("mountains at sunset");
    const { horizon: tall } = findPlace(scene, 96, 144).camera;
    const { horizon: wide } = findPlace(scene, 144, 96).camera;
    expect(tall / 144).toBeGreaterThan(wide / 96 + 0.1);
  });

  it("keeps near trees off the side that words will take", () => {
    const scene = read("snowy fir trees, empty space on the left");
    const [{ on, grove }] = findPlace(scene, width, height).groves as [ReturnType<typeof findPlace>["groves"][number]];
    const grows = (x: number): number => {
      let count = 0;
      for (let z = 0.4; z < 4; z += 0.01) if (grove.grows?.(x * z, z, on.height(x * z, z, 6)) !== false) count++;
      return count;
    };
    expect([-0.6, -0.4, -0.2].map(grows)).toEqual([0, 0, 0]);
    expect([0.2, 0.4, 0.6].reduce((sum, x) => sum + grows(x), 0)).toBeGreaterThan(0);
  });

  it("writes beside a bottle that stands before the wall, and keeps a podium by a window in its colour", async () => {
    const bare = read('a bottle of wine, vineyard hills at golden hour, title "HARVEST"');
    const { scene } = await setLetters(bare, typesetter);
    const at = (each: Scene): Raster => finish(paintScene(each, 200, 300));
    const [plain, titled] = [at(bare), at(scene)];
    let onBottle = 0;
    for (let y = 0; y < 300; y++)
      for (let x = 93; x < 107; x++) {
        const i = (y * 200 + x) * 3;
        if (Math.abs((plain.data[i] as number) - (titled.data[i] as number)) > 60) onBottle++;
      }
    expect(onBottle).toBe(0);
    const isTerracotta: ColourTest = (r, g, b) => r > g * 1.9 && r > b * 2;
    expect(shareWhere(paint("terracotta podium colours, product podium by a window"), isTerracotta)).toBeGreaterThan(0.08);
  });

  it("lays gold on the black paper that was named with it, and knows a single poppy", () => {
    const isGold: ColourTest = (r, g, b) => r > 120 && r > b * 1.5 && g > b;
    const foil = paint("black paper with gold foil");
    expect(shareWhere(foil, isGold)).toBeGreaterThan(0.3);
    expect(shareWhere(foil, (r, g, b) => Math.max(r, g, b) < 60)).toBeGreaterThan(0.03);
    expect(read("a single red poppy").things).toEqual(["flower"]);
  });

  it("is of what it was said of: gold is the field's and not the sky's over it, turquoise the water's, and one beach has many palms", () => {
    const field = paint("金色麦田,蓝天白云");
    expect(read("金色麦田,蓝天白云").skyColours).toEqual([]);
    expect(shareWhere(field, (r, _, b) => b > r * 1.1, [0, 0, width, 20])).toBeGreaterThan(0.3);
    expect(read("golden field, white fluffy clouds").skyColours).toEqual([]);
    expect(read("pink sky with white clouds over a lake").skyColours).toEqual([[240, 128, 170]]);
    const beach = readScene("tropical beach with palm trees and turquoise water", 3);
    expect(beach).toMatchObject({ missing: [], scene: { skyColours: [], waterColour: [50, 195, 205], many: ["palm"] } });
    expect(beach.scene.counts.palm).toBeUndefined();
    expect(readScene("海滩,碧绿的海水", 3)).toMatchObject({ missing: [], scene: { waterColour: [44, 150, 62] } });
  });

  it("sows sunflowers in the field they were said to stand in, and leaves three of them alone", () => {
    expect(readScene("sunflowers in a field at golden hour", 1).scene.traits).toContain("sunflowers");
    expect(readScene("three sunflowers, summer", 1).scene.traits).not.toContain("sunflowers");
  });

  it("knows the lights of a city from those that are out of focus, and a white wall from a town of them", () => {
    expect(readScene("city lights across a lake at night", 1).scene.setting).toBe("city");
    expect(readScene("bokeh city lights at night", 1).scene.setting).toBe("bokeh");
    expect(readScene("侧光下的白墙", 1).scene.setting).toBe("wall");
    expect(readScene("江南，白墙黑瓦", 1).scene.setting).toBe("water town");
  });
});

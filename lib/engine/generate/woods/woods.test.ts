import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { type ColourTest, shareWhere } from "#lib/testing/share-where.ts";
import { paintScene } from "../paint-scene.ts";
import { readScene } from "../words/read-scene.ts";
import { isWoods } from "../words/setting-of.ts";

const [width, height] = [150, 100];
const read = (prompt: string) => readScene(prompt, 2).scene;
const paint = (prompt: string): Raster => finish(paintScene(read(prompt), width, height));

const shareOf = (picture: Raster, [from, to]: readonly [number, number], isIt: ColourTest) =>
  shareWhere(picture, isIt, [0, from, width, to]);

describe("a wood", () => {
  it("is walked in, in English and in Chinese; mist, snow, mountains and rivers keep their own views", () => {
    const walked = ["a sunlit beech forest in summer", "autumn forest", "白桦林", "秋天的森林小路", "pine forest", "bamboo forest", "森林"];
    for (const prompt of [...walked, "a misty pine forest with sunbeams"]) expect(isWoods(read(prompt)), prompt).toBe(true);
    for (const prompt of [
      "pine forest in autumn",
      "pine forest and mountains",
      "a cabin in the forest",
      "a river through an autumn forest",
      "forest in snow",
      "misty forest",
    ])
      expect(isWoods(read(prompt)), prompt).toBe(false);
  });

  it("is green in summer and gold in autumn, with no blue of a sky over it", () => {
    const isGreen: ColourTest = (r, g, b) => g > r * 1.04 && g > b * 1.08;
    const isGold: ColourTest = (r, g, b) => r > g * 1.1 && g > b;
    const isBlue: ColourTest = (r, g, b) => b > r * 1.1 && b > g;
    const [summer, autumn] = [paint("beech forest in summer"), paint("beech forest in autumn")];
    expect(shareOf(summer, [0, 100], isGreen)).toBeGreaterThan(0.6);
    expect(shareOf(autumn, [0, 100], isGold)).toBeGreaterThan(0.6);
    for (const wood of [summer, autumn]) expect(shareOf(wood, [0, 60], isBlue)).toBeLessThan(0.02);
  });

  it("stands straight and green where it is of bamboo, red-brown where it is of pines", () => {
    const isStem: ColourTest = (r, g, b) => g > r * 1.08 && g > b * 1.25;
    const isBark: ColourTest = (r, g, b) => r > g * 1.1 && g > b * 1.02;
    const rows: readonly [number, number] = [30, 60];
    expect(shareOf(paint("bamboo forest"), rows, isStem)).toBeGreaterThan(0.15 + shareOf(paint("pine forest"), rows, isStem));
    expect(shareOf(paint("bamboo forest"), rows, isBark)).toBe(0);
    expect(shareOf(paint("pine forest"), rows, isBark)).toBeGreaterThan(0.01);
  });

  it("lets more light fall in beams where they were asked for", () => {
    const scene = read("a pine forest with sunbeams");
    const bare = { ...scene, traits: scene.traits.filter((trait) => trait !== "sunbeams") };
    const [beams, none] = [scene, bare].map((each) => finish(paintScene(each, width, height))) as [Raster, Raster];
    const isLit: ColourTest = (r, g, b) => Math.min(r, g, b) > 150;
    expect(shareOf(beams, [0, 100], isLit)).toBeGreaterThan(1.2 * shareOf(none, [0, 100], isLit));
  });

  it("gives birches white bark with dark scars", () => {
    const isWhite: ColourTest = (r, g, b) => Math.max(r, g, b) - Math.min(r, g, b) < 34 && Math.min(r, g, b) > 120;
    const rows: readonly [number, number] = [55, 80];
    expect(shareOf(paint("birch forest in summer"), rows, isWhite)).toBeGreaterThan(
      0.05 + shareOf(paint("beech forest in summer"), rows, isWhite),
    );
  });

  it("leads a path through where one was asked for", () => {
    const scene = read("a path through a beech forest in summer");
    const bare = { ...scene, traits: scene.traits.filter((trait) => trait !== "path") };
    const [led, open] = [scene, bare].map((each) => finish(paintScene(each, width, height)).data) as [Uint8Array, Uint8Array];
    let changed = 0;
    for (let i = width * 72 * 3; i < led.length; i += 3) {
      const greenness = (data: Uint8Array): number => (data[i + 1] as number) - ((data[i] as number) + (data[i + 2] as number)) / 2;
      if (greenness(led) < greenness(open) - 8) changed++;
    }
    expect(changed / (width * 28)).toBeGreaterThan(0.1);
    expect(changed / (width * 28)).toBeLessThan(0.6);
  });
});

describe("smoke", () => {
  it("rises before a dark ground that stays dark beside it", () => {
    for (const prompt of ["white smoke on a black background", "smoke swirling, copy space on the left", "烟雾"]) {
      const smoke = paint(prompt);
      expect(
        shareOf(smoke, [0, 100], (r, g, b) => Math.max(r, g, b) < 45),
        prompt,
      ).toBeGreaterThan(0.3);
      expect(
        shareOf(smoke, [0, 100], (r, g, b) => Math.max(r, g, b) > 90),
        prompt,
      ).toBeGreaterThan(0.08);
    }
  });
});

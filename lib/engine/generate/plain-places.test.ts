import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { type ColourTest, shareWhere } from "#lib/testing/share-where.ts";
import { findPlace } from "./find-place.ts";
import { rowsOf } from "./lands/hills.ts";
import { daylightFor } from "./light/hours.ts";
import { paintScene } from "./paint-scene.ts";
import { setLetters } from "./set-letters.ts";
import { hasMoon } from "./skies/sky.ts";
import { readScene } from "./words/read-scene.ts";

const [width, height] = [150, 100];
const read = (prompt: string, seed = 2) => readScene(prompt, seed).scene;
const paint = (prompt: string, seed = 2): Raster => finish(paintScene(read(prompt, seed), width, height));

const isBlue: ColourTest = (r, g, b) => b > r * 1.15 && b > 40 && b >= g;
const isGreen: ColourTest = (r, g, b) => g > r * 1.1 && g > b * 1.1;
const isViolet: ColourTest = (r, g, b) => b > g * 1.15 && r > g * 1.02;
const isGold: ColourTest = (r, g, b) => r > 70 && r > b * 1.5 && g > b * 1.2;
const lower = [0, 60, width, height] as const;

describe("plain places", () => {
  it("grows lavender in rows where rows of it were asked for", () => {
    for (const prompt of ["rows of lavender under a summer sky", "lavender rows in Provence"]) {
      expect(read(prompt)).toMatchObject({ setting: "meadow", traits: ["wildflowers", "lavender"] });
      expect(rowsOf(read(prompt)), prompt).toBeDefined();
      expect(shareWhere(paint(prompt), isViolet, lower), prompt).toBeGreaterThan(0.2);
    }
  });

  it("gives sunflowers their dark middles, on green", () => {
    const isMiddle: ColourTest = (r, g, b) => r < 120 && r > g * 1.4 && r > b * 1.6;
    const near = [0, 66, width, height] as const;
    for (const prompt of ["field of sunflowers under a blue sky", "向日葵花田"]) {
      expect(shareWhere(paint(prompt), isMiddle, near), prompt).toBeGreaterThan(0.02);
      expect(shareWhere(paint(prompt), isGreen, near), prompt).toBeGreaterThan(0.2);
    }
  });

  it("leads a path through a green forest, and lays a village far off in its fields, not four houses on its peaks", () => {
    expect(read("deep green forest with a path")).toMatchObject({ setting: "forest" });
    expect(read("a path through a meadow")).toMatchObject({ setting: "meadow" });
    expect(read("a village in a green valley")).toMatchObject({ setting: "meadow", hasMountains: true });
    // A house at one's feet throws a roof across the lower half; those of a village lie by the horizon.
    const isRoof: ColourTest = (r, g, b) => r > 1.3 * b && r > 1.35 * g && r > 80;
    const at = (prompt: string, rows: readonly [number, number]) => shareWhere(paint(prompt), isRoof, [0, rows[0], width, rows[1]]);
    expect(at("a village in a green valley", [54, height])).toBeLessThan(0.001);
    expect(at("a house in a green meadow", [40, height])).toBeGreaterThan(0.005);
  });

  it("browns old parchment at its edges", () => {
    const isBrown: ColourTest = (r, g, b) => r > 1.5 * b && r < 190 && g < r;
    const [old, fresh] = [paint("old parchment paper"), paint("paper texture")];
    expect(shareWhere(old, isBrown, [0, 0, width, 8])).toBeGreaterThan(0.6);
    expect(shareWhere(old, isBrown, [60, 40, 90, 60])).toBeLessThan(0.3);
    expect(shareWhere(fresh, isBrown, [0, 0, width, 8])).toBe(0);
  });

  it("lets poppies come up where they like, red between green", () => {
    for (const prompt of ["a field of red poppies", "poppy field in summer"]) {
      expect(rowsOf(read(prompt)), prompt).toBeUndefined();
      const field = paint(prompt);
      expect(
        shareWhere(field, (r, g, b) => r > 90 && r > g * 1.7 && r > b * 1.7, lower),
        prompt,
      ).toBeGreaterThan(0.06);
      expect(shareWhere(field, isGreen, lower), prompt).toBeGreaterThan(0.2);
    }
  });

  it("shows a low sun over the land it rises behind, not through it", () => {
    let seen = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const scene = read("a mountain lake at sunrise", seed);
      const { isSunSeen, towardsSun } = daylightFor(scene);
      if (!isSunSeen) continue;
      seen++;
      const [land] = findPlace(scene, 1200, 800).lands;
      if (land === undefined) throw new Error("Expected a land around the lake.");
      for (let z = 1; z < 40; z *= 1.1) {
        const crest = (land.height((towardsSun[0] / towardsSun[2]) * z, z, 5) - 0.02) / z;
        expect(crest, `seed ${seed} at ${z}`).toBeLessThan(towardsSun[1] / towardsSun[2]);
      }
    }
    expect(seen).toBeGreaterThan(4);
  });

  it("looks up at peaks under snow, and keeps a field of snow for who asks for one", () => {
    for (const prompt of [
      "snowy mountain peaks under a clear blue sky",
      "雪山日出",
      "snow-capped mountains at night, stars",
      "alpine peaks with fresh snow",
    ])
      expect(read(prompt), prompt).toMatchObject({ setting: "mountains", hasSnow: true });
    for (const prompt of ["a cabin in snowy mountains", "a snowfield", "冬天的雪地"]) expect(read(prompt).setting, prompt).toBe("snow");
    expect(read("雪山脚下的湖，倒影")).toMatchObject({ setting: "lake", hasSnow: false });
    expect(read("a frozen lake under snowy mountains")).toMatchObject({ setting: "lake", hasSnow: true });
  });

  it("raises an island out of the sea, from its shore and from the air", () => {
    const scene = read("a small tropical island in a turquoise sea");
    const [island] = findPlace(scene, width, height).lands;
    expect(Math.max(...[-0.4, -0.3, 0.3, 0.4].map((x) => island?.height(x, 1.55, 6) ?? 0))).toBeGreaterThan(0.06);
    for (const prompt of ["a tropical island seen from the air", "从空中俯瞰的海岛"]) {
      const { scene: above, missing } = readScene(prompt, 2);
      expect([above.setting, missing], prompt).toEqual(["sea", []]);
      const picture = finish(paintScene(above, width, height));
      expect(shareWhere(picture, isGreen), prompt).toBeGreaterThan(0.04);
      expect(shareWhere(picture, isBlue) + shareWhere(picture, (r, g, b) => b > r * 1.2 && g > r * 1.2), prompt).toBeGreaterThan(0.3);
    }
  });

  it("stands towers of karst along a river, steep from their foot", () => {
    const { scene, missing } = readScene("桂林山水", 2);
    expect([scene.setting, missing]).toEqual(["lake", []]);
    const [land] = findPlace(scene, width, height).lands;
    let steepest = 0;
    let deepest = 0;
    for (let z = 1.5; z < 8; z += 0.1)
      for (let x = -4; x < 4; x += 0.05) {
        const here = land?.height(x, z, 6) ?? 0;
        deepest = Math.min(deepest, here);
        steepest = Math.max(steepest, Math.abs((land?.height(x + 0.02, z, 6) ?? 0) - here) / 0.02);
      }
    expect(steepest).toBeGreaterThan(3);
    expect(deepest).toBeLessThan(0);
  });

  it("draws gold through marble in hairs, and pale veins broader", () => {
    const drawn = (prompt: string): number => {
      const stone = finish(paintScene({ ...read(prompt), seed: 5 }, 300, 200));
      const isVein: ColourTest = prompt.includes("gold") ? isGold : (r, g, b) => Math.min(r, g, b) > 90;
      return shareWhere(stone, isVein);
    };
    const gold = drawn("black marble with gold veins");
    expect(gold).toBeGreaterThan(0.001);
    expect(gold).toBeLessThan(0.035);
  });

  it("sets the title of a tall festival poster under the lanterns that hang beside it", async () => {
    const scene = read("元宵节海报，“团圆”，灯笼");
    const lettered = (await setLetters(scene, typesetter)).scene;
    for (const seed of [1, 2, 3, 4]) {
      const [bare, titled] = [scene, lettered].map((each) => finish(paintScene({ ...each, seed }, 100, 150)).data) as [
        Uint8Array,
        Uint8Array,
      ];
      const isLantern = (i: number): boolean => (bare[i] as number) > 215 && (bare[i + 1] as number) > 90;
      let letters = 0;
      let onLanterns = 0;
      for (let i = 0; i < bare.length; i += 3) {
        if (Math.abs((bare[i + 1] as number) - (titled[i + 1] as number)) < 60) continue;
        letters++;
        if (isLantern(i)) onLanterns++;
      }
      expect(letters, `seed ${seed}`).toBeGreaterThan(300);
      expect(onLanterns / letters, `seed ${seed}`).toBeLessThan(0.02);
    }
  });

  it("prints blue on white for porcelain", () => {
    for (const prompt of ["青花瓷纹样", "青花瓷背景图", "seamless blue and white porcelain pattern"]) {
      expect(read(prompt), prompt).toMatchObject({ setting: "pattern", pattern: "porcelain" });
      const print = paint(prompt);
      expect(shareWhere(print, isBlue), prompt).toBeGreaterThan(0.15);
      expect(
        shareWhere(print, (r, g, b) => Math.min(r, g, b) > 200),
        prompt,
      ).toBeGreaterThan(0.3);
      expect(
        shareWhere(print, (r, _g, b) => r > b + 6),
        prompt,
      ).toBe(0);
    }
    expect(read("a blue and white porcelain vase on a table").setting).toBe("table");
  });

  it("hangs no moon in a sky that is asked for its stars", () => {
    expect(hasMoon(read("starry night over a lone tree"))).toBe(false);
    expect(hasMoon(read("moon and stars over a lake"))).toBe(true);
    expect(hasMoon(read("a meadow at night"))).toBe(true);
    const isMilky: ColourTest = (r, g, b) => Math.min(r, g, b) > 34;
    const starry = paint("starry night over snowy mountains");
    expect(shareWhere(starry, isMilky, [0, 0, width, 40])).toBeGreaterThan(0.06);
  });

  it("colours the sand as it was said", () => {
    expect(shareWhere(paint("a purple desert"), isViolet, lower)).toBeGreaterThan(0.8);
    expect(shareWhere(paint("a desert"), isViolet, lower)).toBe(0);
  });

  it("puts no red flowers on hills nobody asked to bloom", () => {
    const isRed: ColourTest = (r, g, b) => r > 120 && r > g * 1.6 && r > b * 1.6;
    for (const seed of [1, 2, 3, 4]) expect(shareWhere(paint("rolling green hills", seed), isRed, lower)).toBe(0);
  });
});

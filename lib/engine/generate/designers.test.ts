import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { type ColourTest, shareWhere } from "#lib/testing/share-where.ts";
import { findPlace } from "./find-place.ts";
import { paintScene } from "./paint-scene.ts";
import type { Scene } from "./scene.ts";
import { setLetters } from "./set-letters.ts";
import { moonOn } from "./skies/sky.ts";
import { readScene } from "./words/read-scene.ts";

const [width, height] = [144, 96];
const read = (prompt: string, seed = 2) => readScene(prompt, seed).scene;
const paint = (prompt: string, seed = 2): Raster => finish(paintScene(read(prompt, seed), width, height));

const shareOf = (picture: Raster, isIt: ColourTest, [from, to]: readonly [number, number] = [0, height]) =>
  shareWhere(picture, isIt, [0, from, width, to]);

describe("what designers ask for", () => {
  it.each([0, 1, 2, 3])("keeps a title off the moon it is about, whichever way it is laid out (%i)", async (seed) => {
    const bare = read('poster with the title "MOONRISE" over a desert at night with a full moon', seed);
    const { scene } = await setLetters(bare, typesetter);
    const [plain, titled] = [bare, scene].map((each) => finish(paintScene(each, width * 3, height * 3))) as [Raster, Raster];
    const { x, y, radius } = moonOn(bare, findPlace(bare, width * 3, height * 3).camera, width * 3, height * 3);
    let written = 0;
    for (let v = -radius; v < radius; v++)
      for (let u = -radius; u < radius; u++) {
        const at = (Math.round(y + v) * width * 3 + Math.round(x + u)) * 3;
        if (u * u + v * v < radius * radius && Math.abs((plain.data[at] as number) - (titled.data[at] as number)) > 12) written++;
      }
    expect(written).toBe(0);
    expect(plain.data.some((value, i) => Math.abs(value - (titled.data[i] as number)) > 100)).toBe(true);
  });

  it.each([0, 1, 2, 3, 4, 5])("keeps a title off the lighthouse (%i)", async (seed) => {
    const { scene } = await setLetters(read('poster "ALONE", a lighthouse in the sea, storm', seed), typesetter);
    const paintAt = (each: Scene): Raster => finish(paintScene(each, width * 2, height * 2));
    const { lettering: _, ...bare } = scene;
    const [titled, plain, empty] = [paintAt(scene), paintAt(bare), paintAt({ ...bare, things: [] })];
    const isApart = (a: Raster, b: Raster, i: number, by: number): boolean => Math.abs((a.data[i] as number) - (b.data[i] as number)) > by;
    let covered = 0;
    for (let i = 0; i < plain.data.length; i += 3) if (isApart(plain, empty, i, 40) && isApart(titled, plain, i, 90)) covered++;
    expect(covered).toBeLessThan(12);
  });

  it("walks under the trees of an avenue in autumn, and prints lemons alone where no other fruit was named", () => {
    expect(read("深秋银杏大道，满地落叶").setting).toBe("forest");
    expect(read("autumn avenue of maple trees").setting).toBe("forest");
    const isOrange: ColourTest = (r, g, b) => r > 215 && g < 165 && b < 90;
    expect(shareOf(paint("seamless pattern of lemons"), isOrange)).toBe(0);
    expect(shareOf(paint("seamless pattern of lemons and oranges"), isOrange)).toBeGreaterThan(0.01);
  });

  it("keeps the hills behind a field of wheat green, and the peaks over a sea of clouds of rock", () => {
    const isGreen: ColourTest = (r, g, b) => g > r && g > b;
    expect(shareOf(paint("a wheat field in summer, noon"), isGreen, [40, 62])).toBeGreaterThan(0.2);
    const isPale: ColourTest = (r, g, b) => Math.min(r, g, b) > 175;
    expect(shareOf(paint("雪山云海，晴天"), isPale, [30, 52])).toBeLessThan(0.7);
  });

  it.each(["left", "right"] as const)("leaves the %s of space free where room was asked for there", (side) => {
    const scene = read(`a huge orange planet in space, copy space on the ${side}`, 3);
    const [full, empty] = [scene, { ...scene, things: [] }].map((each) => finish(paintScene(each, width, height)).data) as [
      Uint8Array,
      Uint8Array,
    ];
    const changed = [0, 0];
    for (let i = 0; i < full.length; i += 3) {
      const half = (i / 3) % width < width / 2 ? 0 : 1;
      if (Math.abs((full[i] as number) - (empty[i] as number)) > 30) changed[half] = (changed[half] as number) + 1;
    }
    const [free, held] = (side === "left" ? changed : changed.toReversed()) as [number, number];
    expect(held).toBeGreaterThan(1000);
    expect(free).toBeLessThan(0.2 * held);
  });

  it("letters a mark in the colour said of the letters, on the ground said of the ground, in either order", () => {
    const cornerOf = (prompt: string): number => paint(prompt).data[1] as number;
    const isDarkGreen = (green: number): boolean => green > 50 && green < 90;
    expect(isDarkGreen(cornerOf("字母标志“青禾”，墨绿色底金色字"))).toBe(true);
    expect(isDarkGreen(cornerOf('logo "QH", gold letters on a hunter green background'))).toBe(true);
  });

  it("pales a gradient of mist, and plants lavender on lavender hills", () => {
    const strength = (prompt: string): number => {
      const { data } = paint(prompt);
      let sum = 0;
      for (let i = 0; i < data.length; i += 3) sum += Math.max(...data.subarray(i, i + 3)) - Math.min(...data.subarray(i, i + 3));
      return sum;
    };
    expect(strength("雾蓝到奶白渐变")).toBeLessThan(0.7 * strength("蓝色到奶白渐变"));
    expect(read("lavender hills at dawn").colours.flower).toEqual(read("lavender fields").colours.flower);
  });

  it("puts rings round a ringed planet", () => {
    expect(read("a ringed planet in space").traits).toContain("rings");
  });

  it("paints a huge moon huge", () => {
    const radiusOf = (prompt: string): number => moonOn(read(prompt), findPlace(read(prompt), width, height).camera, width, height).radius;
    expect(radiusOf("a hill under a huge moon")).toBeGreaterThan(2 * radiusOf("a hill under a moon"));
    expect(radiusOf("沙漠，巨大的月亮")).toBe(radiusOf("desert, giant moon"));
  });

  it("lays gold into black stone where black is said of the ground", () => {
    const isBlack: ColourTest = (r, g, b) => Math.max(r, g, b) < 80;
    for (const prompt of ["金色大理石纹理，黑色底", "gold marble on a black background"])
      expect(shareOf(paint(prompt), isBlack), prompt).toBeGreaterThan(0.7);
  });

  it("glazes a white porcelain vase white, in Chinese as in English", () => {
    expect(read("一只白瓷瓶和两颗柠檬").colours.vase).toEqual(read("a white porcelain vase and two lemons").colours.vase);
    expect(read("蓝色玻璃花瓶").colours.vase).toBeDefined();
  });

  it("mixes a neon gradient from strong colours on every seed", () => {
    const isStrong: ColourTest = (r, g, b) => Math.max(r, g, b) - Math.min(r, g, b) > 70;
    for (const seed of [1, 2, 3, 4, 5]) expect(shareOf(paint("neon gradient", seed), isStrong), String(seed)).toBeGreaterThan(0.6);
  });

  it("puts up a wall of boards behind what stands there, and leaves the podium its stone", () => {
    const scene = read("a grey stone podium against a dark wood wall");
    expect(scene.hasBoards).toBe(true);
    expect(scene.tableTop).toBe("plain");
    const isBrown: ColourTest = (r, g, b) => r > g * 1.2 && g > b * 1.15;
    const [boards, none] = [paint("stone podium, wooden wall"), paint("stone podium, grey wall")];
    expect(shareOf(boards, isBrown, [0, 25])).toBeGreaterThan(0.8);
    expect(shareOf(none, isBrown, [0, 25])).toBeLessThan(0.2);
    expect(read("a cup on a wooden table").hasBoards).toBeUndefined();
  });

  it("throws the shadow of leaves on the paper behind a product", () => {
    const [cast, bare] = [paint("护肤品展示台，浅绿色背景，叶影"), paint("护肤品展示台，浅绿色背景")];
    const unrest = ({ data }: Raster): number => {
      let sum = 0;
      for (let i = 0; i < width * 30 * 3; i += 3) sum += Math.abs((data[i] as number) - (data[i + 3] as number)) > 8 ? 1 : 0;
      return sum;
    };
    expect(unrest(cast)).toBeGreaterThan(80 + unrest(bare));
  });

  it("says nothing is missing of what it knows", () => {
    for (const prompt of [
      "电影海报，暴风雨中的灯塔",
      "极简静物，一只白瓷瓶和两颗柠檬，午后阳光",
      "a street with warm lamps",
      "dramatic side light on a podium",
    ])
      expect(readScene(prompt, 1).missing, prompt).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { findPlace } from "./find-place.ts";
import { paintScene } from "./paint-scene.ts";
import { readScene } from "./read-scene.ts";
import { setLetters } from "./set-letters.ts";
import { moonOn } from "./sky.ts";

const [width, height] = [144, 96];
const read = (prompt: string, seed = 2) => readScene(prompt, seed).scene;
const paint = (prompt: string, seed = 2): Raster => finish(paintScene(read(prompt, seed), width, height));

type Test = (r: number, g: number, b: number) => boolean;

function shareOf({ data }: Raster, isIt: Test, [fromRow, toRow]: readonly [number, number] = [0, height]): number {
  let count = 0;
  for (let i = fromRow * width * 3; i < toRow * width * 3; i += 3)
    if (isIt(data[i] as number, data[i + 1] as number, data[i + 2] as number)) count++;
  return count / ((toRow - fromRow) * width);
}

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

  it("paints a huge moon huge", () => {
    const radiusOf = (prompt: string): number => moonOn(read(prompt), findPlace(read(prompt), width, height).camera, width, height).radius;
    expect(radiusOf("a hill under a huge moon")).toBeGreaterThan(2 * radiusOf("a hill under a moon"));
    expect(radiusOf("沙漠，巨大的月亮")).toBe(radiusOf("desert, giant moon"));
  });

  it("lays gold into black stone where black is said of the ground", () => {
    const isBlack: Test = (r, g, b) => Math.max(r, g, b) < 80;
    for (const prompt of ["金色大理石纹理，黑色底", "gold marble on a black background"])
      expect(shareOf(paint(prompt), isBlack), prompt).toBeGreaterThan(0.7);
  });

  it("glazes a white porcelain vase white, in Chinese as in English", () => {
    expect(read("一只白瓷瓶和两颗柠檬").colours.vase).toEqual(read("a white porcelain vase and two lemons").colours.vase);
    expect(read("蓝色玻璃花瓶").colours.vase).toBeDefined();
  });

  it("mixes a neon gradient from strong colours on every seed", () => {
    const isStrong: Test = (r, g, b) => Math.max(r, g, b) - Math.min(r, g, b) > 70;
    for (const seed of [1, 2, 3, 4, 5]) expect(shareOf(paint("neon gradient", seed), isStrong), String(seed)).toBeGreaterThan(0.6);
  });

  it("puts up a wall of boards behind what stands there, and leaves the podium its stone", () => {
    const scene = read("a grey stone podium against a dark wood wall");
    expect(scene.hasBoards).toBe(true);
    expect(scene.tableTop).toBe("plain");
    const isBrown: Test = (r, g, b) => r > g * 1.2 && g > b * 1.15;
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

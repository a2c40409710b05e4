import { describe, expect, it } from "vitest";
import { lumaOf } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { findPlace } from "./find-place.ts";
import { paintScene } from "./paint-scene.ts";
import { setLetters } from "./set-letters.ts";
import { readScene } from "./words/read-scene.ts";

const [width, height] = [144, 96];
const paint = (prompt: string, seed = 1): Raster => finish(paintScene(readScene(prompt, seed).scene, width, height));

type Mean = readonly [number, number, number];

function meanOf({ data }: Raster, fromRow = 0, toRow = height, fromColumn = 0, toColumn = width): Mean {
  const sum: [number, number, number] = [0, 0, 0];
  for (let y = fromRow; y < toRow; y++)
    for (let x = fromColumn; x < toColumn; x++) for (let c = 0; c < 3; c++) sum[c as 0] += data[(y * width + x) * 3 + c] as number;
  const count = (toRow - fromRow) * (toColumn - fromColumn);
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

const lumaIn = (raster: Raster, ...box: readonly number[]): number => lumaOf(...meanOf(raster, ...box));
const strengthOf = ([r, g, b]: Mean): number => Math.max(r, g, b) - Math.min(r, g, b);

describe("a background", () => {
  it.each(["rain", "overcast"])("is grey above by day in weather of %s", (weather) => {
    const [clear, closed] = [paint("a meadow under a clear sky"), paint(`a meadow, ${weather}`)];
    expect(strengthOf(meanOf(closed, 0, 24))).toBeLessThan(0.4 * strengthOf(meanOf(clear, 0, 24)));
  });

  it("has form in land that the sun stands behind", () => {
    const { data } = paint("desert at sunset", 3);
    const lumas = Array.from({ length: width * 40 }, (_, i) => (height - 41) * width + i).map((i) =>
      lumaOf(data[i * 3] as number, data[i * 3 + 1] as number, data[i * 3 + 2] as number),
    );
    lumas.sort((a, b) => a - b);
    expect(lumas[Math.floor(lumas.length * 0.5)] as number).toBeGreaterThan(70);
  });

  it("turns the sky to the colour that was said and leaves clouds in it to be seen", () => {
    const purple = meanOf(paint("a lighthouse under a stormy purple sky", 2), 0, 30);
    expect(purple[2]).toBeGreaterThan(purple[1] + 25);
    expect(purple[0]).toBeGreaterThan(purple[1] + 8);
  });

  it.each(["spring", "autumn", "winter", "forest"])("lets a river run through the land, whole from edge to edge: %s", (season) => {
    const scene = readScene(`a river in a valley, ${season}`, 4).scene;
    expect(findPlace(scene, width, height).water).toBeDefined();
    const { data } = finish(paintScene(scene, width, height));
    const black = Array.from({ length: width * height }, (_, i) => i * 3).filter((i) => Math.max(...data.subarray(i, i + 3)) < 6);
    expect(black.length).toBeLessThan(20);
  });

  it("lets water fall in a bright column over darker rock, and mirrors it", () => {
    const raster = paint("waterfall in a forest", 2);
    const columns = Array.from({ length: width }, (_, x) => lumaIn(raster, 42, 54, x, x + 1));
    const brightest = Math.max(...columns);
    const at = columns.indexOf(brightest);
    const usual = [...columns].sort((a, b) => a - b)[Math.floor(width / 2)] as number;
    expect(brightest).toBeGreaterThan(usual + 70);
    expect(lumaIn(raster, 64, 74, at, at + 1)).toBeGreaterThan(lumaIn(raster, 64, 74) + 25);
  });

  it("spreads clouds below the peaks", () => {
    const clouds = paint("mountain peaks above a sea of clouds, noon", 2);
    expect(lumaIn(clouds, 74, 94)).toBeGreaterThan(lumaIn(paint("mountain peaks, noon", 2), 74, 94) + 40);
    expect(strengthOf(meanOf(clouds, 74, 94))).toBeLessThan(40);
  });

  it.each([
    ["bridge", "a suspension bridge", "a lake"],
    ["windmill", "a windmill in a meadow", "a meadow"],
    ["tent", "a tent in a meadow", "a meadow"],
    ["turbine", "wind turbines in a meadow", "a meadow"],
  ] as const)("sets a %s into the land", (name, prompt, bare) => {
    const { scene } = readScene(prompt, 3);
    expect(scene.things).toContain(name);
    const without = finish(paintScene({ ...scene, things: [], many: [] }, width, height));
    const changed = finish(paintScene(scene, width, height)).data.filter((value, i) => Math.abs(value - (without.data[i] as number)) > 14);
    expect(changed.length).toBeGreaterThan(120);
    expect(readScene(bare, 3).scene.setting).toBe(scene.setting);
  });

  it.each([1, 2, 3])("leaves the side free that was asked for, seed %i", (seed) => {
    const { scene } = readScene("a windmill in a meadow, negative space on the left", seed);
    const without = finish(paintScene({ ...scene, things: [] }, width, height));
    const painted = finish(paintScene(scene, width, height));
    const left = Array.from({ length: width * height }, (_, i) => i).filter((i) => i % width < width * 0.4);
    expect(left.filter((i) => Math.abs((painted.data[i * 3] as number) - (without.data[i * 3] as number)) > 10)).toHaveLength(0);
  });

  it("lays out four results of one run each in its own way", async () => {
    const boxes = new Set<string>();
    for (const seed of [11, 12, 13, 14]) {
      const { scene } = await setLetters(readScene('poster "SALE", dark blue letters on a white background', seed).scene, typesetter);
      const { data } = finish(paintScene(scene, width, height));
      const ink = Array.from({ length: width * height }, (_, i) => i).filter((i) => (data[i * 3] as number) < 100);
      expect(ink.length).toBeGreaterThan(100);
      const rows = ink.map((i) => Math.floor(i / width));
      const columns = ink.map((i) => i % width);
      boxes.add([Math.min(...rows), Math.max(...rows), Math.min(...columns), Math.max(...columns)].join());
    }
    expect(boxes.size).toBe(4);
  });

  it("hears the season, the hour and the weather in a flat land, too", () => {
    const summer = meanOf(paint("flat illustration of hills", 5), 60, 96);
    const autumn = meanOf(paint("flat illustration of hills in autumn", 5), 60, 96);
    expect(autumn[0] - autumn[1]).toBeGreaterThan(summer[0] - summer[1] + 40);
    const winter = paint("flat illustration of snowy hills in winter", 5);
    expect(lumaIn(winter, 60, 96)).toBeGreaterThan(lumaOf(...summer) + 40);
    const river = readScene("flat illustration of hills with a river", 5).scene;
    const dry = finish(paintScene({ ...river, traits: ["flat"] }, width, height));
    expect(lumaIn(finish(paintScene(river, width, height)), 80, 96)).toBeGreaterThan(lumaIn(dry, 80, 96) + 2);
  });

  it("prints a pattern on the ground that was named", () => {
    const { data } = paint("seamless pattern of leaves on a cream ground", 2);
    const cream = Array.from({ length: width * height }, (_, i) => i * 3).filter(
      (i) => (data[i] as number) > 215 && (data[i + 1] as number) > 195 && (data[i + 2] as number) > 150,
    );
    expect(cream.length / (width * height)).toBeGreaterThan(0.08);
  });

  it("keeps dark what was asked for dark", () => {
    expect(lumaOf(...meanOf(paint("navy abstract waves", 2)))).toBeLessThan(110);
  });

  it.each([
    "brick wall",
    "concrete wall with window shadows",
    "linen texture",
    "gold foil",
    "iridescent background",
    "watercolor texture",
    "swimming pool",
    "plaster wall with palm shadows",
    "torn kraft paper",
    "alcohol ink, navy and gold",
    "seamless pattern of lemons",
    "荷塘",
    "竹林",
    "麦田",
    "a road through the desert",
    "a podium with petals",
  ])("fills the picture for %s, another way for another seed", (prompt) => {
    const [one, two] = [paint(prompt, 1), paint(prompt, 2)];
    const lumas = Array.from(one.data);
    const mean = lumas.reduce((sum, value) => sum + value, 0) / lumas.length;
    expect(Math.sqrt(lumas.reduce((sum, value) => sum + (value - mean) ** 2, 0) / lumas.length)).toBeGreaterThan(4);
    expect(Buffer.from(one.data).equals(Buffer.from(two.data))).toBe(false);
  });

  it("looks down from the air: land where the sky would be", () => {
    const [above, along] = [readScene("aerial view of a desert", 2).scene, readScene("a desert", 2).scene];
    expect(findPlace(above, width, height).camera.horizon).toBeLessThan(0.5 * findPlace(along, width, height).camera.horizon);
    const [r, , b] = meanOf(finish(paintScene(above, width, height)), 20, 40);
    expect(r).toBeGreaterThan(b + 20);
  });

  it("draws gold on black where these two are named", () => {
    const { data } = paint("black and gold art deco pattern");
    const dark = Array.from({ length: width * height }, (_, i) => i * 3).filter((i) => Math.max(...data.subarray(i, i + 3)) < 70);
    expect(dark.length / (width * height)).toBeGreaterThan(0.4);
  });

  it("hangs boughs in blossom into the sky and leaves the rest of it open", () => {
    const { data } = paint("cherry blossom branches against the sky", 3);
    const pink = Array.from({ length: width * height }, (_, i) => i * 3).filter((i) => (data[i] as number) > (data[i + 2] as number) + 6);
    expect(pink.length / (width * height)).toBeGreaterThan(0.02);
    expect(pink.length / (width * height)).toBeLessThan(0.6);
  });

  it("brushes bamboo in ink as stems on open paper", () => {
    const { scene } = readScene("竹子", 3);
    const { data } = finish(paintScene({ ...scene, isInk: true }, width, height));
    const open = Array.from({ length: width * height }, (_, i) => i * 3).filter((i) => (data[i + 1] as number) > 205);
    expect(open.length / (width * height)).toBeGreaterThan(0.6);
  });

  it("lights the windows of a flat city at night", () => {
    const isLamp = (data: Uint8ClampedArray | Uint8Array, i: number): boolean => (data[i] as number) > 190 && (data[i + 2] as number) < 175;
    const count = (hour: string): number => {
      const { data } = paint(`flat illustration of a city, ${hour}`, 4);
      return Array.from({ length: width * height }, (_, i) => i * 3).filter((i) => isLamp(data, i)).length;
    };
    expect(count("night")).toBeGreaterThan(count("noon") + 40);
  });
});

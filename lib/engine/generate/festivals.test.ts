import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { paintScene } from "./paint-scene.ts";
import type { Scene } from "./scene.ts";
import { readScene } from "./words/read-scene.ts";

const [width, height] = [150, 100];
const paint = (scene: Scene): Raster => finish(paintScene(scene, width, height));
const read = (prompt: string, seed = 2): Scene => readScene(prompt, seed).scene;

type Test = (r: number, g: number, b: number) => boolean;

function countOf({ data }: Raster, isIt: Test, rows: readonly [number, number] = [0, height]): number {
  let count = 0;
  for (let i = rows[0] * width * 3; i < rows[1] * width * 3; i += 3)
    if (isIt(data[i] as number, data[i + 1] as number, data[i + 2] as number)) count++;
  return count;
}

const isGold: Test = (r, g, b) => r > 190 && g > 120 && b < g * 0.85;

describe("festivals and seasons", () => {
  it("hangs as many lanterns on red as were asked for", () => {
    const golds = ["春节", "春节，两只灯笼", "春节，六只灯笼"].map((prompt) => countOf(paint({ ...read(prompt), seed: 5 }), isGold));
    expect(golds[0]).toBe(golds[2]);
    expect(golds[1] as number).toBeLessThan(0.8 * (golds[2] as number));
    expect(countOf(paint(read("春节")), (r, g, b) => r > 90 && r > g * 2.2 && r > b * 2.2)).toBeGreaterThan(0.5 * width * height);
  });

  it("hangs the moon of a festival before a wall of the colour that was said, and in a sky of stars where that was said", () => {
    const isRed: Test = (r, g, b) => r > 2.2 * g && r > 2.2 * b;
    const area = width * height;
    expect(countOf(paint(read("中秋节海报，满月，红色背景")), isRed)).toBeGreaterThan(0.6 * area);
    expect(countOf(paint(read("中秋节海报，满月，星空，红色背景")), isRed)).toBeLessThan(0.5 * area);
  });

  it("lights a town by its fireworks", () => {
    const scene = read("fireworks over a city at night");
    const lit: Test = (r, g, b) => Math.max(r, g, b) > 150;
    const [dark, bright] = [paint({ ...scene, traits: [] }), paint(scene)];
    expect(countOf(bright, lit, [0, 30])).toBeGreaterThan(60 + countOf(dark, lit, [0, 30]));
  });

  it("strings lights on the firs of Christmas, in the snow", () => {
    const scene = read("Christmas card, snowy fir trees");
    expect([scene.setting, scene.hour, scene.weather]).toEqual(["snow", "dusk", ["snowfall"]]);
    expect(countOf(paint(scene), isGold)).toBeGreaterThan(30 + countOf(paint({ ...scene, traits: [] }), isGold));
  });

  it("hangs a moon of autumn larger and warmer than any other, and the sea glitters below it", () => {
    const bright: Test = (r, g, b) => Math.min(r, g) > 150 && r > b;
    const [usual, harvest, none] = ["海上的月亮，夜", "中秋，海上", "the sea at night, no moon"].map((prompt) =>
      paint({ ...read(prompt), seed: 9 }),
    );
    if (usual === undefined || harvest === undefined || none === undefined) throw new Error("Expected three pictures.");
    expect(countOf(harvest, bright, [0, 50])).toBeGreaterThan(3 * countOf(usual, bright, [0, 50]));
    const glitter: Test = (r, g, b) => Math.min(r, g, b) > 90;
    expect(countOf(usual, glitter, [60, 100])).toBeGreaterThan(20 + countOf(none, glitter, [60, 100]));
  });

  it("keeps a path free of trees", () => {
    const isEarth: Test = (r, g, b) => r > 90 && r > g * 1.04 && r > b * 1.15;
    const [path, none] = ["a path through a forest under mountains by day", "a forest under mountains by day"].map((prompt) =>
      paint({ ...read(prompt), seed: 4 }),
    );
    if (path === undefined || none === undefined) throw new Error("Expected two pictures.");
    expect(countOf(path, isEarth, [80, 100])).toBeGreaterThan(150 + countOf(none, isEarth, [80, 100]));
  });

  it("leaves the forms of snow by day to be seen", () => {
    const snow = paint(read("a snowfield at noon"));
    expect(countOf(snow, (r, g, b) => Math.min(r, g, b) > 250, [60, 100])).toBeLessThan(0.2 * width * 40);
  });
});

import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { paintScene } from "../paint-scene.ts";
import { readScene } from "../words/read-scene.ts";
import { isTerraced, terracesOf } from "./terraces.ts";

const sceneOf = (prompt: string) => readScene(prompt, 1).scene;
const [width, height] = [240, 160];
const paint = (prompt: string): Raster => finish(paintScene(sceneOf(prompt), width, height));

/** Mean colour of what lies before one. */
function meanOf({ data }: Raster): readonly [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  const from = Math.floor(height * 0.55) * width;
  for (let at = from; at < width * height; at++) for (const c of [0, 1, 2] as const) sum[c] += data[at * 3 + c] as number;
  return sum.map((each) => each / (width * height - from)) as unknown as readonly [number, number, number];
}

describe("terraces", () => {
  it.each([
    "terraced rice fields in the mist",
    "rice terraces at sunrise",
    "元阳梯田，晨雾",
    "金黄的梯田",
    "茶园，层层茶垄",
    "a tea plantation",
  ])("are what is meant by: %s", (prompt) => {
    expect(isTerraced(sceneOf(prompt))).toBe(true);
  });

  it("are not what a plain, a vineyard or a cup of tea is", () => {
    for (const prompt of ["a wheat field", "稻田", "a vineyard in Tuscany", "a cup of tea on a table", "一杯茶"])
      expect(isTerraced(sceneOf(prompt))).toBe(false);
  });

  it("are level, and end in steep banks", () => {
    const { height: at } = terracesOf(sceneOf("rice terraces"));
    const slopes = Array.from(
      { length: 2000 },
      (_, n) => Math.abs(at(0, 0.4 + n * 0.0005, 3) - at(0, 0.4005 + n * 0.0005, 3)) / 0.0005,
    ).sort((a, b) => a - b);
    expect(slopes[900]).toBeLessThan(0.01);
    expect(slopes[1980]).toBeGreaterThan(0.3);
  });

  it("show the sky where they are flooded, and are yellow when the rice is ripe", () => {
    const [, , flooded] = meanOf(paint("flooded rice terraces, blue sky"));
    const [red, green, ripe] = meanOf(paint("autumn rice terraces, blue sky"));
    expect(flooded).toBeGreaterThan(1.5 * ripe);
    expect(Math.min(red, green)).toBeGreaterThan(1.5 * ripe);
  });
});

import { describe, expect, it } from "vitest";
import { lumaOf } from "#lib/pixels/colour.ts";
import { finish } from "#lib/pixels/work.ts";
import { paintScene } from "../paint-scene.ts";
import { readScene } from "../words/read-scene.ts";

/** How much neighbours from left to right differ in some rows: blades make it, a lawn does not. */
function unrest(prompt: string, from: number, to: number): number {
  const [width, height] = [240, 160];
  const { data } = finish(paintScene(readScene(prompt, 1).scene, width, height));
  const luma = (at: number): number => lumaOf(data[at * 3] as number, data[at * 3 + 1] as number, data[at * 3 + 2] as number);
  let sum = 0;
  for (let y = Math.floor(from * height); y < to * height; y++)
    for (let x = 1; x < width; x++) sum += Math.abs(luma(y * width + x) - luma(y * width + x - 1));
  return sum;
}

describe("tall grass", () => {
  it("stands high before the land, where a pasture's is short", () => {
    expect(unrest("tall grass, summer", 0.66, 0.8)).toBeGreaterThan(1.3 * unrest("grass, summer", 0.66, 0.8));
  });

  it("hides the flowers nobody asked for, and none that were", () => {
    expect(readScene("野草，夏日", 1).scene.traits).toContain("tall grass");
    expect(readScene("tall grass with wildflowers", 1).scene.traits).toEqual(expect.arrayContaining(["tall grass", "wildflowers"]));
  });

  it("is a meadow's, in English and Chinese", () => {
    for (const prompt of ["pampas grass at sunset", "草丛，清晨"]) expect(readScene(prompt, 1).scene.setting).toBe("meadow");
  });
});

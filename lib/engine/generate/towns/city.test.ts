import { describe, expect, it } from "vitest";
import { lumaOf } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { type ColourTest, shareWhere } from "#lib/testing/share-where.ts";
import { paintScene } from "../paint-scene.ts";
import { readScene } from "../words/read-scene.ts";

const [width, height] = [360, 240];
const paint = (prompt: string, seed = 1): Raster => finish(paintScene(readScene(prompt, seed).scene, width, height));
const towers = [0, 110, width, 160] as const;

/** How far the brightest tenth of the walls is from the darkest. */
function spreadOf({ data }: Raster): number {
  const lumas: number[] = [];
  for (let y = towers[1]; y < towers[3]; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      lumas.push(lumaOf(data[at] as number, data[at + 1] as number, data[at + 2] as number));
    }
  lumas.sort((a, b) => a - b);
  return (lumas[Math.floor(lumas.length * 0.9)] as number) - (lumas[Math.floor(lumas.length * 0.1)] as number);
}

describe("a skyline", () => {
  it("by day is of stone and brick besides glass, with its lit walls far brighter than those in shade", () => {
    const isWarm: ColourTest = (r, _g, b) => r > b * 1.1;
    for (const seed of [1, 2, 3]) {
      const day = paint("city skyline, blue sky", seed);
      expect(shareWhere(day, isWarm, towers), String(seed)).toBeGreaterThan(0.1);
      expect(spreadOf(day), String(seed)).toBeGreaterThan(95);
    }
  });

  it("has trees along its quay", () => {
    const isGreen: ColourTest = (r, g, b) => g > r * 1.1 && g > b * 1.1;
    expect(shareWhere(paint("city skyline, blue sky"), isGreen, [0, 158, width, 166])).toBeGreaterThan(0.05);
  });
});

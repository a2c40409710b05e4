import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { paintScene } from "../paint-scene.ts";
import { readScene } from "../words/read-scene.ts";

const [width, height] = [150, 100];
const paint = (prompt: string, seed = 2): Raster => finish(paintScene(readScene(prompt, seed).scene, width, height));

function countOf({ data }: Raster, rows: readonly [number, number], isIt: (r: number, g: number, b: number) => boolean): number {
  let count = 0;
  for (let i = rows[0] * width * 3; i < rows[1] * width * 3; i += 3)
    if (isIt(data[i] as number, data[i + 1] as number, data[i + 2] as number)) count++;
  return count;
}

const isWall = (r: number, g: number, b: number): boolean => Math.min(r, g, b) > 165 && Math.max(r, g, b) - Math.min(r, g, b) < 30;
const isRoof = (r: number, g: number, b: number): boolean => Math.max(r, g, b) < 95 && Math.max(r, g, b) - Math.min(r, g, b) < 26;
const isLeaf = (r: number, g: number, b: number): boolean => g > r * 1.06 && g > b * 1.5;
const isLamp = (r: number, _g: number, b: number): boolean => r > 190 && r > b * 1.6;

describe("a town on the water", () => {
  it("has white walls under dark roofs, willows, and all of it again in the water", () => {
    const town = paint("白墙黑瓦，小桥流水，垂柳，晴朗");
    expect(countOf(town, [20, 62], isWall)).toBeGreaterThan(900);
    expect(countOf(town, [15, 50], isRoof)).toBeGreaterThan(150);
    expect(countOf(town, [25, 62], isLeaf)).toBeGreaterThan(200);
    expect(countOf(town, [66, 96], isWall)).toBeGreaterThan(300);
  });

  it("lights its windows at night", () => {
    const [day, night] = [paint("a canal town at noon"), paint("a canal town at night")];
    expect(countOf(night, [20, 62], isLamp)).toBeGreaterThan(40 + countOf(day, [20, 62], isLamp));
  });
});

import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { type ColourTest, shareWhere } from "#lib/testing/share-where.ts";
import { paintScene } from "../paint-scene.ts";
import { readScene } from "../words/read-scene.ts";

const [width, height] = [150, 100];
const paint = (prompt: string, seed = 2): Raster => finish(paintScene(readScene(prompt, seed).scene, width, height));

const shareOf = (picture: Raster, isIt: ColourTest, [from, to]: readonly [number, number] = [0, height]) =>
  shareWhere(picture, isIt, [0, from, width, to]);

/** How often neighbours are alike, the grain of print aside. */
function evennessOf({ data }: Raster): number {
  let even = 0;
  for (let i = 0; i + 3 < data.length; i++) if (Math.abs((data[i] as number) - (data[i + 3] as number)) < 6) even++;
  return even / data.length;
}

describe("surfaces and manners", () => {
  it("lays a land out flat, with less texture than it has, and the sun in the colour that was said", () => {
    const [flat, full] = [paint("flat illustration of mountains, red sun"), paint("mountains, red sun")];
    expect(1 - evennessOf(flat)).toBeLessThan(0.75 * (1 - evennessOf(full)));
    const isRed: ColourTest = (r, g, b) => r > 170 && g < 70 && b < 70;
    expect(shareOf(flat, isRed)).toBeGreaterThan(0.006);
    expect(shareOf(flat, isRed)).toBeLessThan(0.06);
  });

  it("clouds white marble along its veins", () => {
    const isHalfTone: ColourTest = (r, g, b) => Math.max(r, g, b) < 222 && Math.min(r, g, b) > 120;
    for (const seed of [1, 3, 4]) expect(shareOf(paint("white marble texture", seed), isHalfTone), String(seed)).toBeGreaterThan(0.5);
  });

  it("winds a rose of petals that lie in each other's shade", () => {
    for (const seed of [1, 2, 3]) {
      const { data } = paint("a red rose", seed);
      const reds: number[] = [];
      for (let y = 25; y < 68; y++) for (let x = 54; x < 96; x++) reds.push(data[(y * width + x) * 3] as number);
      reds.sort((a, b) => a - b);
      const [dark, bright] = [0.1, 0.9].map((share) => reds[Math.floor(reds.length * share)] as number) as [number, number];
      expect(bright - dark, String(seed)).toBeGreaterThan(70);
    }
  });

  it("sees a shore from the air: sand and water side by side, foam between, and no sky", () => {
    const shore = paint("aerial top view of a sandy beach and the sea");
    const isSand: ColourTest = (r, g, b) => r > 150 && r > b * 1.25 && g > b;
    const isWater: ColourTest = (r, g, b) => b > r * 1.25 && g > r;
    const isFoam: ColourTest = (r, g, b) => Math.min(r, g, b) > 205;
    for (const isIt of [isSand, isWater]) expect(shareOf(shore, isIt)).toBeGreaterThan(0.15);
    expect(shareOf(shore, isFoam)).toBeGreaterThan(0.01);
  });

  it("strews drops over a leaf where dew was asked for", () => {
    const isGleam: ColourTest = (r, g, b) => Math.min(r, g, b) > 215;
    expect(shareOf(paint("dew drops on a green leaf"), isGleam)).toBeGreaterThan(0.0012 + shareOf(paint("a green leaf"), isGleam));
    expect(shareOf(paint("a green leaf"), (r, g, b) => g > r * 1.2 && g > b * 1.2)).toBeGreaterThan(0.7);
  });

  it("plants a field of one flower in rows of its colour", () => {
    const isViolet: ColourTest = (r, g, b) => b > g * 1.2 && b > 90 && r > g;
    const isGreen: ColourTest = (r, g, b) => g > r * 1.1 && g > b * 1.1;
    const field = paint("a lavender field in summer", 7);
    expect(shareOf(field, isViolet, [60, 100])).toBeGreaterThan(0.25);
    expect(shareOf(field, isGreen, [60, 100])).toBeGreaterThan(0.1);
  });
});

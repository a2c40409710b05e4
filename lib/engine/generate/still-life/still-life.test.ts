import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { paintScene } from "../paint-scene.ts";
import { readScene } from "../words/read-scene.ts";

const [width, height] = [120, 84];
const paint = (prompt: string, seed = 3): Raster => finish(paintScene(readScene(prompt, seed).scene, width, height));

type Rgb = readonly [number, number, number];

function pixels({ data }: Raster, fromRow = 0, toRow = height): readonly Rgb[] {
  return Array.from({ length: (toRow - fromRow) * width }, (_, n): Rgb => {
    const at = (fromRow * width + n) * 3;
    return [data[at] as number, data[at + 1] as number, data[at + 2] as number];
  });
}

/** Runs of columns that hold a colour: things that stand apart. */
function groupsOf(raster: Raster, isIt: (colour: Rgb) => boolean): number {
  const columns = Array.from({ length: width }, (_, x) => pixels(raster).filter((colour, n) => n % width === x && isIt(colour)).length > 2);
  return columns.filter((isHeld, x) => isHeld && !columns[x - 1]).length;
}

const isYellow = ([r, g, b]: Rgb): boolean => r > 120 && g > 85 && b < 70 && g > r * 0.6;

describe("a table", () => {
  it.each([
    ["one lemon on linen, still life", 1],
    ["two lemons on linen, still life", 2],
    ["three lemons on linen, still life", 3],
  ])("bears as many as %s says", (prompt, count) => {
    expect(groupsOf(paint(prompt), isYellow)).toBe(count);
  });

  it("holds the flowers of a vase over it, in their colour", () => {
    const [empty, full] = ["a vase on linen", "a vase of red roses on linen"].map((prompt) => paint(prompt));
    const reds = (raster: Raster | undefined): number =>
      raster === undefined ? 0 : pixels(raster, 0, height / 2).filter(([r, g, b]) => r > 70 && r > g * 1.9 && r > b * 1.5).length;
    expect(reds(full)).toBeGreaterThan(60 + reds(empty));
  });

  it("is lit by the candle that stands on it", () => {
    const candle = pixels(paint("a candle on a wooden table"));
    expect(candle.filter(([r, g, b]) => r > 245 && g > 205 && b < 235 && r > b).length).toBeGreaterThan(4);
  });

  it("fills a cup with coffee that lies even", () => {
    const cup = pixels(paint("one cup of coffee on linen, still life, top view"));
    const isDark = (colour: Rgb | undefined): boolean => colour !== undefined && Math.max(...colour) < 80;
    const dark = cup.filter(isDark).length;
    const rims = cup.filter((colour, n) => isDark(colour) !== isDark(cup[n + 1]) && (n + 1) % width !== 0).length;
    expect(dark).toBeGreaterThan(60);
    // A disc has two rims a row.
    expect(rims).toBeLessThan(2.8 * Math.sqrt(dark));
  });

  it("shows stems through a vase of glass, and the table through a bottle", () => {
    const isStem = ([r, g, b]: Rgb): boolean => g > r * 1.2 && g > b * 1.2;
    const stems = (prompt: string): number => pixels(paint(prompt), 48).filter(isStem).length;
    expect(stems("a red vase with white tulips on a linen tablecloth")).toBeLessThan(10);
    expect(stems("a glass vase with white tulips on a linen tablecloth")).toBeGreaterThan(40);
    const dark = (prompt: string): number => pixels(paint(prompt)).filter((colour) => Math.max(...colour) < 50).length;
    expect(dark("a glass bottle on linen, still life")).toBeLessThan(0.5 * dark("a bottle on linen, still life"));
  });

  it("stays empty where something is to be put on it", () => {
    const strong = (prompt: string): number =>
      pixels(paint(prompt)).filter((colour) => Math.max(...colour) - Math.min(...colour) > 90).length;
    expect(strong("fruit on a marble table")).toBeGreaterThan(150);
    expect(strong("an empty marble table")).toBe(0);
  });

  it("shows the land outside a window over the sill", () => {
    const room = pixels(paint("a windowsill by day"), 8, 40);
    expect(room.filter(([r, g, b]) => g > r * 1.12 && g > b * 1.12).length).toBeGreaterThan(200);
  });

  it("runs up into the wall without a line behind a podium", () => {
    const raster = paint("an empty podium, beige background");
    const column = Array.from({ length: height }, (_, y) => raster.data[(y * width + 3) * 3] as number);
    expect(Math.max(...column.slice(1).map((value, y) => Math.abs(value - (column[y] as number))))).toBeLessThan(14);
  });
});

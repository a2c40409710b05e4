import { describe, expect, it } from "vitest";
import { lumaOf } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { paintScene } from "./paint-scene.ts";
import { readScene } from "./read-scene.ts";

const paint = (prompt: string, seed = 1, width = 72, height = 48): Raster =>
  finish(paintScene(readScene(prompt, seed).scene, width, height));

function spreadOf(raster: Raster): number {
  const data = Array.from(raster.data);
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  return Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length);
}

function meanOf({ data, width, height }: Raster, fromRow = 0, toRow = height): readonly [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (let i = fromRow * width * 3; i < toRow * width * 3; i++) sum[i % 3] = (sum[i % 3] as number) + (data[i] as number);
  const count = (toRow - fromRow) * width;
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

describe("paintScene", () => {
  it.each([
    "a lake with a boat",
    "stormy sea with lightning",
    "beach with palms",
    "a forest in autumn",
    "desert with a car",
    "city at dusk, neon",
    "meadow with wildflowers and a house",
    "snowfall in the mountains",
    "aurora, northern lights",
    "rainbow and clouds",
    "Saturn in space with a rocket",
    "the earth",
    "still life with fruit",
    "a cup, a book and a bottle",
    'birthday cake "Hi"',
    "a sunflower",
    "gradient",
    "marble",
    "crumpled paper",
    "wood texture",
    "bokeh lights",
    'logo "AB"',
    'poster "Hello world"',
    "abstract silk",
    "abstract paper cut layers",
    "abstract spheres",
    "abstract bauhaus",
    "checked pattern",
    "seigaiha pattern",
    "terrazzo pattern",
  ])("fills the picture for %s, the same for the same seed", (prompt) => {
    const one = paint(prompt);
    expect(one).toMatchObject({ width: 72, height: 48, channels: 3 });
    expect(spreadOf(one)).toBeGreaterThan(6);
    expect(Buffer.from(one.data).equals(Buffer.from(paint(prompt).data))).toBe(true);
  });

  it("paints another picture for another seed", () => {
    expect(Buffer.from(paint("a lake", 1).data).equals(Buffer.from(paint("a lake", 2).data))).toBe(false);
  });

  it("mirrors the sky in still water", () => {
    const lake = paint("a lake at sunset", 3, 64, 64);
    const [sky, water] = [meanOf(lake, 0, 20), meanOf(lake, 50, 64)];
    const forest = meanOf(paint("a forest at noon", 3, 64, 64), 50, 64);
    expect(water[0] / water[2]).toBeGreaterThan(1);
    expect(sky[0] / sky[2]).toBeGreaterThan(0.8);
    expect(forest[1]).toBeGreaterThan(forest[2]);
  });

  it("makes night darker than day and fog flatter than clear air", () => {
    expect(lumaOf(...meanOf(paint("mountains at night")))).toBeLessThan(0.5 * lumaOf(...meanOf(paint("mountains by day"))));
    expect(spreadOf(paint("forest in fog"))).toBeLessThan(spreadOf(paint("forest in clear air")));
  });

  it("repeats a pattern without a seam", () => {
    const { data, width, height } = paint("polka dots pattern", 4, 96, 96);
    const step = (a: number, b: number): number => {
      let sum = 0;
      for (let y = 0; y < height; y++)
        for (let c = 0; c < 3; c++) sum += Math.abs((data[(y * width + a) * 3 + c] as number) - (data[(y * width + b) * 3 + c] as number));
      return sum;
    };
    const inner = Math.max(...Array.from({ length: width - 1 }, (_, x) => step(x, x + 1)));
    expect(step(width - 1, 0)).toBeLessThanOrEqual(inner);
  });

  it.each([
    [1, 1],
    [3, 200],
    [200, 3],
  ])("paints %i × %i pixels, too", (width, height) => {
    for (const prompt of ["a lake with a boat", "city at night", "still life", "abstract", 'poster "A"']) {
      expect(paint(prompt, 1, width, height).data).toHaveLength(width * height * 3);
    }
  });
});

import { describe, expect, it } from "vitest";
import { lumaOf } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { paintScene } from "./paint-scene.ts";
import { setLetters } from "./set-letters.ts";
import { readScene } from "./words/read-scene.ts";

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
    "an autumn path in a forest",
    "江南水乡",
    "春节海报，灯笼和烟花",
    "Christmas, snowy fir trees, golden lights",
    "中秋月亮",
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
    "fluffy clouds over green hills",
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
    "hexagon pattern",
    "houndstooth fabric",
    "tropical leaf pattern",
    'logo "NORDLICHT"',
    "poster with a red circle on black",
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
    // Stars take no less than a pixel each, and so too much of a picture that is smaller.
    const lightOf = (prompt: string): number => lumaOf(...meanOf(paint(prompt, 1, 240, 160)));
    expect(lightOf("mountains at night")).toBeLessThan(0.5 * lightOf("mountains by day"));
    expect(spreadOf(paint("a meadow in fog"))).toBeLessThan(spreadOf(paint("a meadow in clear air")));
  });

  it.each(["polka dots pattern", "hexagon pattern", "tropical leaf pattern"])("repeats %s without a seam", (prompt) => {
    const { data, width, height } = paint(prompt, 4, 96, 96);
    const step = (a: number, b: number): number => {
      let sum = 0;
      for (let y = 0; y < height; y++)
        for (let c = 0; c < 3; c++) sum += Math.abs((data[(y * width + a) * 3 + c] as number) - (data[(y * width + b) * 3 + c] as number));
      return sum;
    };
    const inner = Math.max(...Array.from({ length: width - 1 }, (_, x) => step(x, x + 1)));
    expect(step(width - 1, 0)).toBeLessThanOrEqual(inner);
  });

  it("heaps clouds up, bright above and in shade at their flat bases", () => {
    const { data, width, height } = paint("towering cumulus clouds at noon", 5, 160, 110);
    const isCloud = (i: number): boolean => (data[i * 3 + 2] as number) - (data[i * 3] as number) < 36;
    const edges: number[] = [];
    for (let x = 0; x < width; x++) {
      const column = Array.from({ length: Math.floor(height * 0.8) }, (_, y) => y * width + x).filter(isCloud);
      const [top, base] = [column[3], column.at(-4)];
      if (column.length < 16 || top === undefined || base === undefined) continue;
      edges.push((data[top * 3] as number) - (data[base * 3] as number));
    }
    expect(edges.length).toBeGreaterThan(40);
    expect(edges.reduce((sum, value) => sum + value, 0) / edges.length).toBeGreaterThan(4);
  });

  it.each([2, 3, 5])("sails as many boats as were asked for: %i", (count) => {
    const { data, width, height } = paint(`${count} red boats on the sea at noon`, 4, 240, 120);
    const isHull = (x: number): boolean =>
      Array.from({ length: height }, (_, y) => (y * width + x) * 3).some(
        (i) =>
          (data[i] as number) > 80 &&
          (data[i] as number) > 1.8 * (data[i + 1] as number) &&
          (data[i] as number) > 1.5 * (data[i + 2] as number),
      );
    const columns = Array.from({ length: width }, (_, x) => isHull(x));
    expect(columns.filter((isHeld, x) => isHeld && !columns[x - 1] && !columns[x - 2]).length).toBe(count);
  });

  it("draws no line across the sky where a balloon's mouth is", () => {
    const { scene } = readScene("a hot air balloon over green hills", 7);
    const { data, width } = finish(paintScene(scene, 240, 160));
    const plain = finish(paintScene({ ...scene, things: [] }, 240, 160));
    const changed = (y: number): number =>
      Array.from({ length: width }, (_, x) => (y * width + x) * 3).filter((i) => data[i] !== plain.data[i]).length;
    const rows = Array.from({ length: 85 }, (_, y) => changed(y));
    const jumps = rows.slice(1).map((count, y) => count - (rows[y] as number));
    expect(Math.max(...jumps.slice(40))).toBeLessThan(8);
  });

  it("prints a disc on plain ground, and letters in the colour that was said", async () => {
    const poster = paint('a red circle on black, "A"', 2, 120, 90);
    const at = (x: number, y: number): readonly number[] => [...poster.data.subarray((y * 120 + x) * 3, (y * 120 + x) * 3 + 3)];
    expect(Math.max(...at(4, 4))).toBeLessThan(45);
    const [red = 0, green = 0] = at(60, 66);
    expect(red).toBeGreaterThan(green + 100);
    const { scene } = await setLetters(readScene('"SALE" big yellow letters on a blue background', 2).scene, typesetter);
    const sale = finish(paintScene(scene, 120, 90));
    const isYellow = (i: number): boolean => (sale.data[i] as number) > 170 && (sale.data[i + 2] as number) < 120;
    expect(Array.from({ length: 120 * 90 }, (_, i) => i * 3).filter(isYellow).length).toBeGreaterThan(300);
    expect(sale.data[2] as number).toBeGreaterThan((sale.data[0] as number) + 60);
  });

  it("lays stripes as broad as the ground between them", () => {
    const striped = paint("striped pattern, coral and navy", 1, 120, 60);
    const isInk = (i: number): boolean => Math.min(...striped.data.subarray(i, i + 3)) < 150;
    const share = Array.from({ length: 120 * 60 }, (_, i) => i * 3).filter(isInk).length / (120 * 60);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.65);
  });

  it("paints an ink landscape that is grey on paper, leaves most of it open and is signed in red", () => {
    const { scene } = readScene("山水", 3);
    const { data } = finish(paintScene({ ...scene, isInk: true }, 180, 120));
    let [open, dark, red] = [0, 0, 0];
    for (let i = 0; i < data.length; i += 3) {
      const [r, g, b] = [data[i] as number, data[i + 1] as number, data[i + 2] as number];
      if (r - Math.max(g, b) > 60) red++;
      else if (lumaOf(r, g, b) > 195) open++;
      else if (lumaOf(r, g, b) < 120) dark++;
    }
    expect(open / (180 * 120)).toBeGreaterThan(0.4);
    expect(dark).toBeGreaterThan(150);
    expect(red).toBeGreaterThan(8);
    expect(red).toBeLessThan(80);
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

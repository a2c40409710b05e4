import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { findPlace } from "./find-place.ts";
import { paintScene } from "./paint-scene.ts";
import { readScene } from "./words/read-scene.ts";

const [width, height] = [240, 160];
const paint = (prompt: string, seed = 1): Raster => finish(paintScene(readScene(prompt, seed).scene, width, height));
const at = ({ data }: Raster, x: number, y: number): readonly [number, number, number] => {
  const from = (y * width + x) * 3;
  return [data[from] as number, data[from + 1] as number, data[from + 2] as number];
};
const shareOf = (raster: Raster, is: (r: number, g: number, b: number) => boolean): number => {
  let count = 0;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (is(...at(raster, x, y))) count++;
  return count / (width * height);
};
const isDark = (r: number, g: number, b: number): boolean => r + g + b < 240;

describe("colours that were named together", () => {
  it.each(["art deco pattern in gold and black", "art deco pattern in black and gold"])("are gold on black: %s", (prompt) => {
    expect(shareOf(paint(prompt), isDark)).toBeGreaterThan(0.5);
  });

  it.each([1, 2, 3, 4, 5, 6])("leave a monogram's ground to what was said to lie behind, with seed %d", (seed) => {
    for (const prompt of ['monogram logo "AK" in gold on deep green', 'monogram logo "AK", black and gold']) {
      const raster = paint(prompt, seed);
      // No plate of gold is in the middle of it.
      expect(shareOf(raster, (r, g, b) => r > 150 && g > 110 && b < 110)).toBeLessThan(0.2);
    }
  });

  it("are greyed where Morandi's were asked for", () => {
    const vivid = (r: number, g: number, b: number): boolean => Math.max(r, g, b) - Math.min(r, g, b) > 70;
    expect(shareOf(paint("莫兰迪色几何抽象海报"), vivid)).toBeLessThan(0.01);
    expect(shareOf(paint("几何抽象海报"), vivid)).toBeGreaterThan(0.1);
  });
});

describe("what was said once more", () => {
  const read = (prompt: string) => readScene(prompt, 1).scene;

  it("is the ground and the ink of a banner in two colours, unless they run into each other", () => {
    expect(read('"GRAND OPENING" banner, red and gold, confetti')).toMatchObject({ ground: [205, 32, 36], textInk: [212, 168, 52] });
    expect(read('"OPEN STUDIO" poster, gradient, orange to pink').ground).toBeUndefined();
  });

  it("is dark stone, leaves of a botanical pattern, and light on a wall", () => {
    const [stone] = read("深色大理石背景，金色纹理").palette;
    expect(Math.max(...(stone ?? [255]))).toBeLessThan(60);
    expect(read("seamless botanical leaf pattern").pattern).toBe("leaves");
    expect(read("botanical flower pattern").pattern).toBe("flowers");
    expect(read("极简产品展台，窗户光影").view).toBeUndefined();
    expect(read("窗户旁的花瓶").view).toBeDefined();
  });
});

describe("frosted glass", () => {
  it.each(["glassmorphism background, dark mode", "毛玻璃卡片背景"])("blurs what lies behind it: %s", (prompt) => {
    const { scene, missing } = readScene(prompt, 1);
    expect([scene.setting, scene.traits.includes("glass")]).toEqual(["gradient", true]);
    expect(missing.join()).not.toMatch(/glass|玻璃/u);
  });

  it("is still what a vase may be of", () => {
    expect(readScene("roses in a glass vase", 1).scene.setting).toBe("table");
  });
});

describe("a vase", () => {
  it.each(["a vase with an olive branch, beige background", "花瓶里的一枝绿叶枝条，米色背景"])(
    "holds the branch that was named: %s",
    (prompt) => {
      const green = (r: number, g: number, b: number): boolean => g > r && g > b + 12;
      expect(shareOf(paint(prompt), green)).toBeGreaterThan(0.005);
      expect(shareOf(paint("a vase, beige background"), green)).toBeLessThan(0.002);
    },
  );

  it("stands before the paper that was asked for, not before a meadow", () => {
    expect(readScene("a bouquet of peonies in a vase, soft pastel background", 1).scene.view).toBeUndefined();
    expect(readScene("a vase on a table, mountains in the background", 1).scene.view).toBe("mountains");
  });
});

describe("water", () => {
  it.each(["underwater, sun rays", "蓝色海洋，水下光线，气泡"])(
    "is looked through from below, brighter towards the light: %s",
    (prompt) => {
      const raster = paint(prompt);
      const row = (y: number, channel: 0 | 1 | 2 = 1): number =>
        Array.from({ length: width }, (_, x) => at(raster, x, y)[channel]).reduce((sum, each) => sum + each, 0) / width;
      expect(row(5)).toBeGreaterThan(1.3 * row(150));
      expect(row(150, 2)).toBeGreaterThan(1.5 * row(150, 0));
    },
  );

  it("ripples about a podium that was said to stand in it, and about no other", () => {
    const steps = (prompt: string): number => {
      const raster = paint(prompt);
      let count = 0;
      for (let y = 135; y < height; y++)
        for (let x = 1; x < width; x++) if (Math.abs(at(raster, x, y)[0] - at(raster, x - 1, y)[0]) > 6) count++;
      return count;
    };
    expect(steps("product podium on water ripples, pale blue")).toBeGreaterThan(4 * steps("product podium, pale blue") + 50);
  });
});

describe("a tree by itself in the snow", () => {
  it("has no peaks and no wood behind it, unless they were named", () => {
    const placeOf = (prompt: string) => findPlace(readScene(prompt, 1).scene, width, height);
    expect(placeOf("a lone red tree in a field of snow")).toMatchObject({ groves: [], lands: [{}] });
    expect(placeOf("a lone red tree in the snow before mountains").lands).toHaveLength(2);
  });
});

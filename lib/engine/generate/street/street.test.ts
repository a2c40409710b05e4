import { describe, expect, it } from "vitest";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { paintScene } from "../paint-scene.ts";
import { readScene } from "../words/read-scene.ts";
import { isStreet } from "../words/setting-of.ts";
import { layStreet } from "./plan.ts";
import { look, newSight } from "./sight.ts";

const [width, height] = [150, 100];
const read = (prompt: string) => readScene(prompt, 2);
const paint = (prompt: string): Raster => finish(paintScene(read(prompt).scene, width, height));

type Box = readonly [left: number, top: number, right: number, bottom: number];

function meanOf({ data }: Raster, [left, top, right, bottom]: Box): readonly [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (data[(y * width + x) * 3 + c] as number);
  const count = (right - left) * (bottom - top);
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

function countOf({ data }: Raster, isIt: (r: number, g: number, b: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < data.length; i += 3) if (isIt(data[i] as number, data[i + 1] as number, data[i + 2] as number)) count++;
  return count;
}

describe("a street", () => {
  it("is seen from within, in English and in Chinese, unless the skyline was asked for", () => {
    for (const prompt of [
      "a cobblestone street at dusk",
      "narrow alley in the old town",
      "老街夜景，红灯笼",
      "霓虹街道，雨夜",
      "city street",
    ])
      expect(isStreet(read(prompt).scene), prompt).toBe(true);
    for (const prompt of ["city skyline at night", "天际线，街道", "flat illustration of a city street", "a village street with cottages"])
      expect(isStreet(read(prompt).scene), prompt).toBe(false);
  });

  it("says nothing of its stones as missing", () => {
    expect(read("a quiet cobblestone street").missing).toEqual([]);
    expect(read("老街夜景，青石板路，红灯笼，雨后反光").missing).toEqual([]);
  });

  it("has walls on both sides, ground below and sky between them", () => {
    const street = layStreet(read("a cobbled street in summer").scene);
    const sight = newSight();
    const meets = (right: number, up: number): string => {
      look(street, right, up, street.eye.y, sight);
      return sight.part === "wall" ? `wall ${sight.side}` : sight.part;
    };
    expect(meets(-1.2, 0.1)).toBe("wall -1");
    expect(meets(1.2, 0.1)).toBe("wall 1");
    expect(meets(0, -0.5)).toBe("ground");
    expect(meets(0, 0.9)).toBe("sky");
  });

  it("hangs roofs over its walls, and what is seen of one from below is darker than the wall", () => {
    const street = layStreet(read("老街").scene);
    const sight = newSight();
    const parts = new Set<string>();
    for (let up = 0; up < 3; up += 0.01) {
      look(street, 1, up, street.eye.y, sight);
      parts.add(sight.part);
    }
    expect([...parts].slice(0, 2)).toEqual(["wall", "eave"]);
  });

  it("shows the lights of its walls in wet stones, and not in dry ones", () => {
    const box: Box = [50, 66, 100, 92];
    const [wet, dry] = [meanOf(paint("霓虹街道夜景，雨后"), box), meanOf(paint("城市街道夜景"), box)];
    const strength = ([r, g, b]: readonly [number, number, number]): number => Math.max(r, g, b) - Math.min(r, g, b);
    expect(strength(wet)).toBeGreaterThan(strength(dry) + 15);
  });

  it("is wet where that was said, and its sky is as grey as its fog", () => {
    expect(layStreet(read("a street with wet pavement").scene).wet).toBeGreaterThan(layStreet(read("a street").scene).wet);
    const strength = (prompt: string): number => {
      const [r, g, b] = meanOf(paint(prompt), [60, 0, 90, 20]);
      return Math.max(r, g, b) - Math.min(r, g, b);
    };
    expect(strength("foggy street at noon")).toBeLessThan(0.75 * strength("street at noon"));
  });

  it("lies under snow where it snows, on its ground and on its eaves", () => {
    const luma = (prompt: string): number => meanOf(paint(prompt), [50, 75, 100, 98])[1];
    expect(luma("old town street at noon, snowfall")).toBeGreaterThan(30 + luma("old town street at noon, overcast"));
    expect(isStreet(read("冬夜小镇街道，雪花").scene)).toBe(true);
    expect(layStreet(read("古镇小巷，灯笼").scene).kind).toBe("chinese");
    expect(layStreet(read("a narrow alley in summer").scene).kind).toBe("old");
    expect(read("江南古镇，小桥流水").scene.setting).toBe("water town");
  });

  it("hangs red lanterns along an old one, and lights it at night", () => {
    const isRed = (r: number, g: number, b: number): boolean => r > 150 && g < r * 0.5 && b < r * 0.45;
    const isLit = (r: number, g: number, b: number): boolean => r > 190 && g > 120 && b < r * 0.8;
    expect(countOf(paint("老街，红灯笼，白天"), isRed)).toBeGreaterThan(40);
    expect(countOf(paint("an old town alley at night"), isLit)).toBeGreaterThan(
      60 + countOf(paint("an old town alley at noon, overcast"), isLit),
    );
  });
});

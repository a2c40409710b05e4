import { describe, expect, it } from "vitest";
import { hex, luma } from "../light/radiance.ts";
import { readScene } from "../words/read-scene.ts";
import { luckyClouds } from "./lucky-clouds.ts";
import type { Grid } from "./motif.ts";

describe("clouds that bring luck", () => {
  it.each(["国潮风祥云图案，红金配色，无缝", "auspicious clouds pattern, gold on navy", "祥云纹样"])("are a pattern's: %s", (prompt) => {
    const { scene, missing } = readScene(prompt, 1);
    expect([scene.setting, scene.pattern]).toEqual(["pattern", "lucky clouds"]);
    expect(missing).toEqual([]);
  });

  it("are no pattern where clouds are the sky's", () => {
    expect(readScene("白云，蓝天", 1).scene.setting).toBe("sky");
    expect(readScene("a sky of chinese lanterns and clouds", 1).scene.setting).not.toBe("pattern");
  });

  it("are drawn in lines on a ground that runs on over the edges of a cell", () => {
    const swatches = ["000000", "801010", "808080", "f0c040", "ffffff"].map((code) => hex(code)) as unknown as Grid["swatches"];
    const grid: Grid = { across: 4, down: 4, size: 200, seed: 1, swatches, isOfOne: false };
    const at = (u: number, v: number): number => {
      const out = { r: 0, g: 0, b: 0 };
      luckyClouds(out, u, v, 1, 1, grid);
      return luma(out);
    };
    for (let t = 0; t <= 1; t += 0.02) for (const edge of [0.002, 0.998]) expect(at(edge, t)).toBeCloseTo(luma(hex("801010")), 5);
    const row = Array.from({ length: 400 }, (_, n) => at(n / 400, 0.5));
    const lines = row.filter((tone, n) => tone > 0.3 && (row[n - 1] ?? 0) <= 0.3).length;
    expect(lines).toBeGreaterThan(8);
  });
});

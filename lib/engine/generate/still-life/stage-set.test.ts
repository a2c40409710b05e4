import { describe, expect, it } from "vitest";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { hex } from "../light/radiance.ts";
import { readScene } from "../words/read-scene.ts";
import { layTable } from "./arrange.ts";
import type { Studio } from "./lighting.ts";
import { arch, steps } from "./stage-set.ts";

/** The table of a prompt, once all of it is laid. */
function lay(prompt: string): Studio {
  const laying = layTable(readScene(prompt, 1).scene, 120, 80);
  let step = laying.next();
  while (!step.done) step = laying.next();
  return step.value;
}

const noise = createNoiseField(1);
const white = hex("ffffff");

describe("an arch", () => {
  const { distance, top } = arch(noise, white);

  it("can be walked through, and is closed on both sides and above", () => {
    expect(distance(0, 1, 0)).toBeGreaterThan(0.5);
    for (const [x, y] of [
      [1.2, 1],
      [-1.2, 1],
      [0, 2.65],
    ] as const)
      expect(distance(x, y, 0)).toBeLessThan(0);
    expect(distance(0, top + 0.05, 0)).toBeGreaterThan(0);
  });
});

describe("steps", () => {
  it("climb to one side", () => {
    const { distance } = steps(noise, white);
    const heightAt = (x: number): number => {
      for (let y = 1.5; y > 0; y -= 0.01) if (distance(x, y, 0) < 0) return y;
      return 0;
    };
    const heights = [-0.6, -0.2, 0.15, 0.5].map(heightAt);
    for (const [n, height] of heights.entries()) if (n > 0) expect(height - (heights[n - 1] ?? 0)).toBeCloseTo(0.26, 1);
  });
});

describe("a product's stage", () => {
  const solidsOf = (prompt: string): number => lay(prompt).solids.length;

  it("has the arch and the steps that were asked for", () => {
    expect(solidsOf("a podium, sage green backdrop")).toBe(3);
    expect(solidsOf("product backdrop with an arch, sage green")).toBe(3);
    expect(solidsOf("product backdrop with an arch and steps")).toBe(4);
  });

  it.each(["粉色拱门产品展示背景", "minimalist background with arches and stairs"])("is set for a background of arches: %s", (prompt) => {
    const { scene, missing } = readScene(prompt, 1);
    expect(scene.setting).toBe("table");
    expect(scene.things).toContain("podium");
    expect(missing).toEqual([]);
  });

  it("leaves the arches and steps of other places alone, and says so", () => {
    for (const prompt of ["stone steps in a forest", "a stone arch by the sea"]) {
      const { scene, missing } = readScene(prompt, 1);
      expect(scene.setting).not.toBe("table");
      expect(missing.some((word) => word === "steps" || word === "arch")).toBe(true);
    }
  });

  it("has the light of a window on its wall, and no window, where light and shadow are all that was said", () => {
    const lit = lay("米色背景，圆形展台，柔和光影");
    expect(lit.behind).toBeUndefined();
    expect(lit.shadow).toBeDefined();
    expect(lay("a podium by the window, morning").behind).toBeDefined();
  });

  it("stands in the colour said of its wall", () => {
    const { wall } = lay("product display with terracotta steps, beige wall");
    expect(wall.r / wall.b).toBeGreaterThan(1.15);
    expect(wall.r / wall.b).toBeLessThan(2);
  });
});

describe("the windows of a city", () => {
  it.each(["city windows at night seen from far away", "城市的窗灯，夜晚，远景"])("are lit, not looked out of: %s", (prompt) => {
    expect(readScene(prompt, 1).scene.setting).toBe("city");
  });
});

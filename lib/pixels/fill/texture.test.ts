import { describe, expect, it } from "vitest";
import { finish } from "../work.ts";
import { describeLevel } from "./level.ts";
import { buildPyramid } from "./pyramid.ts";
import { measureTexture } from "./texture.ts";

/** Left a chequerboard of single pixels, right an even grey; a square hole across the border of both. */
function halves(size: number) {
  const colours = new Uint8ClampedArray(size * size * 3);
  const hole = new Uint8Array(size * size);
  for (let i = 0; i < size * size; i++) {
    const [x, y] = [i % size, Math.floor(i / size)];
    colours.fill(x < size / 2 ? 100 + 40 * ((x + y) % 2) : 120, i * 3, i * 3 + 3);
    hole[i] = Math.max(Math.abs(x - size / 2), Math.abs(y - size / 2)) < size / 8 ? 1 : 0;
  }
  return finish(describeLevel(size, size, colours, hole));
}

describe("the texture of a picture", () => {
  it("is seen at a small size where its pixels no longer show it", () => {
    const levels = finish(buildPyramid(halves(240)));
    expect(levels.length).toBeGreaterThan(2);
    const small = levels[2];
    const { busyness } = finish(measureTexture(levels, 2));
    const at = (x: number, y: number): number => busyness[y * (small?.width ?? 0) + x] ?? 0;
    expect(small?.colours[(10 * (small?.width ?? 0) + 10) * 3]).toBe(120);
    expect(2 ** at(10, 10)).toBeCloseTo(41, 3);
    expect(2 ** at(50, 10)).toBeCloseTo(1, 3);
  });
  it("is expected in a hole as it is around it", () => {
    const levels = [halves(120)];
    const { busyness } = finish(measureTexture(levels, 0));
    const across = [46, 53, 60, 67, 74].map((x) => busyness[60 * 120 + x] ?? 0);
    expect(across).toEqual(across.toSorted((a, b) => b - a));
    expect(across[0]).toBeGreaterThan(4.8);
    expect(across[4]).toBeLessThan(3);
  });
  it("is sparse where a wire crosses calm ground, and not where the ground is busy itself", () => {
    const sparsityOf = (grain: number): number => {
      const size = 90;
      const middle = 45 * size + 45;
      const hole = Uint8Array.from({ length: size * size }, (_, i) =>
        Math.max(Math.abs((i % size) - 45), Math.abs(i / size - 45)) < 12 ? 1 : 0,
      );
      const colours = Uint8ClampedArray.from({ length: size * size * 3 }, (_, i) => {
        const [x, y] = [Math.floor(i / 3) % size, Math.floor(i / 3 / size)];
        return Math.abs(x - 45) <= 1 ? 20 : 150 + grain * ((x + y) % 2);
      });
      return finish(measureTexture([finish(describeLevel(size, size, colours, hole))], 0)).sparsity[middle] ?? 0;
    };
    expect(sparsityOf(0)).toBeGreaterThan(0.9);
    expect(sparsityOf(20)).toBe(0);
  });
});

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
    const texture = finish(measureTexture(levels, 2));
    const at = (x: number, y: number): number => texture[y * (small?.width ?? 0) + x] ?? 0;
    expect(small?.colours[(10 * (small?.width ?? 0) + 10) * 3]).toBe(120);
    expect(2 ** at(10, 10)).toBeCloseTo(41, 3);
    expect(2 ** at(50, 10)).toBeCloseTo(1, 3);
  });
  it("is expected in a hole as it is around it", () => {
    const levels = [halves(120)];
    const texture = finish(measureTexture(levels, 0));
    const across = [46, 53, 60, 67, 74].map((x) => texture[60 * 120 + x] ?? 0);
    expect(across).toEqual(across.toSorted((a, b) => b - a));
    expect(across[0]).toBeGreaterThan(4.8);
    expect(across[4]).toBeLessThan(3);
  });
});

import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "../raster.ts";
import { blendIn, countChanges } from "./blend-in.ts";

const grey = (width: number, height: number, values: readonly number[]): Raster => ({
  width,
  height,
  channels: 1,
  data: Uint8Array.from(values),
});

function flat(width: number, height: number, colour: readonly number[]): Raster {
  const raster = newRaster(width, height, colour.length === 4 ? 4 : 3);
  raster.data.forEach((_, i) => {
    raster.data[i] = colour[i % colour.length] as number;
  });
  return raster;
}

describe("blendIn", () => {
  it("writes where the mask is open and nowhere else, and counts both", () => {
    const before = flat(4, 3, [10, 20, 30]);
    const after = { ...before, data: before.data.slice() };
    const box = { x: 1, y: 1, width: 3, height: 2 };
    const own = { x: 0, y: 0, width: 4, height: 3 };
    const alpha = grey(3, 2, [255, 128, 0, 0, 1, 0]);
    blendIn({ picture: after, box, result: flat(3, 2, [110, 20, 30]), alpha });
    expect([...after.data].filter((_, i) => i % 3 === 0)).toEqual([10, 10, 10, 10, 10, 110, 60, 10, 10, 10, 10, 10]);
    expect(countChanges({ before, after, own, box, alpha })).toEqual({ pixels: 12, changed: 2, outside: { pixels: 9, changed: 0 } });
  });

  it("counts a change outside the mask as what it is", () => {
    const before = flat(2, 2, [1, 2, 3]);
    const after = { ...before, data: before.data.slice() };
    after.data[11] = 4;
    const alpha = grey(1, 1, [0]);
    const box = { x: 0, y: 0, width: 1, height: 1 };
    const own = { x: 0, y: 0, width: 2, height: 2 };
    expect(countChanges({ before, after, own, box, alpha }).outside).toEqual({ pixels: 4, changed: 1 });
    const grown = { x: 1, y: 0, width: 1, height: 2 };
    expect(countChanges({ before, after, own: grown, box, alpha }).changed).toBe(3);
  });

  it("lets no colour of what was clear shine through, and makes it as solid as the mask says", () => {
    const picture = flat(3, 1, [255, 0, 0, 0]);
    blendIn({ picture, box: { x: 0, y: 0, width: 3, height: 1 }, result: flat(3, 1, [0, 0, 200]), alpha: grey(3, 1, [255, 51, 0]) });
    expect([...picture.data]).toEqual([0, 0, 200, 255, 0, 0, 200, 51, 255, 0, 0, 0]);
  });
});

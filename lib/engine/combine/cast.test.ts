import { describe, expect, it } from "vitest";
import { newPlane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { castOnGround, mirrorInWater } from "./cast.ts";

const box = { x: 30, y: 10, width: 40, height: 40 };

function even(red: number, green: number, blue: number): Raster {
  const picture = newRaster(100, 100, 3);
  for (let i = 0; i < 100 * 100; i++) picture.data.set([red, green, blue], i * 3);
  return picture;
}

/** A block above water or ground, all of its box. */
function block() {
  const opacity = newPlane(100, 100);
  for (let y = box.y; y < box.y + box.height; y++) opacity.data.fill(1, y * 100 + box.x, y * 100 + box.x + box.width);
  return opacity;
}

const at = ({ data }: Raster, x: number, y: number): readonly number[] => [...data.subarray((y * 100 + x) * 3, (y * 100 + x) * 3 + 3)];

describe("what a thing casts", () => {
  it("is darkest on the ground where it touches it, and nothing far from it", () => {
    const cast = finish(castOnGround(even(120, 130, 90), block(), box));
    expect(at(cast, 50, 51)[1]).toBeLessThan(90);
    expect(at(cast, 50, 60)[1]).toBeGreaterThan(at(cast, 50, 51)[1] as number);
    expect(at(cast, 10, 90)).toEqual([120, 130, 90]);
  });
  it("is its likeness on water, under it alone and paler the deeper", () => {
    const water = even(30, 60, 90);
    const cast = finish(mirrorInWater(water, even(220, 30, 20), block(), box));
    const [near, deep] = [at(cast, 50, 53)[0] as number, at(cast, 50, 64)[0] as number];
    expect(near).toBeGreaterThan(60);
    expect(deep).toBeGreaterThan(32);
    expect(deep).toBeLessThan(near);
    expect(at(cast, 50, 80)).toEqual([30, 60, 90]);
    expect(at(cast, 20, 55)).toEqual([30, 60, 90]);
  });
});

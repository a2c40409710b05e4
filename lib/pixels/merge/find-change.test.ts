import { expect, it } from "vitest";
import { lumaOf } from "../colour.ts";
import { fractalNoise } from "../noise.ts";
import { newRaster, type Raster } from "../raster.ts";
import { findChange } from "./find-change.ts";
import { inPlace } from "./placement.ts";

const [width, height] = [480, 360];
const seed = 16;

/** A large slanted picture in the picture, of which a corner is left beside it. */
function isPutIn(x: number, y: number): boolean {
  const across = x - 45 - y / 4;
  const down = y - 20 + x / 8;
  return across > 0 && across < 280 && down > 15 && down < 230;
}

/** The place, or any near it along and across, lies in what was put in. */
function isNear(x: number, y: number): boolean {
  return [-16, -8, 0, 8, 16].some((dx) => [-16, -8, 0, 8, 16].some((dy) => isPutIn(x + dx, y + dy)));
}

it("what an edit cuts off from the rest is not taken for changed, although colours were first fitted to the edit as well", () => {
  const picture = newRaster(width, height, 3);
  const result = newRaster(width, height, 3);
  for (let i = 0; i < picture.data.length; i++) {
    const pixel = Math.floor(i / 3);
    const [x, y, c] = [pixel % width, Math.floor(pixel / width), i % 3];
    const petals = fractalNoise(x / 60, y / 60 + (c === 1 ? 0.3 : 0), seed, 4);
    picture.data[i] = ([170, 30, 10][c] as number) + ([80, 120, 30][c] as number) * petals;
    const sky = ([120, 130, 150][c] as number) + 60 * Math.sin(y / 30 + c) * fractalNoise(x / 40, y / 40, seed + 1, 3) + y / 3;
    const drift = 9 * Math.sin((2.2 * x) / width + (1.4 * y) / height + seed + c);
    const shown = isPutIn(x, y) ? sky : (picture.data[i] as number);
    const grain = 3 * (fractalNoise(x * 1.7, y * 1.7, c, 1) - 0.5);
    result.data[i] = shown * ([1.05, 0.93, 1.04][c] as number) + ([-6, 8, 5][c] as number) + drift + grain;
  }
  const { mask } = findChange(picture, result, inPlace);
  let [untouched, taken, missed] = [0, 0, 0];
  for (const [pixel, changed] of mask.entries()) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    if (isPutIn(x, y)) missed += 1 - changed;
    else if (!isNear(x, y)) {
      untouched++;
      taken += changed;
    }
  }
  expect(missed).toBe(0);
  expect(taken / untouched).toBeLessThan(0.01);
});

/** Keeps its light, and of its colours the mean of `side` by `side`, as encoders and models do. */
function withPackedColours(picture: Raster, side: number): Raster {
  const packed = newRaster(width, height, 3);
  const lightAt = (at: number) => lumaOf(picture.data[at] as number, picture.data[at + 1] as number, picture.data[at + 2] as number);
  for (let top = 0; top < height; top += side) {
    for (let left = 0; left < width; left += side) {
      const places = Array.from({ length: side * side }, (_, i) => ((top + Math.floor(i / side)) * width + left + (i % side)) * 3);
      for (const c of [0, 1, 2]) {
        const colour = places.reduce((sum, at) => sum + (picture.data[at + c] as number) - lightAt(at), 0) / places.length;
        for (const at of places) packed.data[at + c] = lightAt(at) + colour;
      }
    }
  }
  return packed;
}

it("colours that were packed coarsely are not taken for changed at the edge of something strongly coloured", () => {
  const picture = newRaster(width, height, 3);
  for (let i = 0; i < picture.data.length; i++) {
    const pixel = Math.floor(i / 3);
    const [x, y, c] = [pixel % width, Math.floor(pixel / width), i % 3];
    const wall = 58 + 30 * fractalNoise(x / 30, y / 30, seed, 4);
    // A red bonnet as bright as the wall behind it.
    picture.data[i] = Math.abs(y - 180 - x / 6) < 40 ? ([190, 12, 16][c] as number) : wall;
  }
  const { mask } = findChange(picture, withPackedColours(picture, 6), inPlace);
  expect(mask.reduce((sum, changed) => sum + changed, 0) / mask.length).toBeLessThan(0.001);
});

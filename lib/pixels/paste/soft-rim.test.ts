import { expect, it } from "vitest";
import { newRaster, type Raster } from "../raster.ts";
import { measureDrift, openRim } from "./soft-rim.ts";

const [width, height] = [40, 24];

function draw(channels: 1 | 3, value: (x: number, y: number, c: number) => number): Raster {
  const raster = newRaster(width, height, channels);
  for (let i = 0; i < raster.data.length; i++) {
    const pixel = Math.floor(i / channels);
    raster.data[i] = value(pixel % width, Math.floor(pixel / width), i % channels);
  }
  return raster;
}

const weave = (x: number, y: number) => ((x + y) % 2 === 0 ? 12 : -12);
const picture = draw(3, (x, y) => 100 + weave(x, y));
/** Fine structure that is not the picture's, and 20 more of red; something else altogether where it comes over wholly. */
const placed = draw(3, (x, y, c) => (x < 10 ? 250 : 100 - weave(x, y) + (c === 0 ? 20 : 0)));
const alpha = draw(1, (x) => (x < 10 ? 255 : x < 20 ? 250 - 25 * (x - 10) : 0));

function readRim(over: Raster, own = picture, channels = 3, isOnEdges = false) {
  const rows = openRim(measureDrift(picture, over, alpha), width, height, isOnEdges);
  const values = Uint8ClampedArray.from(over.data.subarray(0, width * 3));
  const row = Uint8Array.from(own.data.subarray(0, width * channels));
  rows({ y: 0, values, own: row, channels, shares: alpha.data.subarray(0, width), from: 0, to: width });
  return (x: number) => [...values.subarray(x * 3, x * 3 + 3)];
}

it("in the rim the fine structure stays the picture's, and what is slow of the difference comes over", () => {
  const at = readRim(placed);
  for (const x of [12, 15, 19]) expect(at(x)).toEqual([120 + weave(x, 0), 100 + weave(x, 0), 100 + weave(x, 0)]);
});

it("what comes over wholly, or not at all, is left as it is and tells nothing about the rim beside it", () => {
  const at = readRim(placed);
  expect(at(5)).toEqual([250, 250, 250]);
  expect(at(9)).toEqual([250, 250, 250]);
  expect(at(30)).toEqual([120 - weave(30, 0), 100 - weave(30, 0), 100 - weave(30, 0)]);
});

it("next to what comes over wholly the result's own structure fades in", () => {
  const near = readRim(placed)(10)[1] as number;
  expect(Math.abs(near - (100 - weave(10, 0)))).toBeLessThan(Math.abs(near - (100 + weave(10, 0))));
});

it("a rim that lies on edges takes over what shows something else, and keeps fine structure that is less apart", () => {
  const edge = draw(3, (x, y) => (x < 13 ? 250 : 100 + weave(x, y) / 2));
  expect(readRim(edge, picture, 3, true)(12)).toEqual([250, 250, 250]);
  expect(Math.abs((readRim(edge)(12)[0] as number) - 250)).toBeGreaterThan(50);
  const softer = draw(3, (x, y) => 100 + weave(x, y) / 2);
  for (const x of [12, 15, 19])
    expect(readRim(softer, picture, 3, true)(x)).toEqual([100 + weave(x, 0), 100 + weave(x, 0), 100 + weave(x, 0)]);
});

it("where the picture is clear there is no structure to keep", () => {
  const clear: Raster = { width, height, channels: 4, data: new Uint8Array(width * height * 4) };
  const at = readRim(placed, clear, 4);
  expect(at(15)).toEqual([120 - weave(15, 0), 100 - weave(15, 0), 100 - weave(15, 0)]);
});

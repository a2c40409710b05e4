import { expect, it } from "vitest";
import { lumaOf, rgbToHsl, rgbToLab } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { leanAway, leanTowards } from "./lean.ts";

const picture: Raster = { width: 3, height: 1, channels: 3, data: Uint8ClampedArray.from([210, 120, 40, 255, 255, 255, 6, 6, 6]) };

it("turns an orange redder and as strong as it was, with its light, and leaves white and black alone", () => {
  const { data } = finish(leanTowards(picture, [205, 32, 36], 0.8));
  const [red, green, blue] = [...data.subarray(0, 3)] as [number, number, number];
  const [hue, strength] = rgbToHsl(red, green, blue);
  expect(hue).toBeLessThan(rgbToHsl(210, 120, 40)[0] - 6);
  expect(strength).toBeGreaterThan(0.6);
  expect(Math.abs(lumaOf(red, green, blue) - lumaOf(210, 120, 40))).toBeLessThan(14);
  expect(Math.min(...data.subarray(3, 6))).toBeGreaterThan(246);
  expect(Math.max(...data.subarray(6, 9))).toBeLessThan(22);
});

it("makes an azure sky bluer without a turn to violet", () => {
  const sky: Raster = { width: 1, height: 1, channels: 3, data: Uint8ClampedArray.from([96, 150, 214]) };
  const [red, green, blue] = [...finish(leanTowards(sky, [38, 92, 210], 0.8)).data] as [number, number, number];
  const [[hue, strength], [before, own]] = [rgbToHsl(red, green, blue), rgbToHsl(96, 150, 214)];
  expect(Math.abs(hue - before)).toBeLessThan(4);
  expect(strength).toBeGreaterThan(own);
});

it("takes red from a flushed face and leaves it a face: yellow and light stay, and what is green is not touched", () => {
  const face: Raster = { width: 2, height: 1, channels: 3, data: Uint8ClampedArray.from([214, 120, 104, 70, 140, 60]) };
  const { data } = finish(leanAway(face, [205, 32, 36], 1));
  const [before, after] = [rgbToLab(214, 120, 104), rgbToLab(data[0] as number, data[1] as number, data[2] as number)];
  expect(after[1] / before[1]).toBeLessThan(0.65);
  expect(Math.abs(after[2] - before[2])).toBeLessThan(1);
  expect(Math.abs(after[0] - before[0])).toBeLessThan(1);
  expect([...data.subarray(3)]).toEqual([70, 140, 60]);
});

import { expect, it } from "vitest";
import { lumaOf, rgbToHsl } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { leanTowards } from "./lean.ts";

const picture: Raster = { width: 3, height: 1, channels: 3, data: Uint8ClampedArray.from([210, 120, 40, 255, 255, 255, 6, 6, 6]) };

it("turns an orange redder and as strong as it was, with its light, and leaves white and black alone", () => {
  const { data } = leanTowards(picture, [205, 32, 36], 0.8);
  const [red, green, blue] = [...data.subarray(0, 3)] as [number, number, number];
  const [hue, strength] = rgbToHsl(red, green, blue);
  expect(hue).toBeLessThan(rgbToHsl(210, 120, 40)[0] - 6);
  expect(strength).toBeGreaterThan(0.6);
  expect(Math.abs(lumaOf(red, green, blue) - lumaOf(210, 120, 40))).toBeLessThan(14);
  expect(Math.min(...data.subarray(3, 6))).toBeGreaterThan(246);
  expect(Math.max(...data.subarray(6, 9))).toBeLessThan(22);
});

import { expect, it } from "vitest";
import { newRaster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { clearHaze } from "./haze.ts";

it("leaves no pale rim in a cloudy sky beside a dark pole", () => {
  const [width, height] = [320, 240];
  const picture = newRaster(width, height, 3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const cloud = 176 + 14 * Math.sin(y / 9);
    picture.data.set(x >= 158 && x < 163 ? [40, 44, 40] : y > 190 ? [90, 84, 76] : [cloud, cloud + 4, cloud + 12], i * 3);
  }
  const { data } = finish(clearHaze(picture, 1));
  const redAt = (x: number): number => {
    let sum = 0;
    for (let y = 60; y < 140; y++) sum += data[(y * width + x) * 3] as number;
    return sum / 80;
  };
  expect(Math.abs(redAt(152) - redAt(60))).toBeLessThan(8);
  expect(redAt(160)).toBeLessThan(60);
});

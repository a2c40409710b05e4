import { expect, it } from "vitest";
import { blendIn } from "../paste/blend-in.ts";
import { newRaster, type Raster } from "../raster.ts";
import { layIn } from "./lay-in.ts";
import { placeResult } from "./place-result.ts";

const [width, height] = [60, 40];
const placement = { scaleX: 1.02, shiftX: -0.7, scaleY: 0.99, shiftY: 0.4 };

function draw(across: number, down: number, channels: 1 | 3 | 4, value: (x: number, y: number, c: number) => number): Raster {
  const raster = newRaster(across, down, channels);
  for (let i = 0; i < raster.data.length; i++) {
    const pixel = Math.floor(i / channels);
    raster.data[i] = value(pixel % across, Math.floor(pixel / across), i % channels);
  }
  return raster;
}

it.each([3, 4] as const)("what is laid in row by row is what a whole placed result would have given, %i channels", (channels) => {
  const picture = draw(width, height, channels, (x, y, c) => (x * 4 + y * 3 + c * 40) % 256);
  const result = draw(20, 14, 3, (x, y, c) => (x * 12 + y * 9 + c * 70) % 256);
  const alpha = draw(width, height, 1, (x, y) => (y > 10 && y < 30 && y !== 20 ? Math.max(0, 255 - 20 * Math.abs(x - 30)) : 0));
  const wanted = { ...picture, data: picture.data.slice() };
  const placed = placeResult({ result, placement, width, height });
  blendIn({ picture: wanted, box: { x: 0, y: 0, width, height }, result: placed, alpha });
  const before = picture.data.slice();
  layIn({ picture, alpha: { ...alpha, spans: Array.from({ length: height }, () => ({ from: 0, to: width })) }, result, placement });
  expect(picture.data).toEqual(wanted.data);
  expect(picture.data).not.toEqual(before);
});

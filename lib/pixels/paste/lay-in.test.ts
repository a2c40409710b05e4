import { expect, it } from "vitest";
import { openPlaced, placeResult } from "../merge/place-result.ts";
import { newRaster, type Raster } from "../raster.ts";
import { blendIn, countChanges } from "./blend-in.ts";
import { layIn, touchedRows } from "./lay-in.ts";
import { withSpans } from "./sparse-mask.ts";

const [width, height] = [60, 40];
const whole = { x: 0, y: 0, width, height };
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
  blendIn({ picture: wanted, box: whole, result: placed, alpha });
  const before = { ...picture, data: picture.data.slice() };
  const readRow = openPlaced({ result, placement, width, height });
  const counts = layIn({ picture, box: whole, alpha: withSpans(alpha), readRow, rim: null, own: whole });
  expect(picture.data).toEqual(wanted.data);
  expect(picture.data).not.toEqual(before.data);
  expect(counts).toEqual(countChanges({ before, after: wanted, own: whole, box: whole, alpha }));
});

it("in a box on a canvas that grew, all of the new canvas counts as changed, and no row beside the mask is written to", () => {
  const picture = draw(width, height, 3, (x, y, c) => (x * 4 + y * 3 + c * 40) % 256);
  const before = { ...picture, data: picture.data.slice() };
  const box = { x: 20, y: 12, width: 40, height: 28 };
  const own = { x: 0, y: 0, width: 50, height: 34 };
  const place = { result: draw(20, 14, 3, (x, y, c) => (x * 12 + y * 9 + c * 70) % 256), placement, width: box.width, height: box.height };
  const alpha = withSpans(draw(box.width, box.height, 1, (x, y) => (y < 20 ? Math.max(0, 255 - 25 * Math.abs(x - 26)) : 0)));
  const counts = layIn({ picture, box, alpha, readRow: openPlaced(place), rim: null, own });
  expect(counts).toEqual(countChanges({ before, after: picture, own, box, alpha }));
  expect(counts.outside.changed).toBeGreaterThan(0);
  const isTouched = touchedRows(height, box, alpha);
  expect([...isTouched].map((touched, y) => (touched === 1) === (y >= 12 && y < 32)).every(Boolean)).toBe(true);
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * width * 3, (y + 1) * width * 3];
    if (isTouched[y] === 0) expect(picture.data.subarray(from, to)).toEqual(before.data.subarray(from, to));
  }
});

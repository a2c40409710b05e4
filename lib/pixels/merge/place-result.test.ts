import { expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { newRaster, type Raster } from "../raster.ts";
import { openPlaced, type PlaceRequest, placeResult } from "./place-result.ts";
import { inPlace, type Taps, tapsFor } from "./placement.ts";

const random = createRandom(3);
const noisy = (width: number, height: number): Raster => ({
  ...{ width, height, channels: 3 },
  data: Uint8Array.from({ length: width * height * 3 }, () => random() * 256),
});

/** What the loops stand for, a value at a time; all of the result is taken to show something. */
function placeSlowly({ result, placement, width, height }: PlaceRequest): Uint8ClampedArray {
  const through = (scale: number, shift: number, from: number, to: number) =>
    [to, (scale * from) / to, scale * (from / to / 2 - 0.5) + shift, { from: 0, to: from }] as const;
  const across = tapsFor(...through(placement.scaleX, placement.shiftX, result.width, width));
  const down = tapsFor(...through(placement.scaleY, placement.shiftY, result.height, height));
  const values = new Uint8ClampedArray(width * height * 3);
  for (let i = 0; i < values.length; i++) {
    const [x, y, c] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width), i % 3];
    let sum = 0;
    for (const [row, weight] of fourOf(down, y)) {
      let between = 0;
      for (const [column, share] of fourOf(across, x)) between += share * (result.data[(row * result.width + column) * 3 + c] as number);
      sum += weight * ((between + 32) >> 6);
    }
    values[i] = (sum + 131_072) >> 18;
  }
  return values;
}

function fourOf({ at, weights }: Taps, place: number): readonly (readonly [number, number])[] {
  const whole = Array.from(weights.subarray(place * 4, place * 4 + 4), (weight) => Math.round(weight * 4096));
  const largest = (whole[1] as number) >= (whole[2] as number) ? 1 : 2;
  whole[largest] = (whole[largest] as number) + 4096 - whole.reduce((sum, one) => sum + one, 0);
  return whole.map((weight, tap) => [at[place * 4 + tap] as number, weight]);
}

it.each([
  [5, 4, 17, 13],
  [31, 24, 150, 99],
  [40, 30, 40, 30],
  [64, 9, 65, 40],
])("places %d×%d pixels on %d×%d, each value read through size and placement together", (width, height, wide, high) => {
  for (const placement of [inPlace, { scaleX: 1, shiftX: -0.2, scaleY: 1, shiftY: 0.2 }]) {
    const request = { result: noisy(width, height), placement, width: wide, height: high };
    expect(Buffer.from(placeResult(request).data)).toEqual(Buffer.from(placeSlowly(request)));
  }
});

it("reads any part of any row, in any order", () => {
  const placement = { scaleX: 0.98, shiftX: 0.7, scaleY: 1.03, shiftY: -0.9 };
  const request = { result: noisy(50, 40), placement, width: 203, height: 117 };
  const whole = placeResult(request).data;
  const readRow = openPlaced(request);
  for (let n = 0; n < 200; n++) {
    const y = Math.floor(random() * 117);
    const from = Math.floor(random() * 203);
    const to = from + Math.floor(random() * (204 - from));
    const row = newRaster(203, 1, 3).data as Uint8ClampedArray;
    readRow(y, row, from, to);
    const wanted = newRaster(203, 1, 3).data;
    wanted.set(whole.subarray((y * 203 + from) * 3, (y * 203 + to) * 3), from * 3);
    expect(Buffer.from(row)).toEqual(Buffer.from(wanted));
  }
});

it("reads inside the result where all of it lies beside the picture", () => {
  const result = { ...newRaster(20, 10, 3), data: new Uint8ClampedArray(600).fill(77) };
  for (const [shiftX, shiftY] of [
    [0, 15],
    [0, -15],
    [50, 0],
  ] as const) {
    const placed = placeResult({ result, placement: { scaleX: 1, shiftX, scaleY: 1, shiftY }, width: 40, height: 20 });
    expect(new Set(placed.data)).toEqual(new Set([77]));
  }
});

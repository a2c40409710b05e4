import { expect, it } from "vitest";
import { isSameRaster } from "./difference.ts";
import { enlarge } from "./enlarge.ts";
import { newRaster } from "./raster.ts";

function ramp(width: number, height: number, across: number, down: number) {
  const raster = newRaster(width, height, 3);
  for (let i = 0; i < raster.data.length; i++) {
    const pixel = Math.floor(i / 3);
    raster.data[i] = 20 + ((pixel % width) + 0.5) * across + (Math.floor(pixel / width) + 0.5) * down;
  }
  return raster;
}

it("keeps every place where it was: a ramp stays the same ramp", () => {
  const large = enlarge(ramp(12, 10, 12, 6), 48, 40);
  const wanted = ramp(48, 40, 3, 1.5);
  for (let y = 8; y < 32; y++) {
    for (let x = 8; x < 40; x++) {
      const at = (y * 48 + x) * 3;
      expect(Math.abs((large.data[at] as number) - (wanted.data[at] as number))).toBeLessThanOrEqual(1);
    }
  }
});

it("leaves what has the size already as it is, and spreads a single pixel evenly", () => {
  const source = ramp(7, 5, 9, 4);
  expect(isSameRaster(enlarge(source, 7, 5), source)).toBe(true);
  expect(new Set(enlarge({ width: 1, height: 1, channels: 3, data: Uint8Array.of(9, 9, 9) }, 5, 4).data)).toEqual(new Set([9]));
});

import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "../raster.ts";
import { colourShift, mix } from "./mix.ts";

function painted(width: number, height: number, channels: Raster["channels"], value: (x: number, y: number) => readonly number[]): Raster {
  const raster = newRaster(width, height, channels);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) raster.data.set(value(x, y), (y * width + x) * channels);
  return raster;
}

const original = painted(6, 2, 3, (x) => [x * 10, 100, 200]);
const result = painted(6, 2, 4, (x) => (x === 5 ? [0, 0, 0, 0] : [255, 0, 0, 255]));

describe("mixing a result with its original", () => {
  it("changes not one value where nothing comes over, and takes the result where all of it does", () => {
    const alpha = painted(6, 2, 1, (x) => [x < 2 ? 0 : 255]);
    const mixed = mix({ original, result, alpha, shift: null });
    expect([...mixed.data.slice(0, 6)]).toEqual([...original.data.slice(0, 6)]);
    expect([...mixed.data.slice(6, 9)]).toEqual([255, 0, 0]);
  });

  it("brings nothing over where there is no result, and says so in the mask", () => {
    const alpha = painted(6, 2, 1, () => [255]);
    const mixed = mix({ original, result, alpha, shift: null });
    expect([...mixed.data.slice(15, 18)]).toEqual([50, 100, 200]);
    expect([alpha.data[4], alpha.data[5]]).toEqual([255, 0]);
  });

  it("mixes in part", () => {
    const mixed = mix({ original, result, alpha: painted(6, 2, 1, () => [51]), shift: null });
    expect([...mixed.data.slice(0, 3)]).toEqual([51, 80, 160]);
  });
});

describe("the colour shift", () => {
  const [width, height] = [160, 128];
  const grain = (x: number, y: number) => ((x * 7 + y * 13) % 17) - 8;
  const isPainted = (x: number, y: number) => x > 60 && x < 100 && y > 40 && y < 90;
  const below = painted(width, height, 3, (x, y) => [120 + grain(x, y), 110 + grain(y, x), 90 + grain(x, y)]);
  const bent = painted(width, height, 4, (x, y) => [130 + grain(x, y), 104 + grain(y, x), 90 + grain(x, y), 255]);
  const alpha = painted(width, height, 1, (x, y) => [isPainted(x, y) ? 255 : 0]);

  it("brings a tinted result back to the colours around it, in the measure asked for", () => {
    const redAt = (strength: number) => {
      const shift = colourShift({ original: below, result: bent, alpha }, strength);
      const mixed = mix({ original: below, result: bent, alpha: { ...alpha, data: alpha.data.slice() }, shift });
      return (mixed.data[(64 * width + 80) * 3] as number) - (below.data[(64 * width + 80) * 3] as number);
    };
    expect(redAt(0)).toBe(10);
    expect(Math.abs(redAt(1))).toBeLessThanOrEqual(1);
    expect(Math.abs(redAt(0.5) - 5)).toBeLessThanOrEqual(1);
  });
});

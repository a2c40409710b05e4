import { describe, expect, it } from "vitest";
import { crop } from "../crop.ts";
import { isSameRaster, meanDeltaE } from "../difference.ts";
import { newRaster, type Raster } from "../raster.ts";
import { matchColours } from "./match-colours.ts";

const width = 320;
const height = 240;

function draw(value: (x: number, y: number, c: number) => number): Raster {
  const raster = newRaster(width, height, 3);
  for (let i = 0; i < raster.data.length; i++) {
    const pixel = Math.floor(i / 3);
    raster.data[i] = value(pixel % width, Math.floor(pixel / width), i % 3);
  }
  return raster;
}

function rectangle(x0: number, y0: number, x1: number, y1: number): Raster {
  const raster = newRaster(width, height, 1);
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) raster.data[y * width + x] = 255;
  return raster;
}

const original = draw((x, y, c) => 120 + 50 * Math.sin(x / (17 + c * 3)) + 40 * Math.cos(y / 23 + c) + ((x * 7 + y * 13) % 11));
const painted = rectangle(110, 80, 200, 160);
const ring = rectangle(86, 56, 224, 184);
/** What an ideal model would have given: something new in the middle, the rest as it was. */
const ideal = draw((x, y, c) => {
  const at = (y * width + x) * 3 + c;
  return painted.data[y * width + x] ? 90 + 60 * Math.sin((x + y) / 9 + c) : (original.data[at] as number);
});
/** A cast that is uneven, a gain, and one channel leaking into another: what the models do. */
const bent = draw((x, y, c) => {
  const at = (y * width + x) * 3;
  const value = ideal.data[at + c] as number;
  const leak = 0.03 * ((ideal.data[at + ((c + 1) % 3)] as number) - 128);
  return 128 + (value - 128) * 0.94 + 6 * Math.cos((Math.PI * x) / width) + ([4, -3, 2][c] as number) + leak;
});

describe("matchColours", () => {
  it("gives a result that came back as it was back to the bit", () => {
    expect(isSameRaster(matchColours({ original, result: original, painted, ring }), original)).toBe(true);
    expect(isSameRaster(matchColours({ original, result: ideal, painted, ring }), ideal)).toBe(true);
  });

  it("takes an uneven cast away, inside the painted area too, where it was never seen", () => {
    const matched = matchColours({ original, result: bent, painted, ring });
    expect(meanDeltaE(bent, ideal)).toBeGreaterThan(3);
    expect(meanDeltaE(matched, ideal)).toBeLessThan(0.8);
  });

  it("follows a curve of tones, and what it cut off at white bends nothing else", () => {
    const curve = draw((x, y, c) => 262 * ((ideal.data[(y * width + x) * 3 + c] as number) / 255) ** 1.09 + 44);
    expect(curve.data.filter((value) => value === 255).length).toBeGreaterThan(1000);
    const matched = matchColours({ original, result: curve, painted, ring });
    const inside = { x: 110, y: 80, width: 90, height: 80 };
    expect(meanDeltaE(crop(curve, inside), crop(ideal, inside))).toBeGreaterThan(6);
    expect(meanDeltaE(crop(matched, inside), crop(ideal, inside))).toBeLessThan(1);
  });

  it("is not misled by what a model has changed outside of what it should", () => {
    const meddled = draw((x, y, c) => (x > 250 && y > 150 ? 30 : (bent.data[(y * width + x) * 3 + c] as number)));
    const matched = matchColours({ original, result: meddled, painted, ring });
    const inside = { x: 110, y: 80, width: 90, height: 80 };
    expect(meanDeltaE(crop(matched, inside), crop(ideal, inside))).toBeLessThan(1.5);
  });

  it("leaves a result alone where nothing was kept to compare with", () => {
    const everything = rectangle(0, 0, width, height);
    expect(matchColours({ original, result: bent, painted: everything, ring: everything })).toBe(bent);
  });
});

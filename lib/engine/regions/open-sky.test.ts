import { describe, expect, it } from "vitest";
import type { Rgb } from "#lib/pixels/colour.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { findPlace } from "./find-place.ts";

const [width, height] = [240, 180];

function draw(colourAt: (x: number, y: number) => Rgb): Raster {
  const picture = newRaster(width, height, 3);
  for (let i = 0; i < width * height; i++) picture.data.set(colourAt(i % width, Math.floor(i / width)), i * 3);
  return picture;
}

/** Blue above, hazy and nearly white towards the horizon. */
const air = (y: number): Rgb => [110 + 0.8 * y, 146 + 0.5 * y, 190 + 0.1 * y].map(Math.round) as unknown as Rgb;

function skyOf(picture: Raster): (x: number, y: number) => number {
  const found = finish(findPlace(picture, { name: "sky", said: "sky" }));
  return (x, y) => found?.mask.data[y * width + x] ?? 0;
}

/** A colour that gives way to another over some rows. */
const faded = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((value, c) => Math.round(value + Math.min(1, Math.max(0, share)) * ((to[c] as number) - value))) as unknown as Rgb;

const sand: Rgb = [204, 172, 122];

describe("telling what stands before an open sky", () => {
  it("leaves out a pyramid of the colour of dusk that haze lets run into the sky at its foot", () => {
    const isStone = (x: number, y: number): boolean => y > 60 + Math.abs(x - 120) * 0.8;
    const at = skyOf(draw((x, y) => (isStone(x, y) ? sand : faded(air(y), sand, (y - 110) / 40))));
    expect(at(20, 40)).toBeGreaterThan(0.9);
    expect(Math.max(at(120, 90), at(120, 130))).toBeLessThan(0.1);
  });
  it("leaves out a blue hill in the haze, whose foot nothing parts from the sky", () => {
    const isHill = (x: number, y: number): boolean => y > 50 + Math.abs(x - 120) * 0.6;
    const hill: Rgb = [84, 104, 132];
    const at = skyOf(draw((x, y) => (isHill(x, y) ? faded(hill, air(y), (y - 90) / 50) : air(y))));
    expect(at(30, 30)).toBeGreaterThan(0.9);
    expect(at(120, 80)).toBeLessThan(0.1);
  });
  it("keeps a white cloud with a hard edge", () => {
    const at = skyOf(draw((x, y) => (Math.hypot(x - 150, (y - 60) * 2) < 44 ? [246, 247, 250] : y > 140 ? [60, 84, 40] : air(0.3 * y))));
    expect(Math.min(at(150, 60), at(40, 40))).toBeGreaterThan(0.9);
  });
  it("takes no sky from under a hill that fades into haze", () => {
    const isHill = (x: number, y: number): boolean => Math.abs(x - 120) < 40 && y > 40;
    const dark: Rgb = [60, 70, 84];
    const at = skyOf(draw((x, y) => (isHill(x, y) && y < 120 ? faded(dark, air(y), (y - 60) / 60) : air(y))));
    expect(at(30, 100)).toBeGreaterThan(0.9);
    expect(Math.max(at(120, 60), at(120, 150))).toBeLessThan(0.1);
  });
});

describe("telling water from what only has its colour", () => {
  it("takes the river, not a dull wing that stands high above it", () => {
    const picture = draw((x, y) => {
      if (y > 140) return [70, 110, 150 + ((x + y) % 3) * 6];
      if (x > 30 && x < 90 && y > 70 && y < 110) return [84, 92, 100];
      return y > 60 ? [150, 104, 70] : air(y);
    });
    const found = finish(findPlace(picture, { name: "water", said: "water" }));
    const at = (x: number, y: number): number => found?.mask.data[y * width + x] as number;
    expect(at(120, 160)).toBeGreaterThan(0.9);
    expect(at(60, 90)).toBeLessThan(0.1);
  });
});

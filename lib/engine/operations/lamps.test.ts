import { expect, it } from "vitest";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { hasLamps } from "./lamps.ts";
import { applyLook } from "./looks.ts";

/** A pale wall by day; dark is what the function says. */
function wall(isDark: (x: number, y: number) => boolean): Raster {
  const picture = newRaster(320, 240, 3);
  for (let i = 0; i < 320 * 240; i++) {
    const shade = isDark(i % 320, Math.floor(i / 320)) ? 52 : 172;
    picture.data.fill(shade, i * 3, i * 3 + 3);
  }
  return picture;
}

const warmth = ({ data }: Raster, x: number, y: number): number =>
  (data[(y * 320 + x) * 3] as number) - (data[(y * 320 + x) * 3 + 2] as number);

it("lights some windows of a house at night, not all, and the wall stays blue", () => {
  const house = wall((x, y) => x % 80 > 24 && x % 80 < 56 && y % 80 > 20 && y % 80 < 60);
  const night = finish(applyLook(house, "night", 1, 1));
  const panes = [0, 1, 2].flatMap((row) => [0, 1, 2, 3].map((column) => warmth(night, 40 + column * 80, 40 + row * 80)));
  const lit = panes.filter((own) => own > 60).length;
  expect(lit).toBeGreaterThan(3);
  expect(lit).toBeLessThan(12);
  expect(panes.filter((own) => own < 0).length).toBeGreaterThan(0);
  expect(warmth(night, 4, 4)).toBeLessThan(0);
});

it("lights nothing where there are no windows: one dark door, or dark hollows of all sizes", () => {
  const door = wall((x, y) => x > 140 && x < 180 && y > 150);
  const hollows = wall((x, y) => Math.sin(x / 9 + Math.sin(y / 13) * 2) + Math.sin(y / 7 + x / 31) > 0.9);
  for (const picture of [door, hollows]) {
    const night = finish(applyLook(picture, "night", 1, 1));
    const warmest = Math.max(...Array.from({ length: 320 * 240 }, (_, i) => warmth(night, i % 320, Math.floor(i / 320))));
    expect(warmest).toBeLessThan(4);
  }
});

it("lets a lamp shine that shone in the dark already", () => {
  const street = newRaster(320, 240, 3);
  for (let i = 0; i < 320 * 240; i++) {
    const isLamp = Math.hypot((i % 320) - 90, Math.floor(i / 320) - 70) < 4;
    street.data.fill(isLamp ? 250 : 40, i * 3, i * 3 + 3);
  }
  const night = finish(applyLook(street, "night", 1, 1));
  expect(warmth(night, 90, 70)).toBeGreaterThan(60);
  expect(warmth(night, 250, 180)).toBeLessThan(0);
});

/** Far towers of many small panes before a pale sky, or the same number of specks at all angles. */
function skyline(isTower: boolean): Raster {
  const picture = newRaster(900, 600, 3);
  for (let y = 0; y < 600; y++) {
    for (let x = 0; x < 900; x++) {
      const isLow = y > 220;
      const isSpeck = isTower ? x % 8 < 4 && y % 10 < 5 : Math.sin(x / 2.1 + Math.sin(y / 5) * 3) + Math.sin(y / 2.3 + x / 7) > 0.7;
      picture.data.fill(isLow ? (isSpeck ? 96 : 150) : 215, (y * 900 + x) * 3, (y * 900 + x) * 3 + 3);
    }
  }
  return picture;
}

it("lights windows of far towers, and nothing on ground as busy that has no upright edges", () => {
  expect(finish(hasLamps(skyline(true)))).toBe(true);
  expect(finish(hasLamps(skyline(false)))).toBe(false);
  const night = finish(applyLook(skyline(true), "night", 1, 1));
  const lit = Array.from({ length: 900 * 600 }, (_, i) => (night.data[i * 3] as number) - (night.data[i * 3 + 2] as number)).filter(
    (own) => own > 40,
  );
  expect(lit.length).toBeGreaterThan(4000);
});

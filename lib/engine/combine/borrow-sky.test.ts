import { expect, it } from "vitest";
import type { Rgb } from "#lib/pixels/colour.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { borrowSky } from "./borrow-sky.ts";

const draw = (sky: Rgb, land: Rgb): Raster => {
  const picture = newRaster(180, 120, 3);
  for (let i = 0; i < 180 * 120; i++) {
    const speck = ((i * 7) % 5) - 2;
    picture.data.set(
      (Math.floor(i / 180) < 60 ? sky : land).map((value) => value + speck),
      i * 3,
    );
  }
  return picture;
};

it("puts the other picture's sky over this one's land", () => {
  const result = finish(borrowSky(draw([90, 150, 220], [40, 90, 40]), draw([230, 130, 60], [20, 20, 24])));
  const at = (x: number, y: number): readonly number[] => [...result.data.subarray((y * 180 + x) * 3, (y * 180 + x) * 3 + 3)];
  const [red = 0, , blue = 255] = at(90, 20);
  expect(red).toBeGreaterThan(blue + 100);
  const [r = 255, g = 0, b = 255] = at(90, 100);
  expect(g).toBeGreaterThan(Math.max(r, b));
});

it("leaves a mast behind that stands in the sky it takes", () => {
  const giver = draw([230, 130, 60], [20, 20, 24]);
  for (let y = 20; y < 60; y++) for (let x = 84; x < 92; x++) giver.data.set([20, 20, 24], (y * 180 + x) * 3);
  const result = finish(borrowSky(draw([90, 150, 220], [40, 90, 40]), giver));
  for (const y of [25, 40, 50]) expect(result.data[(y * 180 + 88) * 3]).toBeGreaterThan(180);
});

import { describe, expect, it } from "vitest";
import { newPlane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { lookCloser } from "./look-closer.ts";

/** A blue figure on green ground before a pale sky, in a picture four times as large as its view. */
function figure(): Raster {
  const picture = newRaster(480, 320, 3);
  for (let i = 0; i < 480 * 320; i++) {
    const [x, y] = [i % 480, Math.floor(i / 480)];
    const own = x >= 220 && x < 260 && y >= 100 && y < 260 ? [40, 60, 150] : y > 220 ? [80, 130, 50] : [210, 214, 222];
    picture.data.set(own, i * 3);
  }
  return picture;
}

describe("looking closer at what was found", () => {
  it("tells by colour whether doubtful rows are of the thing, and follows its outline", () => {
    const rough = newPlane(120, 80);
    for (let y = 25; y < 65; y++)
      for (let x = 50; x < 70; x++) {
        const isBody = x >= 55 && x < 65;
        if (y >= 55) rough.data[y * 120 + x] = 0.6;
        else if (isBody) rough.data[y * 120 + x] = 1;
      }
    const { mask } = finish(lookCloser(figure(), rough));
    const at = (x: number, y: number): number => mask.data[y * 480 + x] as number;
    expect(at(240, 180)).toBeGreaterThan(0.95);
    expect(at(240, 245)).toBeGreaterThan(0.9);
    expect(at(208, 245)).toBeLessThan(0.05);
    expect(at(274, 245)).toBeLessThan(0.05);
    expect(at(20, 20)).toBe(0);
  });
});

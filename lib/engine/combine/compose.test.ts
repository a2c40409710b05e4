import { expect, it } from "vitest";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import type { Arrangement } from "./arrangement.ts";
import { compose } from "./compose.ts";

/** A pattern in greens or in reds. */
function patterned(isRed: boolean): Raster {
  const picture = newRaster(80, 40, 3);
  for (let i = 0; i < 80 * 40; i++) {
    const level = 90 + 60 * (Math.floor(i / 320) % 2);
    picture.data.set(isRed ? [level, 40, 40] : [40, level, 40], i * 3);
  }
  return picture;
}

it("passes over into the other picture all the way, where that is asked for, and else at a narrow seam", () => {
  const beside = { kind: "beside", axis: "across", firstLeads: true } as const;
  const composed = (arrangement: Arrangement): Raster => {
    const done = finish(compose([{ picture: patterned(true) }, { picture: patterned(false) }], arrangement, 80, 40));
    if (done === undefined) throw new Error("Expected a picture");
    return done.picture;
  };
  const narrow = composed(beside);
  const gradual = composed({ ...beside, isGradual: true });
  const rednessAt = ({ data }: Raster, x: number): number => {
    let sum = 0;
    for (let y = 0; y < 40; y++) sum += (data[(y * 80 + x) * 3] as number) - (data[(y * 80 + x) * 3 + 1] as number);
    return sum / 40;
  };
  expect(rednessAt(gradual, 2)).toBeCloseTo(rednessAt(narrow, 2), -1);
  expect(rednessAt(gradual, 28)).toBeLessThan(0.85 * rednessAt(narrow, 28));
  expect(rednessAt(gradual, 28)).toBeGreaterThan(0);
  expect(Math.abs(rednessAt(gradual, 40))).toBeLessThan(0.3 * rednessAt(narrow, 10));
});

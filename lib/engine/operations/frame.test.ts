import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { border, rimsOf } from "./frame.ts";

/** Red at the left rim, blue at the right, grey between. */
function striped(): Raster {
  const picture = newRaster(200, 100, 3);
  for (let i = 0; i < 200 * 100; i++)
    picture.data.set(i % 200 < 10 ? [220, 20, 20] : i % 200 >= 190 ? [20, 20, 220] : [120, 120, 120], i * 3);
  return picture;
}
const at = ({ data, width }: Raster, x: number, y: number): readonly number[] => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];
const white = [250, 250, 250] as const;

describe("frames", () => {
  it("are as wide as was asked, in shares of the shorter side or in pixels", () => {
    expect(rimsOf(striped(), { width: { share: 0.1 } })).toEqual({ top: 10, bottom: 10, beside: 10 });
    expect(rimsOf(striped(), { width: { pixels: 3 } })).toEqual({ top: 3, bottom: 3, beside: 3 });
  });
  it("keep what is at the rim in sight where they are wide, and lie over it where they are thin", () => {
    const wide = finish(border(striped(), { colour: white, width: { share: 0.15 } }));
    expect(at(wide, 5, 50)).toEqual([...white]);
    expect((at(wide, 18, 50)[0] as number) - (at(wide, 18, 50)[2] as number)).toBeGreaterThan(100);
    const thin = finish(border(striped(), { colour: white, width: { pixels: 4 } }));
    expect(at(thin, 4, 50)).toEqual([220, 20, 20]);
  });
  it("have a broad lower rim on the card of an instant picture", () => {
    const { top, bottom } = rimsOf(striped(), { form: "instant" });
    expect(bottom).toBeGreaterThan(3 * top);
  });
  it("round corners, and draw a second line next to the picture", () => {
    const round = finish(border(striped(), { colour: white, form: "round", width: { pixels: 4 } }));
    expect([at(round, 4, 4), at(round, 9, 9)[0]]).toEqual([[...white], 220]);
    const double = finish(border(striped(), { colour: white, inner: [0, 0, 0], width: { pixels: 4 } }));
    expect([at(double, 1, 50)[0], at(double, 3, 50)[0], at(double, 4, 50)[0]]).toEqual([250, 0, 220]);
  });
});

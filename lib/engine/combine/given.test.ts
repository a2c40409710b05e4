import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { readGiven } from "./given.ts";

/** Red, and half of a column shows through. */
function cutOut(share: (x: number) => number): Raster {
  const picture = newRaster(40, 30, 4);
  for (let i = 0; i < 1200; i++) picture.data.set([200, 30, 30, share(i % 40)], i * 4);
  return picture;
}

describe("what was given", () => {
  it("lies on white, and is known to be cut out where something shows through", () => {
    const { picture, cut } = readGiven(cutOut((x) => (x < 20 ? 255 : x === 20 ? 128 : 0)));
    expect(picture.channels).toBe(3);
    expect([...picture.data.slice(25 * 3, 26 * 3)]).toEqual([255, 255, 255]);
    expect(cut?.alpha.data[20]).toBeCloseTo(0.5, 2);
    expect([...(cut?.colours.data.slice(20 * 3, 21 * 3) ?? [])]).toEqual([200, 30, 30]);
  });
  it("is a picture like any where nothing shows through, or all of it, or hardly anything", () => {
    for (const share of [() => 255, () => 0, (x: number) => (x === 0 ? 0 : 255)]) expect(readGiven(cutOut(share)).cut).toBeUndefined();
    const plain = newRaster(4, 4, 3);
    expect(readGiven(plain)).toEqual({ picture: plain });
  });
});

import { describe, expect, it } from "vitest";
import type { Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { finish } from "#lib/pixels/work.ts";
import { samplePicture } from "#lib/testing/sample-picture.ts";
import { lookForWhatStandsOut } from "./stands-out.ts";

/** A figure of the colours of the dark trees it stands before: a head, a coat and legs, told by its form alone. */
function figureBeforeTrees(): Raster {
  const picture = newRaster(320, 320, 3);
  for (let i = 0; i < 320 * 320; i++) {
    const [x, y] = [i % 320, Math.floor(i / 320)];
    const trunk = Math.sin(x / 3.1) > 0.55 ? 16 : 0;
    const isHead = Math.hypot(x - 160, y - 92) < 22;
    const isCoat = Math.abs(x - 160) < 26 + (y - 112) / 7 && y > 112 && y < 226;
    const areLegs = (Math.abs(x - 144) < 11 || Math.abs(x - 178) < 11) && y >= 226 && y < 296;
    const isGround = y > 286;
    if (isHead) picture.data.set([198, 152, 124], i * 3);
    else if (isCoat || areLegs) picture.data.set([38, 42, 58], i * 3);
    else if (isGround) picture.data.set([112, 100, 76], i * 3);
    else picture.data.set([62 + trunk, 72 + trunk, 50 + trunk], i * 3);
  }
  return picture;
}

const shareOver = ({ data }: Plane, value: number): number => data.filter((own) => own > value).length / data.length;

describe("what stands out", () => {
  it("is somebody with head and legs before trees hardly lighter than the coat", () => {
    const view = finish(lookAt(figureBeforeTrees(), 320));
    const { plane, isSeen } = finish(lookForWhatStandsOut(view));
    const at = (x: number, y: number): number => plane.data[y * 320 + x] as number;
    expect(isSeen).toBe(true);
    expect(Math.min(at(160, 92), at(160, 170), at(144, 250))).toBeGreaterThan(0.6);
    expect(Math.max(at(40, 120), at(280, 60), at(60, 300))).toBeLessThan(0.2);
  });

  it("is told by colours where nothing is seen", () => {
    const even = { ...newRaster(160, 120, 3), data: new Uint8ClampedArray(160 * 120 * 3).fill(128) };
    expect(finish(lookForWhatStandsOut(finish(lookAt(even)))).isSeen).toBe(false);
  });

  it("is looked for once in a picture, however often it is asked", async () => {
    const picture = await samplePicture("balloon");
    const first = finish(lookForWhatStandsOut(finish(lookAt(picture))));
    const looks = [...lookForWhatStandsOut(finish(lookAt(picture, 160)))];
    expect(first.isSeen).toBe(true);
    expect(looks).toEqual([]);
    expect(shareOver(first.plane, 0.5)).toBeLessThan(0.4);
  });

  it("comes to the same numbers every time", () => {
    const [one, other] = [0, 1].map(() => finish(lookForWhatStandsOut(finish(lookAt(figureBeforeTrees())))).plane.data);
    expect(one).toEqual(other);
  });
});

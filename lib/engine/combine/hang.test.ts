import { describe, expect, it } from "vitest";
import { newPlane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { findFreePlace } from "./free-place.ts";
import { hangOnWall } from "./hang.ts";

const [width, height] = [180, 140];

/** A grey wall over a brown floor, and what is dark hangs or stands where it is said. */
function room(isTaken: (x: number, y: number) => boolean): Raster {
  const picture = newRaster(width, height, 3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    picture.data.set(isTaken(x, y) ? [40, 30, 30] : y > 110 ? [150, 105, 70] : [190, 190, 186], i * 3);
  }
  return picture;
}

const print = (): Raster => ({ ...newRaster(30, 20, 3), data: new Uint8ClampedArray(1800).map((_, i) => [200, 40, 40][i % 3] as number) });

/** What became red, as a box. */
function redIn({ data }: Raster): { left: number; right: number; top: number; bottom: number; count: number } {
  const red = Array.from({ length: width * height }, (_, i) => i).filter(
    (i) => (data[i * 3] as number) > 1.8 * (data[i * 3 + 1] as number) && (data[i * 3] as number) > 100,
  );
  const [xs, ys] = [red.map((i) => i % width), red.map((i) => Math.floor(i / width))];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys), count: red.length };
}

describe("hanging a picture", () => {
  it("is on the wall, whole, in its own shape, and not over what hangs there", () => {
    const hung = finish(
      hangOnWall(
        room((x, y) => x > 60 && x < 110 && y > 20 && y < 80),
        print(),
        { side: "next" },
      ),
    );
    const { left, right, top, bottom, count } = redIn(hung?.picture as Raster);
    expect(count).toBe((right - left + 1) * (bottom - top + 1));
    expect((right - left + 1) / (bottom - top + 1)).toBeCloseTo(1.5, 0);
    expect(right < 60 || left > 110 || top > 80).toBe(true);
    expect(bottom).toBeLessThan(110);
  });
  it("needs a wall", () => {
    const quilt = newRaster(width, height, 3);
    for (let i = 0; i < width * height; i++) {
      const patch = Math.floor((i % width) / 12) + 17 * Math.floor(i / width / 12);
      quilt.data.set([(patch * 97) % 256, (patch * 57) % 256, (patch * 157) % 256], i * 3);
    }
    expect(finish(hangOnWall(quilt, print(), { side: "next" }))).toBeUndefined();
  });
});

describe("a free place", () => {
  const free = { ...newPlane(40, 40), data: new Float32Array(1600).map((_, i) => (i % 40 < 20 ? 1 : 0)) };
  it("is as large as is wanted, or smaller where it only fits so, near where it is wanted", () => {
    const place = findFreePlace(free, 1, { centre: 0.8, middle: 0.5, width: 0.3 });
    expect(place?.right).toBeLessThan(0.51);
    expect(findFreePlace(free, 1, { centre: 0.25, middle: 0.5, width: 0.3 })?.left).toBeCloseTo(0.1, 1);
    expect(findFreePlace(newPlane(40, 40), 1, { centre: 0.5, width: 0.3 })).toBeUndefined();
  });
});

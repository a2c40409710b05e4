import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { bestStart, frameSubject } from "./framing.ts";

describe("where a cut begins", () => {
  const worth = (...values: number[]): Float64Array => Float64Array.from(values);

  it("keeps what is worth most, whatever was usual", () => {
    expect(bestStart(worth(0, 9, 0, 0, 0, 0, 0, 0), 80, 20, 60)).toBeLessThanOrEqual(10);
    expect(bestStart(worth(0, 0, 0, 0, 0, 0, 9, 0), 80, 20, 0)).toBeGreaterThanOrEqual(50);
  });

  it("takes the larger part of what does not fit", () => expect(bestStart(worth(5, 5, 1, 1), 40, 20, 20)).toBe(0));

  it("stays where it was usual while that keeps as much, and off the subject's rim", () => {
    expect(bestStart(worth(0, 0, 0, 4, 4, 0, 0, 0), 80, 60, 10)).toBe(10);
    const first = bestStart(worth(0, 0, 0, 4, 4, 0, 0, 0), 80, 40, 40);
    expect(first).toBeGreaterThan(10);
    expect(first).toBeLessThan(30);
  });

  it("has one answer where there is no room", () => expect(bestStart(worth(1, 2, 3), 30, 30, 12)).toBe(0));
});

describe("the part of a picture that a cut keeps", () => {
  const withDisc = (x: number, y: number): Raster => {
    const picture = newRaster(240, 160, 3);
    for (let i = 0; i < 240 * 160; i++) {
      const isDisc = Math.hypot((i % 240) - x, Math.floor(i / 240) - y) < 24;
      picture.data.set(isDisc ? [214, 38, 30] : [150, 170, 150], i * 3);
    }
    return picture;
  };

  it.each([
    [32, 80],
    [206, 80],
  ])("holds a thing at %i, %i that stands out far from the middle", (x, y) => {
    const box = finish(frameSubject(withDisc(x, y), 100, 160));
    expect(box.x).toBeLessThanOrEqual(x - 20);
    expect(box.x + box.width).toBeGreaterThanOrEqual(x + 20);
  });

  it("never leaves the picture", () => {
    const box = finish(frameSubject(withDisc(120, 8), 240, 60));
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(160);
    expect(box).toMatchObject({ x: 0, width: 240, height: 60 });
  });
});

import { describe, expect, it } from "vitest";
import { readPlace } from "#lib/engine/instructions/place.ts";
import { findThing } from "#lib/engine/instructions/things.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { drawingOf, isDisc } from "#lib/testing/drawn-things.ts";
import { findRegion } from "./colour-region.ts";
import { findPlace } from "./find-place.ts";
import { findThingByLooks } from "./thing-region.ts";

const [width, height] = [240, 160];
const draw = drawingOf(width, height);

function find(picture: Raster, said: string): Plane {
  const place = readPlace(said);
  const found =
    place?.thing === undefined
      ? finish(place === undefined || place.isGuess ? findRegion(picture) : findPlace(picture, place))
      : finish(findThingByLooks(picture, place.thing, place.isMany));
  if (found === undefined) throw new Error(`Expected ${said} to be found`);
  return found.mask;
}

const at = ({ data }: Plane, x: number, y: number): number => data[y * width + x] as number;

describe("finding things by their names", () => {
  it("takes a red tank without the brown wood behind it, though both are of one hue", () => {
    const picture = draw((x, y) => (isDisc(x, y, 125, 95, 26) ? [196, 28, 24] : y < 90 ? [112, 74, 56] : [176, 166, 156]));
    const mask = find(picture, "the engine cover");
    expect(at(mask, 125, 95)).toBeGreaterThan(0.9);
    expect(Math.max(at(mask, 125, 30), at(mask, 40, 60))).toBeLessThan(0.1);
  });
  it("takes a suit that is called orange and is nearly red", () => {
    const picture = draw((x, y) => (Math.abs(x - 120) < 40 && y > 60 ? [226, 88, 46] : [206, 204, 200]));
    expect(at(find(picture, "the orange suit"), 120, 120)).toBeGreaterThan(0.9);
  });
  it("takes a brush that runs out of the frame, not only a small piece in the middle", () => {
    const picture = draw((x, y) =>
      x < 80 ? [30, 84 + (y % 7) * 8, 190 + (x % 3) * 9] : isDisc(x, y, 140, 110, 14) ? [40, 90, 190] : [200, 150 + (y % 5) * 4, 90],
    );
    const mask = find(picture, "the blue brush");
    expect(at(mask, 40, 80)).toBeGreaterThan(0.8);
    expect(at(mask, 200, 40)).toBeLessThan(0.1);
  });
  it("takes a kite of many colours before a sky with a bright cloud", () => {
    const picture = draw((x, y) => {
      if (x >= 150 && x < 174 && y >= 50 && y < 66) return x < 158 ? [220, 30, 40] : x < 166 ? [245, 205, 30] : [30, 160, 70];
      return isDisc(x, y, 10, 60, 40) ? [236, 240, 244] : [30, 84, 160];
    });
    const mask = find(picture, "the kite");
    expect(Math.min(at(mask, 154, 58), at(mask, 162, 58), at(mask, 170, 58))).toBeGreaterThan(0.7);
    expect(Math.max(at(mask, 20, 60), at(mask, 100, 120))).toBeLessThan(0.1);
  });
  it("takes a bird that is black against the light", () => {
    const picture = draw((x, y) => {
      const isBird = Math.abs(y - 70 - 0.3 * Math.abs(x - 90)) < 3 && Math.abs(x - 90) < 22;
      return isBird ? [16, 18, 20] : [150 + 60 * Math.exp(-(((x - 130) / 60) ** 2)), 200, 190 - y / 8];
    });
    const mask = find(picture, "the bird");
    expect(at(mask, 90, 70)).toBeGreaterThan(0.5);
    expect(Math.max(at(mask, 130, 110), at(mask, 130, 80), at(mask, 20, 20))).toBeLessThan(0.1);
  });
  it("takes all birds of a flock, of whatever colour, and no air between them", () => {
    const flock = [
      [60, 50, "yellow"],
      [80, 62, "yellow"],
      [70, 76, "dark"],
      [150, 90, "yellow"],
      [96, 54, "dark"],
    ] as const;
    const picture = draw((x, y) => {
      const bird = flock.find(([cx, cy]) => Math.abs(x - cx) < 5 && Math.abs(y - cy) < 4);
      return bird === undefined ? [110, 165, 205] : bird[2] === "yellow" ? [196, 170, 40] : [40, 36, 34];
    });
    const mask = find(picture, "the birds");
    for (const [x, y] of flock) expect(at(mask, x, y)).toBeGreaterThan(0.5);
    expect(Math.max(at(mask, 72, 64), at(mask, 120, 80), at(mask, 20, 20))).toBeLessThan(0.1);
  });
  it("takes a round thing for the ball, not a longer one of stronger colour", () => {
    const picture = draw((x, y) =>
      isDisc(x, y, 190, 120, 15) ? [232, 206, 40] : x > 90 && x < 110 && y > 30 && y < 130 ? [190, 20, 60] : [92, 128, 84],
    );
    const mask = find(picture, "the football");
    expect(at(mask, 190, 120)).toBeGreaterThan(0.9);
    expect(at(mask, 100, 80)).toBeLessThan(0.1);
  });
  it.each([
    ["the lemon", 60],
    ["the tomato", 120],
    ["青柠", 180],
  ])("takes for %s what has its usual colour", (said, centre) => {
    const picture = draw((x, y) =>
      isDisc(x, y, 60, 80, 22)
        ? [238, 200, 44]
        : isDisc(x, y, 120, 80, 22)
          ? [204, 36, 30]
          : isDisc(x, y, 180, 80, 22)
            ? [62, 128, 46]
            : [70, 66, 72],
    );
    const mask = find(picture, said);
    for (const x of [60, 120, 180]) {
      if (x === centre) expect(at(mask, x, 80)).toBeGreaterThan(0.9);
      else expect(at(mask, x, 80)).toBeLessThan(0.1);
    }
  });
  it("takes a colour before a thing for its colour, and for a fruit only where nothing follows", () => {
    const roundness = ["the orange car", "the peach wall", "橙色的车", "the big orange", "an orange", "the orange ball"].map(
      (said) => readPlace(said)?.thing?.isRound ?? false,
    );
    expect(roundness).toEqual([false, false, false, true, true, true]);
    expect(readPlace("the orange ball")?.thing?.colours).toEqual([]);
  });
  it("finds no ladybird where nothing is red", () => {
    const thing = findThing("瓢虫");
    const picture = draw((x, y) => (isDisc(x, y, 120, 80, 8) ? [30, 60, 190] : [70, 140, 60]));
    expect(thing && finish(findThingByLooks(picture, thing))).toBeUndefined();
  });
  it("takes leaves in a close view for leaves, high and low", () => {
    const picture = draw((x, y) => (x > 100 && x < 140 ? [30, 28, 30] : y < 70 ? [60, 110, 60] : [150, 190, 70]));
    const mask = find(picture, "the leaves");
    expect(Math.min(at(mask, 40, 30), at(mask, 40, 140))).toBeGreaterThan(0.8);
  });
});

describe("telling a sky from what stands before it", () => {
  it("leaves out a hill that is as blue as the sky over it, but darker", () => {
    const picture = draw((x, y) => (y < 50 + 20 * Math.sin(x / 40) ? [246, 250, 255] : y < 120 ? [132, 150, 178] : [70, 110, 50]));
    const mask = find(picture, "the sky");
    expect(at(mask, 120, 10)).toBeGreaterThan(0.9);
    expect(at(mask, 120, 100)).toBeLessThan(0.15);
  });
  it("goes on below a cable that cuts it through", () => {
    const picture = draw((x, y) => (Math.abs(y - 120 + x * 0.42) < 4 ? [240, 238, 230] : y > 140 ? [120, 104, 80] : [92, 148, 214]));
    const mask = find(picture, "the sky");
    expect(Math.min(at(mask, 30, 30), at(mask, 220, 64))).toBeGreaterThan(0.8);
    expect(at(mask, 120, 155)).toBeLessThan(0.1);
  });
  it("takes the land under an open sky for the foreground", () => {
    const picture = draw((x, y) => (y < 70 ? [120, 170, 230] : isDisc(x, y, 120, 110, 20) ? [230, 190, 60] : [60, 52, 40]));
    const mask = find(picture, "the foreground");
    expect(Math.min(at(mask, 20, 150), at(mask, 220, 90))).toBeGreaterThan(0.8);
    expect(at(mask, 120, 20)).toBeLessThan(0.1);
  });
  it("takes a bird on a trunk that fills half of the picture without the trunk", () => {
    const bark = (x: number, y: number): number => 70 + 50 * Math.abs(Math.sin(x * 0.9 + Math.sin(y * 0.13) * 3));
    const picture = draw((x, y) =>
      isDisc(x, y, 118, 84, 9) ? [190, 96, 30] : x < 116 ? [bark(x, y), 0.94 * bark(x, y), 0.88 * bark(x, y)] : [226, 228, 236],
    );
    const mask = find(picture, "the bird");
    expect(at(mask, 118, 84)).toBeGreaterThan(0.8);
    expect(Math.max(at(mask, 40, 80), at(mask, 60, 20), at(mask, 200, 80))).toBeLessThan(0.1);
  });
});

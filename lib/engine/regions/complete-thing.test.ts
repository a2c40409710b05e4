import { describe, expect, it } from "vitest";
import { readPlace } from "#lib/engine/instructions/place.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { drawingOf, isDisc } from "#lib/testing/drawn-things.ts";
import type { Meant } from "./clear-subject.ts";
import { findMeant } from "./find-meant.ts";

const [width, height] = [300, 200];
const draw = drawingOf(width, height);

function find(picture: Raster, said: string): Meant | undefined {
  const place = readPlace(said);
  if (place === undefined) throw new Error(`Expected ${said} to be read as a place`);
  return finish(findMeant(picture, place, "recolour"));
}

function maskOf(picture: Raster, said: string): Plane {
  const meant = find(picture, said);
  if (meant === undefined) throw new Error(`Expected ${said} to be found`);
  return meant.mask;
}

const at = ({ data }: Plane, x: number, y: number): number => data[y * width + x] as number;
const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  [0, 1, 2].map((c) => (a[c] as number) * (1 - share) + (b[c] as number) * share) as unknown as Rgb;

describe("the whole of a thing", () => {
  it("goes to the pale tips of a petal", () => {
    const petal = (x: number, y: number): Rgb | undefined =>
      Math.abs(y - 100) < 26 && x > 70 && x < 230 ? mix([244, 168, 30], [250, 232, 190], Math.max(0, (x - 130) / 100)) : undefined;
    const mask = maskOf(
      draw((x, y) => petal(x, y) ?? [206, 218, 222]),
      "the petal",
    );
    expect(Math.min(at(mask, 90, 100), at(mask, 222, 100))).toBeGreaterThan(0.8);
    expect(Math.max(at(mask, 250, 100), at(mask, 150, 40))).toBeLessThan(0.1);
  });
  it("takes the inside of a cup along, which goes by the name of its colour, and not the red one beside it", () => {
    const cup = (x: number, y: number, cx: number, outer: Rgb, inner: Rgb): Rgb | undefined => {
      if (Math.hypot((x - cx) / 40, (y - 70) / 22) < 1) return inner;
      return Math.abs(x - cx) < 42 && y > 66 && y < 150 ? outer : undefined;
    };
    const mask = maskOf(
      draw((x, y) => cup(x, y, 80, [28, 70, 176], [112, 186, 212]) ?? cup(x, y, 220, [190, 24, 44], [214, 140, 160]) ?? [58, 20, 62]),
      "the blue cup",
    );
    expect(Math.min(at(mask, 80, 120), at(mask, 80, 70))).toBeGreaterThan(0.8);
    expect(Math.max(at(mask, 220, 120), at(mask, 220, 70), at(mask, 150, 180))).toBeLessThan(0.1);
  });
  it("leaves the windows of a red bus as they are, though no ground is as dark", () => {
    const isWindow = (x: number, y: number): boolean => y > 70 && y < 96 && x % 40 > 8 && x > 60 && x < 240;
    const mask = maskOf(
      draw((x, y) => (x > 50 && x < 250 && y > 56 && y < 146 ? (isWindow(x, y) ? [26, 28, 36] : [200, 30, 36]) : [190, 188, 182])),
      "the bus",
    );
    expect(at(mask, 150, 125)).toBeGreaterThan(0.9);
    expect(at(mask, 145, 84)).toBeLessThan(0.2);
  });
  it("is not asked of a wall that has the only colour there is: a white chair before it is, or nothing", () => {
    const isChair = (x: number, y: number): boolean =>
      (Math.abs(x - 120) < 5 && y > 40 && y < 180) ||
      (Math.abs(y - 110) < 6 && x > 115 && x < 190) ||
      (Math.abs(x - 186) < 5 && y > 105 && y < 180);
    const meant = find(
      draw((x, y) => (isChair(x, y) ? [232, 232, 230] : mix([186, 160, 138], [206, 192, 178], y / height))),
      "the chair",
    );
    expect(meant === undefined ? 0 : Math.max(at(meant.mask, 220, 60), at(meant.mask, 60, 60))).toBeLessThan(0.1);
  });
  it("is all flowers where many are meant, also small ones near the rim", () => {
    const flowers = [
      [150, 100, 24],
      [40, 30, 12],
      [270, 170, 11],
    ] as const;
    const mask = maskOf(
      draw((x, y) => (flowers.some(([cx, cy, radius]) => isDisc(x, y, cx, cy, radius)) ? [84, 120, 220] : [30, 52, 34])),
      "the blue flowers",
    );
    for (const [x, y] of flowers) expect(at(mask, x, y)).toBeGreaterThan(0.8);
  });
});

describe("which of two places is meant", () => {
  it("is the pattern in front, and not the wooden frame that runs on behind it", () => {
    const isPillow = (x: number, y: number): boolean => Math.hypot((x - 140) / 90, (y - 120) / 44) < 1;
    const thread = (x: number, y: number): Rgb => ((x * 3 + y * 5) % 17 < 8 ? [150, 152, 158] : [40, 42, 50]);
    const picture = draw((x, y) => (isPillow(x, y) ? thread(x, y) : x > 250 || y < 60 ? [150, 104, 52] : [214, 214, 212]));
    const meant = find(picture, "the pillow");
    expect(meant === undefined ? 0 : Math.max(at(meant.mask, 280, 150), at(meant.mask, 60, 30))).toBeLessThan(0.1);
  });
  it("is the orange of the wing, and not the dull brown beside it", () => {
    const mask = maskOf(
      draw((x, y) => (x + y < 190 ? [116, 100, 68] : x + y < 250 ? [18, 16, 18] : [206, 92, 24])),
      "the orange wing",
    );
    expect(at(mask, 240, 150)).toBeGreaterThan(0.8);
    expect(at(mask, 60, 60)).toBeLessThan(0.1);
  });
  it("is a black and white bird without its twig, and not the red soil seen between others", () => {
    const blurredLeaves = (x: number, y: number): Rgb => [96 + 12 * Math.sin(x / 19), 116 + 12 * Math.sin(y / 23 + x / 31), 84];
    const feathers = (x: number, y: number): Rgb => (x > 96 ? [232, 230, 226] : (x * 5 + y * 3) % 7 < 3 ? [30, 26, 26] : [62, 54, 50]);
    const mask = maskOf(
      draw((x, y) => {
        if (Math.hypot((x - 92) / 22, (y - 96) / 42) < 1) return feathers(x, y);
        if (Math.abs(y - 128) < 3 && x > 92 && x < 230) return [92, 88, 84];
        return Math.hypot((x - 246) / 16, (y - 96) / 9) < 1 ? [150, 96, 74] : blurredLeaves(x, y);
      }),
      "the bird",
    );
    expect(Math.min(at(mask, 84, 90), at(mask, 104, 90))).toBeGreaterThan(0.6);
    expect(Math.max(at(mask, 246, 96), at(mask, 200, 128))).toBeLessThan(0.2);
  });
});

describe("what stands out without the ground under it", () => {
  it("leaves out a rock that goes on beside the animal, and keeps the animal's pale head", () => {
    const shade = (x: number, y: number): number => (((x * 7 + y * 13) % 11) - 5) * 4;
    const lit = ([red, green, blue]: Rgb, by: number): Rgb => [red + by, green + by, blue + by];
    const picture = draw((x, y) => {
      if (isDisc(x, y, 205, 78, 15)) return lit([196, 168, 132], shade(x, y));
      if (Math.hypot((x - 150) / 62, (y - 105) / 30) < 1) return lit([104, 70, 46], shade(x, y));
      return y > 128 + 6 * Math.sin(x / 30) ? lit([198, 176, 146], 0.6 * shade(y, x)) : [40, 70, 78];
    });
    const mask = maskOf(picture, "the otter");
    expect(Math.min(at(mask, 140, 105), at(mask, 205, 78))).toBeGreaterThan(0.7);
    expect(Math.max(at(mask, 30, 170), at(mask, 150, 170), at(mask, 270, 170))).toBeLessThan(0.2);
  });
});

import { describe, expect, it } from "vitest";
import { gaussianBlur } from "#lib/pixels/blur.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { joinPlanes, type Plane, rgbPlanes } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { focusOf } from "#lib/pixels/segment/focus.ts";
import { finish } from "#lib/pixels/work.ts";
import { isDisc } from "#lib/testing/drawn-things.ts";
import { findPlace } from "./find-place.ts";

const [width, height] = [360, 240];

function draw(colourAt: (x: number, y: number) => Rgb): Raster {
  const picture = newRaster(width, height, 3);
  for (let i = 0; i < width * height; i++) picture.data.set(colourAt(i % width, Math.floor(i / width)), i * 3);
  return picture;
}

function blurred(picture: Raster, sigma: number): Raster {
  const [red, green, blue] = rgbPlanes(picture);
  return joinPlanes([gaussianBlur(red, sigma), gaussianBlur(green, sigma), gaussianBlur(blue, sigma)]);
}

/** `front` where it has a colour, and what is behind it elsewhere. */
function before(behind: Raster, front: (x: number, y: number) => Rgb | undefined): Raster {
  const at = (x: number, y: number): Rgb => [0, 1, 2].map((c) => behind.data[(y * width + x) * 3 + c]) as unknown as Rgb;
  return draw((x, y) => front(x, y) ?? at(x, y));
}

const fur = (x: number, y: number, [red, green, blue]: Rgb): Rgb => {
  const shade = ((x * 7 + y * 13) % 11) * 5 - 25;
  return [red + shade, green + shade, blue + shade];
};

/** Bright leaves out of focus behind a brown animal in focus. */
const leaves = blurred(
  draw((x, y) => (isDisc(x, y, 90, 70, 40) || isDisc(x, y, 250, 50, 36) ? [190, 220, 60] : [36, 48, 30])),
  6,
);
const animal = before(leaves, (x, y) => (isDisc(x, y, 180, 140, 52) ? fur(x, y, [150, 92, 56]) : undefined));

describe("where a picture is in focus", () => {
  const focus = focusOf(animal, width, height);
  const at = (x: number, y: number): number => focus.data[y * width + x] as number;
  it("is sharp on fur, blurred on a soft outline, and says nothing of an even ground", () => {
    expect(at(180, 140)).toBeGreaterThan(0.5);
    expect(at(90, 30)).toBeLessThan(-0.5);
    expect(Math.abs(at(20, 220))).toBeLessThan(0.1);
  });
});

describe("finding what a picture is of", () => {
  const subject = (picture: Raster): ((x: number, y: number) => number) => {
    const { data } = (finish(findPlace(picture, { name: "subject", said: "subject" })) as { mask: Plane }).mask;
    return (x, y) => data[y * width + x] as number;
  };
  it("leaves bright leaves out that nobody has focused on", () => {
    const at = subject(animal);
    expect(at(180, 140)).toBeGreaterThan(0.9);
    expect(Math.max(at(90, 70), at(250, 50), at(110, 90))).toBeLessThan(0.1);
  });
  it("does not take sand of the colour of skin for a part of the animal on it, though it reaches from side to side", () => {
    const land = draw((x, y) => (y < 110 ? [120, 150, 200] : fur(x, y, [198, 158, 124])));
    const at = subject(before(land, (x, y) => (x > 120 && x < 240 && y > 60 && y < 190 ? fur(x, y, [118, 58, 30]) : undefined)));
    expect(at(180, 120)).toBeGreaterThan(0.9);
    expect(Math.max(at(40, 200), at(320, 200), at(180, 225))).toBeLessThan(0.1);
  });
});

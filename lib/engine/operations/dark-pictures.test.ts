import { describe, expect, it } from "vitest";
import { lumaOf, rgbToLab } from "#lib/pixels/colour.ts";
import { newPlane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { charcoal } from "./charcoal.ts";
import { comic } from "./drawn.ts";
import { motionBlur } from "./lens.ts";
import { splitTone } from "./toning.ts";

/** A dim room: a wall, darker to one side, and a face that is hardly lighter. */
function room(): Raster {
  const picture = newRaster(160, 120, 3);
  for (let i = 0; i < 160 * 120; i++) {
    const [x, y] = [i % 160, Math.floor(i / 160)];
    const isFace = Math.hypot(x - 80, y - 60) < 26;
    picture.data.set(isFace ? [74, 50, 42] : [14 + x / 8, 13 + x / 8, 12 + x / 8], i * 3);
  }
  return picture;
}

function meanOf(picture: Raster, isIn: (x: number, y: number) => boolean): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < picture.width * picture.height; i++) {
    if (!isIn(i % picture.width, Math.floor(i / picture.width))) continue;
    sum += lumaOf(...(picture.data.subarray(i * 3, i * 3 + 3) as unknown as [number, number, number]));
    count++;
  }
  return sum / count;
}

const isFace = (x: number, y: number): boolean => Math.hypot(x - 80, y - 60) < 20;
const isWall = (x: number, y: number): boolean => Math.hypot(x - 80, y - 60) > 36;

describe("a dark picture", () => {
  it("is no black sheet in charcoal: the face is paper, the wall has tones", () => {
    const drawn = finish(charcoal(room(), 1, 1));
    expect(meanOf(drawn, isFace)).toBeGreaterThan(180);
    expect(meanOf(drawn, isWall)).toBeGreaterThan(90);
    expect(meanOf(drawn, (x) => x > 140) - meanOf(drawn, (x) => x < 20)).toBeGreaterThan(60);
  });
  it("has light in it as a comic, and its face stands out", () => {
    const drawn = finish(comic(room(), 1));
    expect(meanOf(drawn, isFace)).toBeGreaterThan(78);
    expect(meanOf(drawn, isFace) - meanOf(drawn, isWall)).toBeGreaterThan(35);
  });
});

it("tones shadows teal, and leaves the brown of wood and skin brown: teal over it is mud", () => {
  const two: Raster = { width: 2, height: 1, channels: 3, data: Uint8ClampedArray.from([70, 45, 25, 70, 70, 70]) };
  const { data } = finish(splitTone(two, [10, 62, 82], [255, 176, 110], 0.28));
  const greenOf = (at: number): number => rgbToLab(data[at] as number, data[at + 1] as number, data[at + 2] as number)[1];
  const before = rgbToLab(70, 45, 25);
  expect(greenOf(0)).toBeGreaterThan(before[1] - 2.4);
  expect(greenOf(3)).toBeLessThan(-1.5);
});

it("smears a background to both sides of what stands before it without a streak of that", () => {
  const [width, height] = [120, 8];
  const picture = newRaster(width, height, 3);
  const place = newPlane(width, height);
  for (let i = 0; i < width * height; i++) {
    const isThing = i % width >= 50 && i % width < 70;
    picture.data.set(isThing ? [250, 20, 20] : [60, 60, 60 + (i % 2) * 80], i * 3);
    place.data[i] = isThing ? 0 : 1;
  }
  const { data } = finish(motionBlur(picture, 4, place));
  const redAt = (x: number): number => data[(4 * width + x) * 3] as number;
  expect(redAt(48)).toBeLessThan(64);
  expect(redAt(71)).toBeLessThan(64);
  expect(redAt(60)).toBe(250);
  expect(Math.abs((data[(4 * width + 30) * 3 + 2] as number) - 100)).toBeLessThan(6);
});

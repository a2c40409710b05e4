import { expect, it } from "vitest";
import { fractalNoise } from "../noise.ts";
import { newRaster, type Raster } from "../raster.ts";
import { placeResult } from "./place-result.ts";
import { inverseOf, type Placement } from "./placement.ts";
import { register } from "./register.ts";

type Size = readonly [width: number, height: number];
const usual: Size = [640, 480];
const moved: Placement = { scaleX: 1.02, shiftX: -5.5, scaleY: 1.02, shiftY: 3.25 };

/** Even ground, with detail where something lies. */
function draw(isDrawn: (x: number, y: number) => boolean, [width, height]: Size = usual): Raster {
  const picture = newRaster(width, height, 3);
  for (let i = 0; i < picture.data.length; i++) {
    const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    picture.data[i] = isDrawn(x, y) ? 40 + 170 * fractalNoise(x / 9 + (i % 3), y / 9, 3, 3) : 128;
  }
  return picture;
}

function moveBy(picture: Raster): Raster {
  return placeResult({ result: picture, placement: inverseOf(moved), width: picture.width, height: picture.height });
}

function farthest(found: Placement, [width, height]: Size = usual): number {
  const apart = [0, width - 1].flatMap((x) =>
    [0, height - 1].map((y) =>
      Math.hypot(
        (found.scaleX - moved.scaleX) * x + found.shiftX - moved.shiftX,
        (found.scaleY - moved.scaleY) * y + found.shiftY - moved.shiftY,
      ),
    ),
  );
  return Math.max(...apart);
}

it("a picture that is full of detail is found to a tenth of a pixel", () => {
  const picture = draw(() => true);
  const { placement, isAligned } = register(picture, moveBy(picture));
  expect(isAligned).toBe(true);
  expect(farthest(placement)).toBeLessThan(0.1);
});

it("detail spread thinly over a picture is enough", () => {
  const picture = draw((x, y) => x % 160 < 60 && y % 120 < 60);
  const { placement, isAligned } = register(picture, moveBy(picture));
  expect(isAligned).toBe(true);
  expect(farthest(placement)).toBeLessThan(0.2);
});

it.each([[300, 200] as const, [420, 280] as const])("a picture of only %i × %i is found as well, with detail in parts of it", (...size) => {
  const picture = draw((x, y) => x % 60 < 30 && y % 60 < 40, size);
  const { placement, isAligned } = register(picture, moveBy(picture));
  expect(isAligned).toBe(true);
  expect(farthest(placement, size)).toBeLessThan(0.2);
});

const isCorner = (x: number, y: number) => x < 110 && y < 90;

it("what only one corner vouches for is not taken for the place of a picture that shows something elsewhere", () => {
  const picture = draw(() => true);
  const redrawn = moveBy(draw(isCorner));
  expect(register(picture, redrawn).isAligned).toBe(false);
});

it("what shows something in one corner alone is placed by that", () => {
  const picture = draw(isCorner);
  const { placement, isAligned } = register(picture, moveBy(picture));
  expect(isAligned).toBe(true);
  expect(farthest(placement, [110, 90])).toBeLessThan(0.3);
});

it("a picture in which nothing can be found is not said to lie anywhere", () => {
  const picture = draw(() => false);
  expect(register(picture, moveBy(picture)).isAligned).toBe(false);
});

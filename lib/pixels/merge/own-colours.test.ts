import { expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { newRaster, type Raster } from "../raster.ts";
import { toOwnColours } from "./own-colours.ts";
import { inPlace } from "./placement.ts";

type Colour = readonly [red: number, green: number, blue: number];

const [width, height] = [256, 192];
const all = { across: { from: 0, to: width }, down: { from: 0, to: height } };
/** In the middle lies what was edited. */
const mask = Uint8Array.from({ length: width * height }, (_, i) => (isObject(i % width, Math.floor(i / width)) ? 1 : 0));

function isObject(x: number, y: number): boolean {
  return x >= 90 && x < 160 && y >= 60 && y < 130;
}

function paint(at: (x: number, y: number) => Colour): Raster {
  const raster = newRaster(width, height, 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) raster.data.set(at(x, y), (y * width + x) * 3);
  return raster;
}

function colourAt({ data }: Raster, x: number, y: number): number[] {
  return [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
}

/** All tones of one red, and nothing else. */
const tone = (x: number, y: number): Colour => [
  90 + 40 * Math.sin(x / 31),
  30 + 13 * Math.sin(x / 31),
  50 + 12 * Math.sin(x / 31 + y / 400),
];
const teal: Colour = [10, 160, 145];

it("a colour that a picture of few colours tells nothing about is not bent by what that picture is noisy with", () => {
  const random = createRandom(5);
  const blocks = Float32Array.from({ length: 200 * 3 }, () => 5 * (random() - 0.5));
  // What encoders leave is the same over a block.
  const noise = (x: number, y: number, c: number) => blocks[((x >> 4) + 16 * (y >> 4)) * 3 + c] as number;
  const picture = paint(tone);
  const result = paint((x, y) => {
    const [r, g, b] = isObject(x, y) ? teal : tone(x, y);
    return [r + 6 + noise(x, y, 0), g - 4 + noise(x, y, 1), b + 3 + noise(x, y, 2)];
  });
  const own = toOwnColours(picture, result, inPlace, { mask, trusted: all });
  for (const [c, value] of colourAt(own, 125, 95).entries()) expect(Math.abs(value - (teal[c] as number))).toBeLessThan(12);
});

it("what came as white stays white, however its picture was tinted", () => {
  const picture = paint(tone);
  const result = paint((x, y) => (isObject(x, y) ? [255, 255, 255] : [tone(x, y)[0] + 20, tone(x, y)[1] + 5, tone(x, y)[2] + 12]));
  const own = toOwnColours(picture, result, inPlace, { mask, trusted: all });
  expect(colourAt(own, 125, 95)).toEqual([255, 255, 255]);
  expect(colourAt(own, 20, 20).map((value, c) => Math.abs(value - (tone(20, 20)[c] as number)) < 3)).toEqual([true, true, true]);
});

it("a frame around what was moved in is no structure to be as sharp as", () => {
  const fine = (x: number, y: number): Colour => [
    120 + 30 * Math.sin(x * 1.3),
    120 + 30 * Math.sin(x * 1.3 + y),
    120 + 30 * Math.sin(y * 1.3),
  ];
  const framed = paint((x, y) => (x < 20 || y < 20 ? ((x + y) % 2 === 0 ? [0, 0, 0] : [255, 255, 255]) : fine(x, y)));
  const trusted = { across: { from: 32, to: width }, down: { from: 32, to: height } };
  const own = toOwnColours(paint(fine), framed, inPlace, { mask: new Uint8Array(mask.length), trusted });
  for (const [c, value] of colourAt(own, 100, 100).entries()) expect(Math.abs(value - (fine(100, 100)[c] as number))).toBeLessThan(2);
});

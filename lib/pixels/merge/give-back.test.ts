import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "../raster.ts";
import { giveBack } from "./give-back.ts";
import { softenMask } from "./shape-mask.ts";

const [width, height] = [64, 40];
const softness = { grow: 3, feather: 4 };
const all = { across: { from: 0, to: width }, down: { from: 0, to: height } };
/** Two strokes with a gap of twelve pixels, and all around them found changed. */
const strokes = [20, 36] as const;
const middle = 20;

type Paint = (x: number, y: number) => readonly [number, number, number];

function paint(at: Paint): Raster {
  const raster = newRaster(width, height, 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) raster.data.set(at(x, y), (y * width + x) * 3);
  return raster;
}

function isStroke(x: number, y: number): boolean {
  return y >= 10 && y < 30 && strokes.some((left) => x >= left && x < left + 4);
}

const picture = paint(() => [120, 120, 120]);
const mask = Uint8Array.from({ length: width * height }, (_, i) => {
  const [x, y] = [i % width, Math.floor(i / width)];
  return x >= 17 && x < 43 && y >= 7 && y < 33 ? 1 : 0;
});
const kinds = new Uint8Array(width * height);

/** The line through the middle of the strokes. */
function lineOf(placed: Raster, trusted = all, own = picture, shown = placed): readonly number[] {
  const alpha = giveBack({ picture: own, placed, shown, mask, kinds, trusted, softness });
  return [...alpha.subarray(middle * width, (middle + 1) * width)];
}

describe("of what was found changed", () => {
  it("the ground between two strokes stays the picture's, but for a pixel beside each", () => {
    const line = lineOf(paint((x, y) => (isStroke(x, y) ? [220, 60, 60] : [120, 121, 120])));
    expect(line.slice(18, 42)).toEqual([
      ...[0, 128, 255, 255, 255, 255, 128],
      ...[0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ...[128, 255, 255, 255, 255, 128, 0],
    ]);
  });

  it("what a stroke bleeds into the pixel beside it is no change", () => {
    const bled: Paint = (x, y) =>
      isStroke(x, y) ? [220, 60, 60] : isStroke(x - 1, y) || isStroke(x + 1, y) ? [140, 108, 108] : [120, 120, 120];
    expect(lineOf(paint(bled)).slice(24, 36)).toEqual([128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128]);
  });

  it("a faint shade over the ground comes over with them", () => {
    const line = lineOf(paint((x, y) => (isStroke(x, y) ? [220, 60, 60] : x >= 10 && x < 50 ? [105, 105, 105] : [120, 120, 120])));
    expect(line.slice(20, 40)).toEqual(new Array(20).fill(255));
  });

  it("what is faint keeps a rim as soft as all that was found has", () => {
    const shade = paint((x) => (x >= 10 && x < 50 ? [105, 105, 105] : [120, 120, 120]));
    const soft = softenMask(mask, width, height, softness.grow, softness.feather);
    expect(lineOf(shade)).toEqual([...soft.subarray(middle * width, (middle + 1) * width)]);
  });

  it("colour that was packed coarsely beside a stroke is no change, light is", () => {
    const beside = (other: readonly [number, number, number]) =>
      lineOf(paint((x, y) => (isStroke(x, y) ? [250, 20, 20] : x >= 26 && x < 34 ? other : [120, 120, 120]))).slice(27, 33);
    expect(beside([126, 119, 113])).toEqual([0, 0, 0, 0, 0, 0]);
    expect(beside([129, 129, 129])).toEqual([255, 255, 255, 255, 255, 255]);
  });

  it("a little light that was packed coarsely beside a strong stroke is none either", () => {
    const beside = (ink: readonly [number, number, number]) =>
      lineOf(paint((x, y) => (isStroke(x, y) ? ink : x >= 26 && x < 34 ? [126, 126, 126] : [120, 120, 120]))).slice(27, 33);
    expect(beside([250, 20, 20])).toEqual([0, 0, 0, 0, 0, 0]);
    expect(beside([140, 90, 110])).toEqual([255, 255, 255, 255, 255, 255]);
  });

  it("where grounds of the same contrast are off everywhere, as detail that came back softer is, so may be the one between strokes", () => {
    const between = (around: number) =>
      lineOf(paint((x, y) => (isStroke(x, y) ? [140, 90, 110] : mask[y * width + x] === 1 ? [130, 130, 130] : [around, around, around])));
    expect(between(123).slice(27, 33)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(between(121).slice(27, 33)).toEqual([255, 255, 255, 255, 255, 255]);
  });

  it("an even mark that is not quite bold is cut beside its ground, a fainter one has a soft rim", () => {
    const marked = (grey: number) => lineOf(paint((x, y) => (isStroke(x, y) ? [grey, grey, grey] : [120, 120, 120]))).slice(24, 36);
    expect(marked(150)).toEqual([128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128]);
    expect(marked(138).slice(0, 3)).toEqual([255, 255, 255]);
  });

  it("what came as white was not tinted by taking the cast out again", () => {
    const white = paint(() => [250, 250, 250]);
    const evened = paint((x, y) => (isStroke(x, y) ? [60, 160, 60] : [250, 232, 250]));
    const cameAs = (ground: number) =>
      lineOf(
        evened,
        all,
        white,
        paint((x, y) => (isStroke(x, y) ? [60, 160, 60] : [ground, ground, ground])),
      );
    expect(cameAs(255).slice(26, 34)).toEqual(new Array(8).fill(0));
    expect(cameAs(240).slice(26, 34)).toEqual(new Array(8).fill(255));
  });

  it("nothing is given back where the result tells nothing", () => {
    const told = paint((x, y) => (isStroke(x, y) ? [220, 60, 60] : [120, 120, 120]));
    const line = lineOf(told, { ...all, across: { from: 32, to: width } });
    expect(line.slice(18, 32)).toEqual(new Array(14).fill(255));
    expect(line.slice(40, 43)).toEqual([128, 0, 0]);
  });
});

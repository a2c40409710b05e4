import { describe, expect, it } from "vitest";
import { fractalNoise } from "../noise.ts";
import { newRaster, type Raster } from "../raster.ts";
import { extendRim, halveWindow, trustedWindow } from "./extend-rim.ts";
import { placeResult } from "./place-result.ts";
import { inPlace, inverseOf, type Placement, readPlaced, shownWindow } from "./placement.ts";
import { planMerge } from "./plan-merge.ts";

const [width, height] = [420, 340];
const movedIn: Placement = { scaleX: 0.97, shiftX: 7.4, scaleY: 0.97, shiftY: 5.7 };
const movedOut: Placement = { scaleX: 1.03, shiftX: -8.2, scaleY: 1.03, shiftY: -6.1 };

function paint(value: (x: number, y: number, c: number) => number): Raster {
  const raster = newRaster(width, height, 3);
  for (let i = 0; i < raster.data.length; i++) {
    const pixel = Math.floor(i / 3);
    raster.data[i] = value(pixel % width, Math.floor(pixel / width), i % 3);
  }
  return raster;
}

const picture = paint((x, y, c) => 60 + 140 * fractalNoise(x / 26 + c * 0.2, y / 26, 9, 5));

/** What lies beyond the picture is black. */
function bend(source: Raster, placement: Placement): Raster {
  const data = Uint8ClampedArray.from(readPlaced(source, 3, inverseOf(placement)));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [(x - placement.shiftX) / placement.scaleX, (y - placement.shiftY) / placement.scaleY];
      if (u < -0.5 || v < -0.5 || u > width - 0.5 || v > height - 0.5) data.fill(0, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  }
  return { width, height, channels: 3, data };
}

describe("where a result was moved in and framed", () => {
  it("the frame is no change", () => {
    const { alpha, reason } = planMerge(picture, bend(picture, movedIn));
    expect(reason).toBeNull();
    expect(alpha.data.every((value) => value === 0)).toBe(true);
  });

  it("nothing of the frame is read, not even between two pixels", () => {
    const white = paint(() => 200);
    const placed = placeResult({ result: bend(white, movedIn), placement: movedIn, width: width * 2, height: height * 2 });
    expect(placed.data.every((value) => value === 200)).toBe(true);
  });
});

it("an edit that goes on beyond what the result shows comes over up to the border", () => {
  const edited = paint((x, y, c) => (x < 70 && y < 200 ? ([210, 40, 60][c] as number) : (picture.data[(y * width + x) * 3 + c] as number)));
  const { alpha } = planMerge(picture, bend(edited, movedOut));
  for (const y of [0, 40, 120]) for (const x of [0, 1, 7, 40]) expect(alpha.data[y * width + x]).toBe(255);
  expect(alpha.data[300 * width]).toBe(0);
});

describe("of a result", () => {
  const size = { width: 100, height: 80 };

  it("all is believed where nothing moved", () => {
    const all = { across: { from: 0, to: 100 }, down: { from: 0, to: 80 } };
    expect(shownWindow(size, inPlace)).toEqual(all);
    expect(trustedWindow(size, inPlace)).toEqual(all);
    expect(halveWindow(all)).toEqual({ across: { from: 0, to: 50 }, down: { from: 0, to: 40 } });
  });

  it("only what shows the picture is believed where it moved, and no block that was encoded together with the frame", () => {
    const aside = { ...inPlace, shiftX: 5, shiftY: -5 };
    expect(shownWindow(size, aside)).toEqual({ across: { from: 6, to: 100 }, down: { from: 0, to: 74 } });
    expect(trustedWindow(size, aside)).toEqual({ across: { from: 11, to: 94 }, down: { from: 6, to: 69 } });
  });
});

it("what cannot be believed becomes what lies next to it", () => {
  const values = Float32Array.from([9, 9, 9, 9, 9, 1, 2, 9, 9, 3, 4, 9, 9, 9, 9, 9]);
  extendRim(values, 4, { across: { from: 1, to: 3 }, down: { from: 1, to: 3 } });
  expect([...values]).toEqual([1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4]);
});

describe("what is enlarged in its own place", () => {
  const ramp = (across: number, down: number, size: { readonly width: number; readonly height: number }): Raster => {
    const data = Uint8Array.from({ length: size.width * size.height * 3 }, (_, i) => {
      const pixel = Math.floor(i / 3);
      return 20 + ((pixel % size.width) + 0.5) * across + (Math.floor(pixel / size.width) + 0.5) * down;
    });
    return { ...size, channels: 3, data };
  };

  it("keeps every place where it was: a ramp stays the same ramp", () => {
    const large = placeResult({ result: ramp(12, 6, { width: 12, height: 10 }), placement: inPlace, width: 48, height: 40 });
    const wanted = ramp(3, 1.5, { width: 48, height: 40 });
    for (let y = 8; y < 32; y++) {
      for (let x = 8; x < 40; x++) {
        const at = (y * 48 + x) * 3;
        expect(Math.abs((large.data[at] as number) - (wanted.data[at] as number))).toBeLessThanOrEqual(1);
      }
    }
  });

  it("is left as it is where it has the size already, and spreads a single pixel evenly", () => {
    const source = ramp(9, 4, { width: 7, height: 5 });
    expect([...placeResult({ result: source, placement: inPlace, width: 7, height: 5 }).data]).toEqual([...source.data]);
    const single: Raster = { width: 1, height: 1, channels: 3, data: Uint8Array.of(9, 9, 9) };
    expect(new Set(placeResult({ result: single, placement: inPlace, width: 5, height: 4 }).data)).toEqual(new Set([9]));
  });
});

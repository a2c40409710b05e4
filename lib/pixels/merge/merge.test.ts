import { describe, expect, it } from "vitest";
import { fractalNoise } from "../noise.ts";
import { enlargeAlpha } from "../paste/sparse-mask.ts";
import { newRaster, type Raster } from "../raster.ts";
import { placeResult } from "./place-result.ts";
import { inPlace, inverseOf, type Placement, readPlaced } from "./placement.ts";
import { planMerge } from "./plan-merge.ts";
import { register } from "./register.ts";
import { softenMask } from "./shape-mask.ts";

const [width, height] = [420, 340];
const moved: Placement = { scaleX: 1.02, shiftX: -9.3, scaleY: 1.02, shiftY: 4.6 };
const disc = { x: 250, y: 150, radius: 45 };

const picture = paint((x, y, c) => 40 + 160 * fractalNoise(x / 30 + c * 0.2, y / 30, 3, 5));

function paint(value: (x: number, y: number, c: number) => number): Raster {
  const raster = newRaster(width, height, 3);
  for (let i = 0; i < raster.data.length; i++) {
    const pixel = Math.floor(i / 3);
    raster.data[i] = value(pixel % width, Math.floor(pixel / width), i % 3);
  }
  return raster;
}

function at(raster: Raster, x: number, y: number, c: number): number {
  return raster.data[(y * width + x) * 3 + c] as number;
}

function isInDisc(x: number, y: number, margin = 0): boolean {
  return Math.hypot(x - disc.x, y - disc.y) < disc.radius + margin;
}

/** Zoomed, moved, and with a cast that drifts. */
function bend(source: Raster): Raster {
  const data = readPlaced(source, 3, inverseOf(moved)).map((value, i) => {
    const x = Math.floor(i / 3) % width;
    return value * 0.96 + ([7, -4, 3][i % 3] as number) + (4 * x) / width;
  });
  return { width, height, channels: 3, data: Uint8ClampedArray.from(data) };
}

const edited = paint((x, y, c) => (isInDisc(x, y) ? ([200, 60, 50][c] as number) : at(picture, x, y, c)));

describe("a result is registered", () => {
  it("to a third of a pixel, although it is zoomed, moved, tinted and edited", () => {
    const { placement, isAligned } = register(picture, bend(edited));
    expect(isAligned).toBe(true);
    for (const [x, y] of [
      [0, 0],
      [width - 1, height - 1],
    ] as const) {
      expect(Math.abs(placement.scaleX * x + placement.shiftX - (moved.scaleX * x + moved.shiftX))).toBeLessThan(0.34);
      expect(Math.abs(placement.scaleY * y + placement.shiftY - (moved.scaleY * y + moved.shiftY))).toBeLessThan(0.34);
    }
  });

  it("exactly in its place where nothing moved", () => {
    const { placement } = register(picture, picture);
    expect([placement.scaleX, placement.scaleY]).toEqual([expect.closeTo(1, 4), expect.closeTo(1, 4)]);
    expect([placement.shiftX, placement.shiftY]).toEqual([expect.closeTo(0, 2), expect.closeTo(0, 2)]);
  });

  it("not at all where it shows something else", () => {
    const other = paint((x, y, c) => 255 * fractalNoise(x / 22 + 400 + c, y / 22 + 90, 77, 4));
    expect(planMerge(picture, other).reason).toBe("unaligned");
  });
});

describe("of a result", () => {
  const plan = planMerge(picture, bend(edited));

  it("all that was edited comes over, and nothing beyond its rim", () => {
    expect(plan.reason).toBeNull();
    for (let y = 12; y < height - 12; y++) {
      for (let x = 12; x < width - 12; x++) {
        const alpha = plan.alpha.data[y * width + x];
        if (isInDisc(x, y, -1)) expect(alpha).toBe(255);
        else if (!isInDisc(x, y, 20)) expect(alpha).toBe(0);
      }
    }
  });

  it("the colours are those of the picture again", () => {
    const placed = readPlaced(plan.result, 3, plan.placement);
    for (const [x, y] of [
      [250, 150],
      [60, 60],
      [350, 280],
    ] as const) {
      for (let c = 0; c < 3; c++) expect(Math.abs((placed[(y * width + x) * 3 + c] as number) - at(edited, x, y, c))).toBeLessThan(8);
    }
  });

  it("nothing comes over where only everything was bent", () => {
    expect(planMerge(picture, bend(picture)).alpha.data.every((value) => value === 0)).toBe(true);
  });

  it("a style that is everywhere is no edit of a part", () => {
    const negative = paint((x, y, c) => 255 - at(picture, x, y, c));
    const duotone = paint((x, y, c) => at(picture, x, y, 1) * ([0.4, 0.5, 0.2][c] as number));
    expect(planMerge(picture, negative).reason).not.toBeNull();
    expect(planMerge(picture, duotone).reason).toBe("global");
  });
});

describe("a soft mask", () => {
  const mask = new Uint8Array(21 * 21);
  mask[10 * 21 + 10] = 1;

  it("holds all within its growth, falls off, and is exactly 0 beyond", () => {
    const alpha = softenMask(mask, 21, 21, 3, 4);
    const row = [...alpha.subarray(10 * 21, 11 * 21)];
    expect(row.slice(7, 14)).toEqual([255, 255, 255, 255, 255, 255, 255]);
    expect(row.slice(3, 7).every((value, i, rising) => value > 0 && value >= (rising[i - 1] ?? 0))).toBe(true);
    expect([...row.slice(0, 3), ...row.slice(18)]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("stays exactly 0 between nothings when it is made large", () => {
    const small = newRaster(4, 1, 1);
    small.data.set([0, 0, 0, 200]);
    expect([...enlargeAlpha(small, 8, 1).data]).toEqual([0, 0, 0, 0, 0, 50, 150, 200]);
  });
});

it("what is placed at its own size where nothing moved comes back as it was, and beyond the border it is mirrored", () => {
  const small = newRaster(4, 2, 3);
  small.data.forEach((_, i) => {
    small.data[i] = 20 + 9 * i;
  });
  expect(placeResult({ result: small, placement: inPlace, width: 4, height: 2 }).data).toEqual(small.data);
  const aside = placeResult({ result: small, placement: { ...inPlace, shiftX: -1 }, width: 4, height: 2 });
  expect([...aside.data.subarray(0, 6)]).toEqual([...small.data.subarray(0, 3), ...small.data.subarray(0, 3)]);
});

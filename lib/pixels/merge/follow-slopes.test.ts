import { describe, expect, it } from "vitest";
import { fractalNoise } from "../noise.ts";
import { newPlane, type Plane } from "../plane.ts";
import { followSlopes } from "./follow-slopes.ts";
import { inPlace, type Placement } from "./placement.ts";

const [width, height] = [240, 180];
const search = { step: 1, rounds: 3, leastSlope: 0.0025 };
const truth: Placement = { scaleX: 1.004, shiftX: 0.6, scaleY: 0.997, shiftY: -0.4 };

function draw(value: (x: number, y: number) => number): Plane {
  const plane = newPlane(width, height);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = value(i % width, Math.floor(i / width));
  return plane;
}

const scene = (x: number, y: number) => 4 * (fractalNoise(x / 14, y / 14, 3, 3) - 0.5);
const own = draw(scene);
const moved = draw((x, y) => scene((x - truth.shiftX) / truth.scaleX, (y - truth.shiftY) / truth.scaleY));

function apart(one: Placement, other: Placement): number {
  const across = Math.abs((one.scaleX - other.scaleX) * width + one.shiftX - other.shiftX);
  return Math.max(across, Math.abs((one.scaleY - other.scaleY) * height + one.shiftY - other.shiftY));
}

describe("following slopes", () => {
  it("finds the last part of a pixel, zoom and shift together", () => {
    expect(apart(inPlace, truth)).toBeGreaterThan(0.9);
    expect(apart(followSlopes(own, moved, inPlace, search), truth)).toBeLessThan(0.05);
  });

  it("is not led astray by a part that was painted over", () => {
    const edited = { ...moved, data: moved.data.map((value, i) => (i % width > 150 && i > 60 * width ? 1.5 - value : value)) };
    expect(apart(followSlopes(own, edited, inPlace, search), truth)).toBeLessThan(0.1);
  });

  it("stays along edges that tell nothing about it", () => {
    const lines = (shift: number) => draw((x) => 2 * Math.sin((x - shift) / 6));
    const found = followSlopes(lines(0), lines(0.5), { ...inPlace, shiftY: 0.3 }, search);
    expect(found.shiftX).toBeCloseTo(0.5, 1);
    expect(found.shiftY).toBeCloseTo(0.3, 3);
  });

  it("stays where nothing slopes", () => {
    const even = draw(() => 0);
    expect(followSlopes(even, even, truth, search)).toEqual(truth);
  });
});

import { describe, expect, it } from "vitest";
import { coverageOf } from "./coverage.ts";
import type { Point } from "./outlines.ts";

function shares(polygons: readonly (readonly Point[])[], left = 0, top = 0, width = 6, height = 6): number[][] {
  const steps = coverageOf(polygons, { left, top, width, height });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { data } = step.value;
  return Array.from({ length: height }, (_, y) =>
    [...data.subarray(y * width, (y + 1) * width)].map((value) => Math.round(value * 1000) / 1000),
  );
}

const box = (left: number, top: number, right: number, bottom: number): readonly Point[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

describe("how much of a pixel is covered", () => {
  it("is the share that lies inside, at every side", () => {
    expect(shares([box(1.5, 1.25, 4.5, 3)])).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0, 0.375, 0.75, 0.75, 0.375, 0],
      [0, 0.5, 1, 1, 0.5, 0],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ]);
  });

  it("is exact under a slope", () => {
    const triangle: readonly Point[] = [
      [0, 0],
      [6, 6],
      [0, 6],
    ];
    const rows = shares([triangle]);
    expect(rows[2]).toEqual([1, 1, 0.5, 0, 0, 0]);
    expect(rows.flat().reduce((sum, value) => sum + value, 0)).toBeCloseTo(18, 4);
    const shallow: readonly Point[] = [
      [0, 1],
      [6, 2],
      [6, 3],
      [0, 3],
    ];
    const sum = shares([shallow])
      .flat()
      .reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(9, 2);
  });

  it("leaves the inside of a ring open, and covers once where two overlap", () => {
    const ring = shares([box(0, 0, 6, 6), [...box(2, 2, 4, 4)].reverse()]);
    expect([ring[0]?.[0], ring[3]?.[3]]).toEqual([1, 0]);
    expect(shares([box(0, 0, 4, 6), box(2, 0, 6, 6)]).flat()).toEqual(new Array(36).fill(1));
  });

  it("cuts off what lies outside of its box", () => {
    expect(shares([box(-5, -5, 20, 20)], 2, 2, 3, 2).flat()).toEqual(new Array(6).fill(1));
    expect(shares([box(8, 0, 20, 6)]).flat()).toEqual(new Array(36).fill(0));
  });
});

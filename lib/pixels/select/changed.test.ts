import { describe, expect, it } from "vitest";
import type { Raster } from "../raster.ts";
import { selectChanged } from "./changed.ts";

const side = 6;

function grey(level: (x: number, y: number) => number): Raster {
  const data = Uint8ClampedArray.from({ length: side * side }, (_, at) => level(at % side, Math.floor(at / side)));
  return { width: side, height: side, channels: 1, data };
}

function draw(marked: Uint8Array): string[] {
  return Array.from({ length: side }, (_, y) =>
    [...marked.subarray(y * side, (y + 1) * side)].map((level) => (level ? "#" : ".")).join(""),
  );
}

describe("what changed between two pictures", () => {
  const flat = grey(() => 100);

  it("is where the colours around a pixel differ by more than the threshold", () => {
    const edited = grey((x, y) => (x >= 2 && x < 5 && y >= 2 && y < 5 ? 190 : 100));
    expect(draw(selectChanged(flat, edited, 45))).toEqual(["......", "......", "...#..", "..###.", "...#..", "......"]);
    expect(draw(selectChanged(flat, edited, 20))).toEqual(["......", "...#..", "..###.", ".#####", "..###.", "...#.."]);
  });

  it("is nothing where there is only grain", () => {
    const grainy = grey((x, y) => 100 + ((x * 7 + y * 3) % 5) * 4);
    expect(selectChanged(flat, grainy, 16).some((level) => level > 0)).toBe(false);
  });

  it("is seen in one channel alone, and beside a picture without colours", () => {
    const data = new Uint8ClampedArray(side * side * 4).map((_, at) => (at % 4 === 2 ? 180 : at % 4 === 3 ? 255 : 100));
    expect(selectChanged({ width: side, height: side, channels: 4, data }, flat, 60).every((level) => level === 255)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { lumaOf, type Rgb, rgbToHsl } from "#lib/pixels/colour.ts";
import { inkLines } from "#lib/pixels/edges.ts";
import { newPlane } from "#lib/pixels/plane.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { applyLook } from "./looks.ts";
import { pixelArt } from "./print.ts";
import { toneOperations } from "./tone.ts";

function flat(rgb: Rgb, side = 24): Raster {
  const result = newRaster(side, side, 3);
  for (let i = 0; i < side * side; i++) result.data.set(rgb, i * 3);
  return result;
}
const middleOf = ({ data, width, height }: Raster): Rgb => {
  const at = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 3;
  return [data[at] as number, data[at + 1] as number, data[at + 2] as number];
};

describe("looks", () => {
  it("make a night of cold blue light, and no violet one", () => {
    const [hue, strength] = rgbToHsl(...middleOf(finish(applyLook(flat([150, 150, 150]), "night", 1, 1))));
    expect(hue).toBeGreaterThan(195);
    expect(hue).toBeLessThan(220);
    expect(strength).toBeGreaterThan(0.2);
  });
  it("give autumn yellow leaves in the light and redder ones in the shade", () => {
    const [lit] = rgbToHsl(...middleOf(finish(applyLook(flat([140, 190, 70]), "autumn", 1, 1))));
    const [shaded] = rgbToHsl(...middleOf(finish(applyLook(flat([40, 62, 24]), "autumn", 1, 1))));
    expect(lit - shaded).toBeGreaterThan(20);
  });
  it("show what was nearly black when shadows are lifted, and leave the light parts", () => {
    const lifted = (value: number): number => lumaOf(...middleOf(finish(toneOperations.shadows(flat([value, value, value]), 0.5))));
    expect(lifted(8)).toBeGreaterThan(24);
    expect(lifted(220)).toBeLessThan(224);
  });
});

describe("what is drawn", () => {
  it("has hardly a line where everything is busy, and a whole one along an edge", () => {
    const [width, height] = [160, 80];
    const plane = newPlane(width, height);
    for (let i = 0; i < width * height; i++) {
      const [x, y] = [i % width, Math.floor(i / width)];
      const waves = 130 + 60 * (hashPoint(Math.floor(x / 3), Math.floor(y / 3), 4) - 0.5);
      plane.data[i] = x < 80 ? waves : x < 120 ? 60 : 190;
    }
    const ink = finish(inkLines(plane, 1.6, 1.6));
    const inkIn = (from: number, to: number): number => {
      let sum = 0;
      for (let y = 20; y < 60; y++) for (let x = from; x < to; x++) sum += ink.data[y * width + x] as number;
      return sum / 40 / (to - from);
    };
    expect(inkIn(10, 60)).toBeLessThan(0.12);
    expect(inkIn(115, 121)).toBeGreaterThan(0.4);
  });
  it("is pixel art in few colours, and those of the picture: a white wall has no pink and green specks", () => {
    const wall = newRaster(256, 128, 3);
    for (let i = 0; i < 256 * 128; i++) wall.data.fill(190 + (i % 256) / 5, i * 3, i * 3 + 3);
    const { data } = finish(pixelArt(wall, 1, 1));
    const colours = new Set(Array.from({ length: data.length / 3 }, (_, i) => data.subarray(i * 3, i * 3 + 3).join()));
    expect(colours.size).toBeLessThanOrEqual(28);
    const strengths = [...colours].map((said) => said.split(",").map(Number)).map((rgb) => Math.max(...rgb) - Math.min(...rgb));
    expect(Math.max(...strengths)).toBeLessThan(8);
  });
});

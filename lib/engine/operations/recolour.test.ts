import { describe, expect, it } from "vitest";
import { type Rgb, rgbToLab } from "#lib/pixels/colour.ts";
import { newPlane } from "#lib/pixels/plane.ts";
import { newRaster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { recolour } from "./recolour.ts";

/** A row of shades of one thing, recoloured: what each comes to. */
function recoloured(shades: readonly Rgb[], to: Rgb): readonly (readonly [number, number, number])[] {
  const source = newRaster(shades.length, 1, 3);
  for (const [i, shade] of shades.entries()) source.data.set(shade, i * 3);
  const mask = newPlane(shades.length, 1);
  mask.data.fill(1);
  const { data } = finish(recolour(source, mask, to));
  return shades.map((_, i) => rgbToLab(data[i * 3] as number, data[i * 3 + 1] as number, data[i * 3 + 2] as number));
}

const lightnessOf = (lab: readonly [number, number, number] | undefined): number => lab?.[0] ?? Number.NaN;

describe("recolouring", () => {
  it("makes a dark blue thing mint, not green, and its pale inside no white", () => {
    const [shade, body, , , inside] = recoloured(
      [
        [14, 30, 90],
        [28, 60, 160],
        [28, 60, 160],
        [30, 66, 170],
        [120, 188, 214],
      ],
      [152, 226, 190],
    );
    expect(lightnessOf(body)).toBeGreaterThan(68);
    expect(lightnessOf(shade)).toBeLessThan(lightnessOf(body) - 8);
    expect(Math.hypot(inside?.[1] ?? 0, inside?.[2] ?? 0)).toBeGreaterThan(8);
  });
  it("makes red paint white with its shade, and leaves black where it is dark", () => {
    const [black, shade, body] = recoloured(
      [
        [6, 3, 3],
        [110, 14, 18],
        [190, 26, 30],
        [196, 30, 34],
        [200, 34, 38],
      ],
      [244, 244, 242],
    );
    expect(lightnessOf(body)).toBeGreaterThan(84);
    expect(lightnessOf(shade)).toBeLessThan(lightnessOf(body) - 8);
    expect(lightnessOf(black)).toBeLessThan(30);
  });
  it("leaves a gleam on red paint white where it becomes black", () => {
    const [body, , , gleam] = recoloured(
      [
        [190, 26, 30],
        [180, 20, 26],
        [200, 34, 38],
        [252, 244, 244],
      ],
      [22, 22, 24],
    );
    expect(lightnessOf(body)).toBeLessThan(24);
    expect(lightnessOf(gleam)).toBeGreaterThan(75);
  });
  it("takes white paper to red with its folds, and leaves no white on it", () => {
    const [fold, body, bright] = recoloured(
      [
        [186, 184, 180],
        [226, 226, 222],
        [246, 246, 244],
      ],
      [210, 40, 40],
    );
    expect(lightnessOf(bright)).toBeLessThan(66);
    expect(lightnessOf(fold)).toBeLessThan(lightnessOf(body) - 5);
  });
});

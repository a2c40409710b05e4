import { describe, expect, it } from "vitest";
import type { Extent } from "#lib/pixels/network/read-boxes.ts";
import { newPlane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { lightFor, matchLight } from "./match-light.ts";

const box = { x: 20, y: 20, width: 20, height: 20 };

/** Bands of dark, middle and bright in one colour of light. */
function scene(light: readonly [number, number, number]): Raster {
  const picture = newRaster(60, 60, 3);
  for (let i = 0; i < 60 * 60; i++) {
    const level = [0.15, 0.5, 1][i % 3] as number;
    picture.data.set(
      light.map((value) => level * value),
      i * 3,
    );
  }
  return picture;
}

/** What becomes of a grey thing. */
function lit(from: Raster, to: Raster, own = 150, people: readonly Extent[] = []): readonly number[] {
  const mask = newPlane(60, 60);
  const source = { ...from, data: from.data.slice() };
  for (let y = box.y; y < box.y + box.height; y++) {
    mask.data.fill(1, y * 60 + box.x, y * 60 + box.x + box.width);
    source.data.fill(own, (y * 60 + box.x) * 3, (y * 60 + box.x + box.width) * 3);
  }
  const cut = { mask, box };
  const grey = newRaster(1, 1, 3);
  grey.data.fill(own);
  const change = finish(lightFor(source, cut, to, box, people));
  return [...finish(matchLight(grey, { width: 1, height: 1, data: new Float32Array([1]) }, change)).data];
}

/** Bright above and dark below. */
function against(sky: number, ground: number): Raster {
  const picture = newRaster(60, 60, 3);
  picture.data.fill(sky, 0, 60 * 30 * 3).fill(ground, 60 * 30 * 3);
  return picture;
}

const [noon, evening, dusk] = [scene([230, 230, 230]), scene([230, 150, 70]), scene([60, 60, 75])];

describe("bringing a thing into another light", () => {
  it("changes nothing where both are lit alike, however bright the thing is itself", () => {
    for (const value of lit(noon, noon)) expect(Math.abs(value - 150)).toBeLessThan(4);
  });
  it("warms it for an evening and cools it back", () => {
    const [red = 0, , blue = 0] = lit(noon, evening);
    expect(red - blue).toBeGreaterThan(10);
    const [backRed = 0, , backBlue = 0] = lit(evening, noon);
    expect(backRed - backBlue).toBeLessThan(-10);
  });
  it("shows its shaded side before a bright sky over dark ground, and leaves what is dark already", () => {
    const [bright, darker] = [against(210, 120), against(210, 40)];
    expect(lit(noon, darker)[1]).toBeLessThan(0.75 * (lit(noon, bright)[1] as number));
    expect(lit(noon, darker, 30)[1]).toBeGreaterThan(20);
  });
  it("darkens it for the dusk", () => {
    expect(lit(noon, dusk)[1]).toBeLessThan(115);
  });
  it("lights it as those who are there already: by a flash, or not", () => {
    const somebody: Extent = { left: 0.5, right: 0.9, top: 0.2, bottom: 0.9 };
    const night = scene([20, 20, 20]);
    const flash = { ...night, data: night.data.slice() };
    for (let y = 12; y < 54; y++) flash.data.fill(200, (y * 60 + 30) * 3, (y * 60 + 54) * 3);
    expect(lit(noon, night, 150, [somebody])[1]).toBeLessThan(115);
    expect(lit(noon, flash, 150, [somebody])[1]).toBeGreaterThan(140);
  });
});

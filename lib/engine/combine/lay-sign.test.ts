import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { readGiven } from "./given.ts";
import { laySign, signOf } from "./lay-sign.ts";

/** A red ring on white. */
function logo(channels: 3 | 4 = 3): Raster {
  const picture = newRaster(120, 80, channels);
  for (let i = 0; i < 120 * 80; i++) {
    const away = Math.hypot((i % 120) - 60, Math.floor(i / 120) - 40);
    const isRing = away > 14 && away < 30;
    picture.data.set(isRing ? [210, 30, 40, 255].slice(0, channels) : [255, 255, 255, 0].slice(0, channels), i * channels);
  }
  return picture;
}

function photograph(): Raster {
  const picture = newRaster(300, 200, 3);
  for (let i = 0; i < 60_000; i++) picture.data.set([40 + ((i * 7) % 90), 90 + ((i * 13) % 60), 60], i * 3);
  return picture;
}

const isRed = ({ data }: Raster, i: number): boolean => (data[i * 3] as number) > 190 && (data[i * 3 + 1] as number) < 60;

describe("a sign in a corner", () => {
  it.each([3, 4] as const)("keeps its colours and lets through what is plain about and within it (%d channels)", (channels) => {
    const ground = photograph();
    const laid = finish(laySign(ground, readGiven(logo(channels)), "bottom right", 1));
    const red = Array.from({ length: 60_000 }, (_, i) => i).filter((i) => isRed(laid, i));
    expect(red.length).toBeGreaterThan(400);
    expect(Math.min(...red.map((i) => i % 300))).toBeGreaterThan(220);
    expect(Math.min(...red.map((i) => Math.floor(i / 300)))).toBeGreaterThan(140);
    const white = Array.from({ length: 60_000 }, (_, i) => i).filter((i) => (laid.data[i * 3 + 2] as number) > 200);
    expect(white).toEqual([]);
  });
  it("shows its ground through it as a watermark", () => {
    const laid = finish(laySign(photograph(), readGiven(logo()), "top left", 0.5));
    expect(Array.from({ length: 60_000 }, (_, i) => i).filter((i) => isRed(laid, i))).toEqual([]);
  });
  it("is told from a photograph by its plain ground, or by having been cut out", () => {
    const photo = readGiven(photograph());
    expect(signOf([photo, readGiven(logo())])).toBe(1);
    expect(signOf([readGiven(logo(4)), photo])).toBe(0);
    expect(signOf([readGiven(logo(4)), readGiven(logo())])).toBe(0);
    expect(signOf([photo, photo])).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { applyWeather } from "./weather.ts";

/** Grey pavement below a blue sky, and a coat of a strong red on it. */
function pavement(): Raster {
  const picture = newRaster(120, 90, 3);
  for (let i = 0; i < 120 * 90; i++) {
    const [x, y] = [i % 120, Math.floor(i / 120)];
    picture.data.set(y < 40 ? [120, 160, 220] : x > 50 && x < 70 && y > 66 ? [190, 40, 36] : [118, 116, 112], i * 3);
  }
  return picture;
}

/** Mean green of a row's pixels, flakes aside by the median. */
function greenOf(picture: Raster, y: number, from: number, to: number): number {
  const values = Array.from({ length: to - from }, (_, x) => picture.data[(y * 120 + from + x) * 3 + 1] as number);
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}

describe("weather", () => {
  it("lets much snow lie on the ground, and on what has a colour of its own less", () => {
    const [some, much] = [1, 1.7].map((strength) => finish(applyWeather(pavement(), "snow", strength, 3))) as [Raster, Raster];
    const ground = greenOf(much, 80, 0, 45);
    expect(ground).toBeGreaterThan(185);
    expect(ground - greenOf(some, 80, 0, 45)).toBeGreaterThan(25);
    expect(greenOf(much, 80, 54, 66)).toBeLessThan(ground - 40);
  });
});

import { expect, it } from "vitest";
import { hashPoint } from "#lib/pixels/random.ts";
import { newRaster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { woodblock } from "./woodblock.ts";

it("prints a sky wiped darker towards the top, over flat land on warm paper", () => {
  const picture = newRaster(240, 180, 3);
  for (let i = 0; i < 240 * 180; i++) {
    const [x, y] = [i % 240, Math.floor(i / 240)];
    const noise = 30 * (hashPoint(x, y, 1) - 0.5);
    picture.data.set(y < 100 ? [168, 200, 232] : x < 120 ? [70 + noise, 130 + noise, 60 + noise] : [236, 236, 240], i * 3);
  }
  const { data } = finish(woodblock(picture, 1, 1));
  const mean = (x0: number, x1: number, y0: number, y1: number): readonly number[] =>
    [0, 1, 2].map((c) => {
      let sum = 0;
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += data[(y * 240 + x) * 3 + c] as number;
      return sum / ((x1 - x0) * (y1 - y0));
    });
  const [top, low, snow] = [mean(20, 220, 0, 6), mean(20, 220, 70, 90), mean(140, 230, 120, 170)];
  expect((low[0] as number) - (top[0] as number)).toBeGreaterThan(60);
  // Bare paper is warmer than snow.
  expect((snow[0] as number) - (snow[2] as number)).toBeGreaterThan(15);
});

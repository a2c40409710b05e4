import { expect, it } from "vitest";
import { newRaster } from "../raster.ts";
import { finish } from "../work.ts";
import { findUprights } from "./uprights.ts";
import { lookAt } from "./view.ts";

it("sees posts, and neither the lines of waves nor an even ground", () => {
  const picture = newRaster(180, 120, 3);
  for (let i = 0; i < 180 * 120; i++) {
    const [x, y] = [i % 180, Math.floor(i / 180)];
    const isDark = x < 60 ? x % 12 < 5 : x < 120 ? y % 12 < 5 : false;
    picture.data.fill(isDark ? 50 : 170, i * 3, i * 3 + 3);
  }
  const { data, width } = finish(findUprights(finish(lookAt(picture))));
  const meanOf = (from: number, to: number): number => {
    let sum = 0;
    for (let y = 20; y < 100; y++) for (let x = from; x < to; x++) sum += data[y * width + x] as number;
    return sum / (80 * (to - from));
  };
  expect(meanOf(10, 50)).toBeGreaterThan(0.8);
  expect(meanOf(72, 110)).toBeLessThan(0.05);
  expect(meanOf(132, 170)).toBeLessThan(0.05);
});

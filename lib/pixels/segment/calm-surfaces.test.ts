import { describe, expect, it } from "vitest";
import { newRaster, type Raster } from "../raster.ts";
import { finish } from "../work.ts";
import { findCalmSurfaces } from "./calm-surfaces.ts";
import { lookAt } from "./view.ts";

/** A wall in light that falls off, over a floor of boards. */
function room(): Raster {
  const picture = newRaster(200, 150, 3);
  for (let i = 0; i < 200 * 150; i++) {
    const [x, y] = [i % 200, Math.floor(i / 200)];
    const light = 1 - 0.4 * (x / 200);
    const isBoard = Math.floor(x / 2) % 2 === 0;
    picture.data.set(y < 90 ? [210, 205, 190].map((value) => value * light) : [130 + (isBoard ? 6 : 0), 90, 60 + (isBoard ? 5 : 0)], i * 3);
  }
  return picture;
}

describe("even surfaces", () => {
  it("go on through light and shade and over boards, and end at an edge", () => {
    const view = finish(lookAt(room()));
    const shares = finish(findCalmSurfaces(view)).map(({ pixels }) => pixels.length / (view.width * view.height));
    const [wall, floor, ...slivers] = shares;
    expect(wall).toBeGreaterThan(0.56);
    expect(wall).toBeLessThan(0.62);
    expect(floor).toBeGreaterThan(0.36);
    for (const sliver of slivers) expect(sliver).toBeLessThan(0.02);
  });
});

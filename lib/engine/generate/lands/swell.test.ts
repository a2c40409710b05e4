import { describe, expect, it } from "vitest";
import { lumaOf } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";
import { paintScene } from "../paint-scene.ts";
import { readScene } from "../words/read-scene.ts";

const [width, height] = [360, 240];
const paint = (prompt: string, seed: number): Raster => finish(paintScene(readScene(prompt, seed).scene, width, height));

/** Of the foam, how much lies at an edge of it. */
function shareOfEdges({ data }: Raster): number {
  const luma = (at: number): number => lumaOf(data[at] as number, data[at + 1] as number, data[at + 2] as number);
  let [edges, foam] = [0, 0];
  for (let y = 150; y < height; y++)
    for (let x = 0; x < width - 1; x++) {
      const [left, right] = [luma((y * width + x) * 3), luma((y * width + x + 1) * 3)];
      if (Math.max(left, right) < 130) continue;
      foam++;
      if (Math.abs(left - right) > 20) edges++;
    }
  return edges / foam;
}

describe("a rough sea", () => {
  it.each([1, 2, 3])("tears its foam instead of fading it out, with seed %d", (seed) => {
    expect(shareOfEdges(paint("a stormy sea with big waves", seed))).toBeGreaterThan(0.06);
  });
});

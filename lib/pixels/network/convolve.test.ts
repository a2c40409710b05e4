import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { finish } from "../work.ts";
import { convolve, type Layer } from "./convolve.ts";
import { type FeatureMap, newFeatureMap } from "./feature-map.ts";

const random = createRandom(11);
const noisy = (count: number): Float32Array => Float32Array.from({ length: count }, () => 2 * random() - 1);

function mapOf(width: number, height: number, channels: number): FeatureMap {
  return { ...newFeatureMap(width, height, channels), data: noisy(width * height * channels) };
}

function layerOf(from: number, to: number): Layer {
  return { from, to, weights: noisy(to * 9 * from), biases: noisy(to) };
}

/** What the loop means. */
function plainly(maps: readonly FeatureMap[], { from, to, weights, biases }: Layer, spacing: number, isRectified: boolean): FeatureMap {
  const { width, height } = maps[0] as FeatureMap;
  const valueAt = (x: number, y: number, c: number): number => {
    if (x < 0 || y < 0 || x >= width || y >= height) return 0;
    let channel = c;
    for (const { channels, data } of maps) {
      if (channel < channels) return data[(y * width + x) * channels + channel] as number;
      channel -= channels;
    }
    return 0;
  };
  const result = newFeatureMap(width, height, to);
  for (let i = 0; i < width * height; i++)
    for (let n = 0; n < to; n++) {
      let sum = biases[n] as number;
      for (let tap = 0; tap < 9; tap++)
        for (let c = 0; c < from; c++) {
          const x = (i % width) + ((tap % 3) - 1) * spacing;
          const y = Math.floor(i / width) + (Math.floor(tap / 3) - 1) * spacing;
          sum += valueAt(x, y, c) * (weights[(n * 9 + tap) * from + c] as number);
        }
      result.data[i * to + n] = isRectified ? Math.max(0, sum) : sum;
    }
  return result;
}

describe("a layer", () => {
  it.each([
    ["colours, at a width that no four places fill", [3], 16, 1, [13, 7]],
    ["values farther apart", [16], 16, 4, [10, 9]],
    ["two maps", [16, 64], 8, 1, [12, 5]],
    ["one value that comes out", [64], 1, 1, [8, 6]],
    ["fewer places than it looks at", [4], 8, 8, [3, 2]],
  ] as const)("sums %s", (_, from, to, spacing, [width, height]) => {
    const [first, ...rest] = from.map((channels) => mapOf(width, height, channels));
    const maps = [first as FeatureMap, ...rest] as const;
    const layer = layerOf(
      from.reduce((sum, channels) => sum + channels, 0),
      to,
    );
    for (const isRectified of [true, false]) {
      const found = finish(convolve(maps, layer, { spacing, isRectified }));
      const expected = plainly(maps, layer, spacing, isRectified);
      expect(found).toMatchObject({ width, height, channels: to });
      for (const [i, value] of expected.data.entries()) expect(found.data[i]).toBeCloseTo(value, 4);
    }
  });

  it("leaves what is below nothing where nothing rectifies it", () => {
    const layer = { ...layerOf(4, 8), biases: new Float32Array(8).fill(-100) };
    const map = mapOf(5, 5, 4);
    expect(Math.max(...finish(convolve([map], layer, { isRectified: false })).data)).toBeLessThan(0);
    expect(Math.max(...finish(convolve([map], layer, { isRectified: true })).data)).toBe(0);
  });
});

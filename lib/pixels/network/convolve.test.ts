import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { finish } from "../work.ts";
import { type ConvolveOptions, convolve, type Layer, type Taps } from "./convolve.ts";
import { type FeatureMap, newFeatureMap } from "./feature-map.ts";

const random = createRandom(11);
const noisy = (count: number): Float32Array => Float32Array.from({ length: count }, () => 2 * random() - 1);

function mapOf(width: number, height: number, channels: number): FeatureMap {
  return { ...newFeatureMap(width, height, channels), data: noisy(width * height * channels) };
}

function layerOf(from: number, to: number, taps: Taps = 9): Layer {
  return { from, to, taps, weights: noisy(to * taps * from), biases: noisy(to) };
}

/** What the loop means. */
function plainly(
  maps: readonly FeatureMap[],
  { from, to, taps, weights, biases }: Layer,
  { spacing = 1, stride = 1, slope }: ConvolveOptions,
): FeatureMap {
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
  const result = newFeatureMap(Math.ceil(width / stride), Math.ceil(height / stride), to);
  const [across, reach] = taps === 1 ? [1, 0] : [3, spacing];
  for (let i = 0; i < result.width * result.height; i++)
    for (let n = 0; n < to; n++) {
      let sum = biases[n] as number;
      for (let tap = 0; tap < taps; tap++)
        for (let c = 0; c < from; c++) {
          const x = (i % result.width) * stride + ((tap % across) - (across >> 1)) * reach;
          const y = Math.floor(i / result.width) * stride + (Math.floor(tap / across) - (across >> 1)) * reach;
          sum += valueAt(x, y, c) * (weights[(n * taps + tap) * from + c] as number);
        }
      result.data[i * to + n] = sum < 0 ? slope * sum : sum;
    }
  return result;
}

describe("a layer", () => {
  it.each([
    ["colours, at a width that no four places fill", [3], 16, 9, { spacing: 1 }, [13, 7]],
    ["values farther apart", [16], 16, 9, { spacing: 4 }, [10, 9]],
    ["two maps", [16, 64], 8, 9, {}, [12, 5]],
    ["one value that comes out", [64], 1, 9, {}, [8, 6]],
    ["fewer places than it looks at", [4], 8, 9, { spacing: 8 }, [3, 2]],
    ["every second place, of an odd size", [3], 8, 9, { stride: 2 }, [13, 7]],
    ["every second place, of an even size", [8], 16, 9, { stride: 2 }, [16, 6]],
    ["places by themselves", [12], 20, 1, {}, [9, 5]],
    ["two maps, places by themselves", [8, 8], 8, 1, {}, [5, 4]],
  ] as const)("sums %s", (_, from, to, taps, options, [width, height]) => {
    const [first, ...rest] = from.map((channels) => mapOf(width, height, channels));
    const maps = [first as FeatureMap, ...rest] as const;
    const all = from.reduce<number>((sum, channels) => sum + channels, 0);
    const layer = layerOf(all, to, taps);
    for (const slope of [0, 0.1, 1]) {
      const found = finish(convolve(maps, layer, { ...options, slope }));
      const expected = plainly(maps, layer, { ...options, slope });
      expect(found).toMatchObject({ width: expected.width, height: expected.height, channels: to });
      for (const [i, value] of expected.data.entries()) expect(found.data[i]).toBeCloseTo(value, 4);
    }
  });

  it("leaves of what is below nothing what its slope says", () => {
    const layer = { ...layerOf(4, 8), biases: new Float32Array(8).fill(-100) };
    const map = mapOf(5, 5, 4);
    const most = (slope: number): number => Math.max(...finish(convolve([map], layer, { slope })).data);
    expect(most(1)).toBeLessThan(-50);
    expect(most(0.1)).toBeCloseTo(0.1 * most(1), 3);
    expect(most(0)).toBeCloseTo(0);
  });
});

import { describe, expect, it } from "vitest";
import type { Layer } from "./convolve.ts";
import { newFeatureMap } from "./feature-map.ts";
import { type LayerShape, readWeights } from "./read-weights.ts";
import { findStandingOut, layerShapes } from "./u-squared.ts";

const silent = (shapes: readonly LayerShape[]): readonly Layer[] =>
  shapes.map(([from, to, taps]) => ({ from, to, taps, weights: new Float32Array(to * taps * from), biases: new Float32Array(to) }));

describe("the network", () => {
  it("asks each of its layers once, and says at each pixel what the last of them says", () => {
    const layers = silent(layerShapes);
    const last = layers.at(-1) as Layer;
    last.biases[0] = Math.log(3);
    const work = findStandingOut(newFeatureMap(40, 24, 3), layers);
    const shares: number[] = [];
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) {
        expect(step.value).toMatchObject({ width: 40, height: 24, channels: 1 });
        expect([...step.value.data].every((value) => Math.abs(value - 0.75) < 1e-6)).toBe(true);
        break;
      }
      shares.push(step.value);
    }
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it("says how many layers it expected", () => {
    const work = findStandingOut(newFeatureMap(8, 8, 3), silent(layerShapes).slice(0, 5));
    expect(() => [...work]).toThrow("Expected 119 layers but received 5");
  });
});

describe("its weights", () => {
  const shapes: readonly LayerShape[] = [
    [2, 1, 1],
    [1, 2, 1],
  ];

  it("are biases and then weights, layer by layer", () => {
    const bytes = new DataView(new ArrayBuffer(14));
    for (const [n, value] of [0.5, 1, -2, 3, 4, 0.25, -0.25].entries()) bytes.setFloat16(2 * n, value, true);
    const layers = readWeights(new Uint8Array(bytes.buffer), shapes, "halves");
    expect(layers).toEqual([
      { from: 2, to: 1, taps: 1, biases: Float32Array.of(0.5), weights: Float32Array.of(1, -2) },
      { from: 1, to: 2, taps: 1, biases: Float32Array.of(3, 4), weights: Float32Array.of(0.25, -0.25) },
    ]);
  });

  it("are whole numbers times one scale for each value that comes out", () => {
    const bytes = new DataView(new ArrayBuffer(22));
    bytes.setFloat16(0, 0.5, true);
    bytes.setFloat32(2, 0.25, true);
    bytes.setInt8(6, -4);
    bytes.setInt8(7, 127);
    for (const [n, value] of [3, 4].entries()) bytes.setFloat16(8 + 2 * n, value, true);
    for (const [n, value] of [2, 0.5].entries()) bytes.setFloat32(12 + 4 * n, value, true);
    for (const [n, value] of [-128, 6].entries()) bytes.setInt8(20 + n, value);
    expect(readWeights(new Uint8Array(bytes.buffer), shapes, "scaled")).toEqual([
      { from: 2, to: 1, taps: 1, biases: Float32Array.of(0.5), weights: Float32Array.of(-1, 31.75) },
      { from: 1, to: 2, taps: 1, biases: Float32Array.of(3, 4), weights: Float32Array.of(-256, 3) },
    ]);
  });

  it.each([
    ["halves", 14],
    ["scaled", 22],
  ] as const)("are as many as the network has (%s)", (form, expected) => {
    expect(() => readWeights(new Uint8Array(12), shapes, form)).toThrow(`Expected ${expected} bytes of weights but received 12`);
  });
});

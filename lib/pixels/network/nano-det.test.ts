import { describe, expect, it } from "vitest";
import { finish } from "../work.ts";
import type { Layer } from "./convolve.ts";
import { type FeatureMap, newFeatureMap } from "./feature-map.ts";
import { boxSides, findOnLevels, nanoShapes, reaches } from "./nano-det.ts";
import { readBoxes } from "./read-boxes.ts";

const kinds = 3;
const channels = kinds + boxSides * reaches;

describe("the network with names", () => {
  const silent: readonly Layer[] = nanoShapes(kinds).map(([from, to, taps]) => ({
    ...{ from, to, taps },
    weights: new Float32Array(to * taps * from),
    biases: new Float32Array(to),
  }));

  it("answers on three levels, each half the size of the one before, what its own last layer says", () => {
    const answering = silent.slice(-6).filter(({ taps }) => taps === 1);
    for (const [n, layer] of answering.entries()) layer.biases.fill(n + 1);
    const work = findOnLevels(newFeatureMap(64, 96, 3), silent);
    const shares: number[] = [];
    let step = work.next();
    for (; !step.done; step = work.next()) shares.push(step.value);
    expect(step.value).toHaveLength(3);
    for (const [n, map] of step.value.entries()) {
      expect(map).toMatchObject({ width: 8 / 2 ** n, height: 12 / 2 ** n, channels });
      expect(new Set(map.data)).toEqual(new Set([n + 1]));
    }
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it("says that it expected more layers", () => {
    expect(() => finish(findOnLevels(newFeatureMap(32, 32, 3), silent.slice(0, 5)))).toThrow("Expected more than 5 layers");
  });
});

/** A level that sees nothing but what is set in it. */
function levelOf(
  width: number,
  height: number,
  ...things: readonly (readonly [x: number, y: number, kind: number, logit: number])[]
): FeatureMap {
  const map = newFeatureMap(width, height, channels);
  for (let i = 0; i < width * height; i++) map.data.fill(-9, i * channels, i * channels + kinds);
  for (const [x, y, kind, logit] of things) {
    const at = (y * width + x) * channels;
    map.data[at + kind] = logit;
    // Surely three steps to the left, right and down, one up.
    for (const [side, steps] of [3, 1, 3, 3].entries()) map.data[at + kinds + side * reaches + steps] = 40;
  }
  return map;
}

describe("its answers", () => {
  it("are boxes in shares of the picture, cut at its border, surest first", () => {
    const boxes = readBoxes([levelOf(10, 10, [4, 4, 2, 1]), levelOf(5, 5, [0, 0, 0, 2])], kinds, 0.5);
    expect(boxes.map(({ kind }) => kind)).toEqual([0, 2]);
    expect(boxes[0]).toMatchObject({ left: 0, top: 0, right: 0.7, bottom: 0.7 });
    expect(boxes[0]?.score).toBeCloseTo(1 / (1 + Math.exp(-2)));
    for (const [side, value] of Object.entries({ left: 0.15, top: 0.35, right: 0.75, bottom: 0.75 }))
      expect(boxes[1]?.[side as "left"]).toBeCloseTo(value);
  });

  it("name each thing once, and two things of different kinds both", () => {
    const near = levelOf(12, 12, [5, 5, 1, 1], [6, 5, 1, 2], [5, 5, 0, 0.9]);
    expect(readBoxes([near], kinds, 0.5)).toHaveLength(1);
    const twice = readBoxes([near, levelOf(12, 12, [5, 5, 0, 1.5])], kinds, 0.5);
    expect(twice.map(({ kind }) => kind)).toEqual([1, 0]);
  });

  it("leave out what is not sure enough", () => {
    expect(readBoxes([levelOf(6, 6, [2, 2, 1, 0.1])], kinds, 0.6)).toEqual([]);
  });
});

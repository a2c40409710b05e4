import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { finish } from "../work.ts";
import { usualLeeway } from "./leeway.ts";
import { describeLevel, type Level } from "./level.ts";
import { findRepeats, pickOffsets } from "./offsets.ts";
import { describeEnergy, type Energy, type Ground, prepareGround } from "./shift-energy.ts";
import { addUp, expand, labelHole } from "./shift-labels.ts";
import type { Texture } from "./texture.ts";

/** A pattern that repeats every 12 pixels across and 10 down, with a hole in its middle. */
function tiles(): Level {
  const [width, height] = [72, 60];
  const random = createRandom(9);
  const tile = Array.from({ length: 120 }, () => [random() * 255, random() * 255, random() * 255]);
  const colours = new Uint8ClampedArray(width * height * 3);
  const hole = new Uint8Array(width * height);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    colours.set(tile[(y % 10) * 12 + (x % 12)] ?? [], i * 3);
    hole[i] = x >= 30 && x < 42 && y >= 25 && y < 35 ? 1 : 0;
  }
  return finish(describeLevel(width, height, colours, hole));
}

describe("the offsets of a picture", () => {
  it("are the periods of a pattern", () => {
    const offsets = pickOffsets(finish(findRepeats(tiles(), createRandom(1))), 12, 0, createRandom(1));
    expect(offsets).toHaveLength(12);
    for (const { dx, dy } of offsets) expect([Math.abs(dx % 12), Math.abs(dy % 10)]).toEqual([0, 0]);
  });
  it("never are near, and none are found where no patch is whole", () => {
    for (const { dx, dy } of pickOffsets(finish(findRepeats(tiles(), createRandom(2))), 60, 1, createRandom(2))) {
      expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeGreaterThanOrEqual(5);
    }
    const empty = finish(describeLevel(9, 9, new Uint8ClampedArray(243), new Uint8Array(81).fill(1)));
    expect(pickOffsets(finish(findRepeats(empty, createRandom(1))), 60, 0, createRandom(1))).toEqual([]);
  });
});

/** Nowhere busier than elsewhere, unless a texture is given, and without a line to carry on. */
function groundOf(level: Level, texture?: Texture, matched?: Int32Array): Ground {
  const even = { busyness: new Float32Array(level.hole.length), sparsity: new Float32Array(level.hole.length) };
  return finish(prepareGround(level, texture ?? even, new Float32Array(level.hole.length), usualLeeway, matched));
}

describe("the labels of a hole", () => {
  it("are one where one offset continues the pattern", () => {
    const level = tiles();
    const offsets = [
      { dx: 7, dy: 20 },
      { dx: 24, dy: 0 },
      { dx: 1, dy: 1 },
    ];
    const { energy, label } = finish(labelHole(groundOf(level), offsets));
    expect(energy.pixels).toHaveLength(120);
    expect(new Set(label)).toEqual(new Set([1]));
    for (const other of [0, 2])
      expect(addUp(energy, label)).toBeLessThan(
        addUp(
          energy,
          label.map(() => other),
        ) / 4,
      );
  });
  it("never cost more after an expansion, whatever the costs", () => {
    const random = createRandom(4);
    for (let round = 0; round < 30; round++) {
      const count = 3;
      const data = Array.from({ length: 6 * count }, () => Math.floor(random() * 50));
      const table = Array.from({ length: 4096 }, () => Math.floor(random() * 50));
      const energy: Energy = {
        pixels: Int32Array.from([0, 1, 2, 3, 4, 5]),
        pairs: Int32Array.from([0, 1, 1, 2, 3, 4, 4, 5, 0, 3, 1, 4, 2, 5]),
        labels: count,
        source: () => -1,
        data: (n, label) => data[n * count + label] ?? 0,
        pair: (a, b, labelOfA, labelOfB) => (labelOfA === labelOfB ? 0 : (table[((a * 6 + b) * count + labelOfA) * count + labelOfB] ?? 0)),
      };
      const label = Int32Array.from({ length: 6 }, () => Math.floor(random() * count));
      const before = addUp(energy, label);
      expect(finish(expand(energy, label, 2))).toBe(addUp(energy, label));
      expect(addUp(energy, label)).toBeLessThanOrEqual(before);
    }
  });
  it("take the copy nearest to the smooth guess where all join as well", () => {
    const [width, height] = [90, 30];
    const colours = new Uint8ClampedArray(width * height * 3);
    const hole = new Uint8Array(width * height);
    for (let i = 0; i < width * height; i++) {
      const x = i % width;
      hole[i] = x >= 40 && x < 50 ? 1 : 0;
      colours.fill(hole[i] || x >= 60 ? 150 : 60, i * 3, i * 3 + 3);
    }
    // The copies lie where neither touches what is known beside the hole.
    const level = finish(describeLevel(width, height, colours, hole));
    const energy = finish(
      describeEnergy(groundOf(level), [
        { dx: -30, dy: 0 },
        { dx: 30, dy: 0 },
      ]),
    );
    const middle = energy.pixels.findIndex((pixel) => pixel % width === 45 && Math.floor(pixel / width) === 15);
    expect(energy.data(middle, 1)).toBeLessThan(energy.data(middle, 0));
  });
  it("cost more where a copy is smoother or much busier than its place should be, and where it comes from far away", () => {
    const [width, height] = [120, 30];
    const hole = Uint8Array.from({ length: width * height }, (_, i) => (i % width >= 50 && i % width < 60 ? 1 : 0));
    const level = finish(describeLevel(width, height, new Uint8ClampedArray(width * height * 3).fill(90), hole));
    const busyness = Float32Array.from(hole, (_, i) => (i % width < 35 ? 1 : i % width < 60 ? 3 : i % width < 100 ? 3.5 : 6));
    const texture = { busyness, sparsity: new Float32Array(width * height) };
    const offsets = [-30, 30, 40, 50].map((dx) => ({ dx, dy: 0 }));
    const energy = finish(describeEnergy(groundOf(level, texture), offsets));
    const middle = energy.pixels.findIndex((pixel) => pixel % width === 55 && Math.floor(pixel / width) === 15);
    const [smooth, near, far, rough] = [0, 1, 2, 3].map((label) => energy.data(middle, label));
    expect(near).toBeGreaterThan(0);
    expect(far).toBeGreaterThan(near ?? 0);
    expect(rough).toBeGreaterThan((far ?? 0) + 100);
    expect(smooth).toBeGreaterThan((far ?? 0) + 100);
  });
  it("avoid an offset that leads into the unknown", () => {
    const level = tiles();
    const { label } = finish(
      labelHole(groundOf(level), [
        { dx: 6, dy: 0 },
        { dx: 24, dy: 1 },
      ]),
    );
    expect([...label].filter((_, n) => n % 12 < 6)).toEqual(Array(60).fill(1));
  });
  it("are what patches match where every offset leads out of the picture, and one offset where it goes on as well", () => {
    const [width, height] = [60, 24];
    const random = createRandom(3);
    const rows = Array.from({ length: 6 }, () => random() * 255);
    const hole = Uint8Array.from({ length: width * height }, (_, i) => (i % width >= 40 ? 1 : 0));
    const colours = Uint8ClampedArray.from({ length: width * height * 3 }, (_, at) => {
      const i = Math.floor(at / 3);
      return hole[i] ? 0 : (rows[Math.floor(i / width) % 6] ?? 0) + 40 * Math.sin((i % width) * 1.3);
    });
    const level = finish(describeLevel(width, height, colours, hole));
    // Two copies that the middle of the strip would change between, so that they are a cut apart.
    const matched = Int32Array.from(hole, (unknown, i) => (unknown ? i - (Math.floor(i / width) < 12 ? 29 : 24) : -1));
    const { label, energy } = finish(labelHole(groundOf(level, undefined, matched), [{ dx: 30, dy: 0 }]));
    expect(new Set(label)).toEqual(new Set([1]));
    for (const [n, pixel] of energy.pixels.entries()) expect(energy.source(n, 1)).toBe(matched[pixel]);
    const at = (x: number, y: number): number => energy.pixels.indexOf(y * width + x);
    expect(energy.pair(at(50, 5), at(50, 6), 1, 1)).toBe(0);
    expect(energy.pair(at(50, 11), at(50, 12), 1, 1)).toBeGreaterThan(0);
  });
});

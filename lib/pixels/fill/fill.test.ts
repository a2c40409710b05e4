import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import type { Raster } from "../raster.ts";
import { finish } from "../work.ts";
import { fillHole } from "./fill.ts";
import { describeLevel, largestDepth } from "./level.ts";
import { buildPyramid } from "./pyramid.ts";

/** Vertical stripes, 4 pixels wide. */
function stripes(width: number, height: number): Raster {
  const data = new Uint8ClampedArray(width * height * 3);
  for (let i = 0; i < width * height; i++) data.set((i % width) % 8 < 4 ? [200, 60, 40] : [40, 60, 200], i * 3);
  return { width, height, channels: 3, data };
}

function noise(width: number, height: number): Raster {
  const random = createRandom(5);
  return { width, height, channels: 3, data: Uint8ClampedArray.from({ length: width * height * 3 }, () => 60 + random() * 130) };
}

/** A sky above a busier ground, with a straight edge between them. */
function land(width: number, height: number, slope: number): Raster {
  const random = createRandom(5);
  const data = new Uint8ClampedArray(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const grain = 8 * random();
    const isSky = Math.floor(i / width) < height / 2 + slope * ((i % width) - width / 2);
    const colour = isSky ? [150, 180, 220] : [60 + 30 * random(), 90 + 30 * random(), 40];
    data.set(
      colour.map((value) => value + grain),
      i * 3,
    );
  }
  return { width, height, channels: 3, data };
}

/** Waves in all directions, and a little grain. */
function waves(width: number, height: number, seed: number): Raster {
  const random = createRandom(seed);
  const parts = Array.from(
    { length: 14 },
    () => [random() * 0.5 - 0.25, random() * 0.9 - 0.45, random() * 6.28, 4 + 10 * random()] as const,
  );
  const data = new Uint8ClampedArray(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const swell = parts.reduce((sum, [a, b, turn, size]) => sum + size * Math.sin(a * (i % width) + b * Math.floor(i / width) + turn), 0);
    const value = 120 + swell + 8 * random();
    data.set([value, value * 0.9, value * 0.8], i * 3);
  }
  return { width, height, channels: 3, data };
}

/** The mean step from the column before into this one. */
function stepInto({ width, height, data }: Raster, column: number): number {
  let sum = 0;
  for (let y = 0; y < height; y++) sum += Math.abs((data[(y * width + column) * 3] ?? 0) - (data[(y * width + column - 1) * 3] ?? 0));
  return sum / height;
}

function maskOf({ width, height }: Raster, value: (x: number, y: number) => number): Raster {
  return {
    width,
    height,
    channels: 1,
    data: Uint8ClampedArray.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width))),
  };
}

const inSquare = (x: number, y: number): number => (x >= 20 && x < 36 && y >= 20 && y < 36 ? 255 : 0);

describe("filling from the surroundings", () => {
  it("keeps every known pixel to the bit", () => {
    const picture = noise(60, 50);
    const mask = maskOf(picture, inSquare);
    const filled = finish(fillHole(picture, mask, 1));
    for (let i = 0; i < mask.data.length; i++) {
      if (mask.data[i] === 0) expect([...filled.data.subarray(i * 3, i * 3 + 3)]).toEqual([...picture.data.subarray(i * 3, i * 3 + 3)]);
    }
  });
  it("continues a pattern through the hole", () => {
    const picture = stripes(64, 56);
    const holed = { ...picture, data: picture.data.map((value, i) => (inSquare(Math.floor(i / 3) % 64, Math.floor(i / 192)) ? 0 : value)) };
    const filled = finish(fillHole(holed, maskOf(picture, inSquare), 3));
    let difference = 0;
    for (let i = 0; i < picture.data.length; i++) difference += Math.abs((picture.data[i] ?? 0) - (filled.data[i] ?? 0));
    expect(difference / (16 * 16 * 3)).toBeLessThan(4);
  });
  it("carries a sloping edge straight across the hole", () => {
    let astray = 0;
    for (const slope of [0.21, 0.35]) {
      const picture = land(150, 110, slope);
      const mask = maskOf(picture, (x, y) => (Math.hypot(x - 75, y - 55) < 24 ? 255 : 0));
      for (const seed of [1, 2, 3]) {
        const { data } = finish(fillHole(picture, mask, seed));
        for (let i = 2; i < data.length; i += 3) if (Math.abs((data[i] ?? 0) - (picture.data[i] ?? 0)) > 60) astray++;
      }
    }
    // Of 10,800 pixels; without lines it is some seventy.
    expect(astray).toBeLessThan(20);
  });
  it.each([
    ["a rim", 150, (x: number, y: number) => Math.hypot(x - 220, y - 300) < 190],
    ["a horizon", 15, (x: number, y: number) => y > 60 + 0.31 * x],
  ] as const)("carries %s through a hole that is larger than what copies are chosen at, without stairs", (_, most, isInside) => {
    const random = createRandom(5);
    const [width, height] = [440, 330];
    const data = new Uint8ClampedArray(width * height * 3);
    for (let i = 0; i < width * height; i++) {
      // Soft by a pixel, as photographs are.
      const corners = [0.25, 0.75].flatMap((dx) => [0.25, 0.75].map((dy) => isInside((i % width) + dx, Math.floor(i / width) + dy)));
      const share = corners.filter(Boolean).length / corners.length;
      data.set(
        [70, 110, 60].map((value, c) => value + (90 + 20 * c) * share + 6 * random()),
        i * 3,
      );
    }
    const picture: Raster = { width, height, channels: 3, data };
    const mask = maskOf(picture, (x, y) => (Math.hypot(x - 220, y - 118) < 70 ? 255 : 0));
    const filled = finish(fillHole(picture, mask, 1));
    let astray = 0;
    for (let i = 2; i < data.length; i += 3) if (Math.abs((filled.data[i] ?? 0) - (data[i] ?? 0)) > 50) astray++;
    // Of copies alone it is 2,300 pixels of the rim, and fifty of the horizon.
    expect(astray).toBeLessThan(most);
  });
  it.each([1, 4])("goes on from a picture's last column into a strip at the border without a step (texture %s)", (texture) => {
    const picture = waves(240, 160, texture);
    const mask = maskOf(picture, (x) => (x >= 190 ? 255 : 0));
    const filled = finish(fillHole(picture, mask, 1));
    // Patches alone, without a cut between copies, come to a quarter more than the truth.
    expect(stepInto(filled, 190) / stepInto(picture, 190)).toBeLessThan(1.12);
  });
  it("never reads what lies under the mask", () => {
    const picture = noise(60, 50);
    const mask = maskOf(picture, inSquare);
    const other = { ...picture, data: picture.data.map((value, i) => (mask.data[Math.floor(i / 3)] ? 255 - value : value)) };
    expect(finish(fillHole(other, mask, 2)).data).toEqual(finish(fillHole(picture, mask, 2)).data);
  });
  it("repeats for a seed and differs for another", () => {
    const picture = noise(60, 50);
    const mask = maskOf(picture, inSquare);
    const first = finish(fillHole(picture, mask, 1));
    expect(finish(fillHole(picture, mask, 1)).data).toEqual(first.data);
    expect(finish(fillHole(picture, mask, 2)).data).not.toEqual(first.data);
  });
  it("mixes where the mask is grey", () => {
    const picture = stripes(64, 56);
    const holed = { ...picture, data: picture.data.map((value, i) => (inSquare(Math.floor(i / 3) % 64, Math.floor(i / 192)) ? 0 : value)) };
    const half = finish(
      fillHole(
        holed,
        maskOf(picture, (x, y) => (inSquare(x, y) ? 51 : 0)),
        3,
      ),
    );
    const whole = finish(fillHole(holed, maskOf(picture, inSquare), 3));
    const at = (28 * 64 + 28) * 3;
    expect(half.data[at]).toBeCloseTo((whole.data[at] ?? 0) * 0.2, -0.5);
  });
  it("fills to the border, and a picture too small for a single patch", () => {
    const picture = stripes(64, 40);
    const edge = finish(
      fillHole(
        picture,
        maskOf(picture, (x) => (x >= 50 ? 255 : 0)),
        1,
      ),
    );
    expect(Math.min(...edge.data)).toBeGreaterThan(20);
    const tiny: Raster = { width: 3, height: 2, channels: 3, data: Uint8ClampedArray.from(Array(18).fill(90)) };
    expect([
      ...finish(
        fillHole(
          tiny,
          maskOf(tiny, (x) => (x === 1 ? 255 : 0)),
          1,
        ),
      ).data,
    ]).toEqual(Array(18).fill(90));
  });
  it("fills a large hole from a smaller copy: nothing outside changes, the pattern goes on, and it stops to look all the time", () => {
    const picture = stripes(2000, 1300);
    const isOpen = (x: number, y: number): boolean => Math.hypot(x - 1000, y - 650) < 260;
    const mask = maskOf(picture, (x, y) => (isOpen(x, y) ? 255 : 0));
    const holed = { ...picture, data: picture.data.map((value, i) => (mask.data[Math.floor(i / 3)] ? 0 : value)) };
    const work = fillHole(holed, mask, 3);
    const looks = new Map<number, number>();
    let step = work.next();
    for (; !step.done; step = work.next()) {
      const tenth = Math.floor(step.value * 10);
      looks.set(tenth, (looks.get(tenth) ?? 0) + 1);
    }
    let [outside, inside, open] = [0, 0, 0];
    for (let i = 0; i < mask.data.length; i++) {
      const miss = Math.abs((step.value.data[i * 3] ?? 0) - (picture.data[i * 3] ?? 0));
      if (mask.data[i] === 0) outside += miss;
      else {
        inside += miss;
        open++;
      }
    }
    expect(outside).toBe(0);
    expect(inside / open).toBeLessThan(6);
    // Among a hundred looks a cancel waits for a hundredth of the work.
    expect([...looks.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1000);
    for (const tenth of [0, 1, 2, 3, 8, 9]) expect(looks.get(tenth) ?? 0).toBeGreaterThan(10);
  });
  it("gives the picture back when nothing is to be filled", () => {
    const picture = noise(20, 20);
    expect(
      finish(
        fillHole(
          picture,
          maskOf(picture, () => 0),
          1,
        ),
      ).data,
    ).toEqual(picture.data);
  });
});

describe("levels", () => {
  it("measures how deep a hole is and which patches are whole", () => {
    const hole = new Uint8Array(11 * 11);
    for (let y = 4; y < 7; y++) hole.fill(1, y * 11 + 4, y * 11 + 7);
    const level = finish(describeLevel(11, 11, new Uint8ClampedArray(11 * 11 * 3), hole));
    expect(largestDepth(level)).toBe(2);
    expect(level.sources).toHaveLength(0);
    expect(level.targets).toHaveLength(25);
  });
  it("halves until the hole is shallow", () => {
    const hole = new Uint8Array(256 * 256);
    for (let y = 80; y < 176; y++) hole.fill(1, y * 256 + 80, y * 256 + 176);
    const levels = finish(buildPyramid(finish(describeLevel(256, 256, new Uint8ClampedArray(256 * 256 * 3), hole))));
    expect(levels.map((level) => level.width)).toEqual([256, 128, 64, 32].slice(0, levels.length));
    expect(levels.length).toBeGreaterThan(1);
  });
});

import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { newRaster, type Raster } from "../raster.ts";
import { finish } from "../work.ts";
import { carryUp, type Enlarged } from "./carry-up.ts";
import type { Completed } from "./complete.ts";
import { joinOutline } from "./join-outline.ts";
import { shrinkWindow } from "./shrink-window.ts";

const factor = 4;
const [width, height] = [96, 64];
const hole = { x: 40, y: 24, width: 16, height: 16 };
const whole = { x: 0, y: 0, width, height };

function squareMask(): Raster {
  const mask = newRaster(width, height, 1);
  for (let y = hole.y; y < hole.y + hole.height; y++) mask.data.fill(255, y * width + hole.x, y * width + hole.x + hole.width);
  return mask;
}

/** Noise that repeats every 24 pixels across, with a brightness of its own right of the middle. */
function repeating(brighter: number): Uint8ClampedArray {
  const random = createRandom(3);
  const tile = Array.from({ length: 24 * height * 3 }, () => 60 + 60 * random());
  return Uint8ClampedArray.from({ length: width * height * 3 }, (_, k) => {
    const [x, y] = [Math.floor(k / 3) % width, Math.floor(k / 3 / width)];
    return (tile[(y * 24 + (x % 24)) * 3 + (k % 3)] ?? 0) + (x >= 60 ? brighter : 0);
  });
}

/** All of the hole's cells copied from one period further right. */
function shifted(data: Uint8ClampedArray, mask: Raster): Completed {
  const level = finish(shrinkWindow(data, mask, whole, factor));
  const origin = Int32Array.from(level.hole, (unknown, cell) => (unknown ? cell + 24 / factor : -1));
  for (const [cell, from] of origin.entries()) {
    if (from >= 0) level.colours.copyWithin(cell * 3, from * 3, from * 3 + 3);
  }
  return { level, origin };
}

function holed(data: Uint8ClampedArray, mask: Raster): Uint8ClampedArray {
  return data.map((value, k) => (mask.data[Math.floor(k / 3)] === 255 ? 0 : value));
}

describe("a window that is shrunk", () => {
  it("holds the mean of what is known, and is unknown as soon as one pixel is", () => {
    const mask = newRaster(4, 2, 1);
    mask.data[1] = 1;
    const data = Uint8ClampedArray.from([10, 10, 10, 99, 99, 99, 20, 20, 20, 30, 30, 30, 40, 40, 40, 70, 70, 70, 20, 20, 20, 30, 30, 30]);
    const level = finish(shrinkWindow(data, mask, { x: 0, y: 0, width: 4, height: 2 }, 2));
    expect([level.width, level.height]).toEqual([2, 1]);
    expect([...level.hole]).toEqual([1, 0]);
    expect([...level.colours]).toEqual([40, 40, 40, 25, 25, 25]);
  });
});

describe("offsets carried up", () => {
  it("bring the full detail that the small copy has lost", () => {
    const mask = squareMask();
    const truth = repeating(0);
    const data = holed(truth, mask);
    const completed = shifted(data, mask);
    const target: Enlarged = { data, mask, box: whole, factor };
    finish(carryUp(target, completed));
    const error = data.reduce((most, value, k) => Math.max(most, Math.abs(value - (truth[k] ?? 0))), 0);
    expect(error).toBeLessThanOrEqual(1);
  });
  it("meet what is known where the copy is brighter, and change no known pixel", () => {
    const mask = squareMask();
    const truth = repeating(20);
    const data = holed(truth, mask);
    const completed = shifted(data, mask);
    const target: Enlarged = { data, mask, box: whole, factor };
    const step = (): number => {
      let sum = 0;
      for (let y = hole.y; y < hole.y + hole.height; y++)
        sum += (data[(y * width + hole.x) * 3] ?? 0) - (truth[(y * width + hole.x) * 3] ?? 0);
      return sum / hole.height;
    };
    finish(carryUp(target, completed));
    expect(step()).toBeGreaterThan(10);
    finish(joinOutline(target, hole, completed));
    expect(step()).toBeLessThan(6);
    for (let i = 0; i < mask.data.length; i++) if (mask.data[i] === 0) expect(data[i * 3]).toBe(truth[i * 3]);
  });
  it("take no pixel from under the mask", () => {
    const mask = squareMask();
    const [first, second] = [repeating(5), repeating(5)];
    for (let i = 0; i < mask.data.length; i++) if (mask.data[i] === 255) second.fill(255, i * 3, i * 3 + 3);
    const filled = [first, second].map((data) => {
      const completed = shifted(data, mask);
      const target: Enlarged = { data, mask, box: whole, factor };
      finish(carryUp(target, completed));
      finish(joinOutline(target, hole, completed));
      return data;
    });
    expect(filled[0]).toEqual(filled[1]);
  });
});

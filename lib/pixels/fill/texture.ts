/**
 * How busy every spot is at full size, seen from a smaller one where that can no longer be told from its pixels; and how
 * busy a hole should be, from what lies around it. Patches alone prefer smooth sources: nothing in them can be wrong.
 */
import type { Work } from "../work.ts";
import { type Level, rowsPerPause } from "./level.ts";
import { stretchOver } from "./membrane.ts";

/** Spots are squares of 2 × reach + 1 of the smaller size. */
const reach = 2;
/** Grey levels: below it differences in busyness are grain. */
const grain = 1;
const unmeasured = -1;
/** Octaves between the mean and what is usual: up to the first any texture may have, from the second on a few things make it. */
const evenGap = 0.25;
const sparseGap = 0.4;
/** The usual busyness, in octaves, of ground that counts as calm, and of one that has a texture of its own. */
const calmGround = 1.5;
const busyGround = 1.9;

/** One value a pixel of a level. */
export interface Texture {
  /** The binary logarithm of a spot's busyness; the hole holds what is expected there. */
  readonly busyness: Float32Array;
  /**
   * 0..1: how far that is the mean of a few strong things, a wire, an edge, on calm ground. None of the ground's spots is so
   * busy, and only pieces of those things would be.
   */
  readonly sparsity: Float32Array;
}

export function* measureTexture(levels: readonly Level[], n: number): Work<Texture> {
  let fine = yield* measureDetail(levels[0] as Level);
  for (const level of levels.slice(0, n)) fine = yield* halveDetail(fine, level);
  const level = levels[n] as Level;
  const busy = yield* meanAround(fine, level);
  return yield* expectTexture(level, busy);
}

/** Around a hole the logarithm of the mean is above the mean of the logarithms, the more so the fewer spots make it up. */
function* expectTexture(level: Level, busy: Float32Array): Work<Texture> {
  const both = new Float32Array(busy.length * 2);
  for (let i = 0; i < busy.length; i++) both.set([busy[i] as number, Math.log2(busy[i] as number)], i * 2);
  const unknown = yield* stretchOver(level, both, 2);
  const busyness = new Float32Array(busy.length);
  for (let i = 0; i < busy.length; i++) busyness[i] = Math.log2(both[i * 2] as number);
  const sparsity = new Float32Array(busy.length);
  for (const i of unknown) {
    const usual = both[i * 2 + 1] as number;
    sparsity[i] = ramp(evenGap, sparseGap, (busyness[i] as number) - usual) * ramp(busyGround, calmGround, usual);
  }
  return { busyness, sparsity };
}

/** 0 at `from`, 1 at `to`, straight between them. */
function ramp(from: number, to: number, value: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** What a pixel's brightness differs from the mean of its four neighbours; unmeasured at the hole and the border. */
function* measureDetail({ width, height, colours, hole }: Level): Work<Float32Array> {
  const detail = new Float32Array(width * height).fill(unmeasured);
  const luma = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause(width) === 0) yield 0;
    for (let i = y * width; i < (y + 1) * width; i++) {
      luma[i] = 0.299 * (colours[i * 3] as number) + 0.587 * (colours[i * 3 + 1] as number) + 0.114 * (colours[i * 3 + 2] as number);
    }
  }
  for (let y = 1; y < height - 1; y++) {
    if (y % rowsPerPause(width) === 0) yield 0;
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      if (hole[i] || hole[i - 1] || hole[i + 1] || hole[i - width] || hole[i + width]) continue;
      const near = (luma[i - 1] as number) + (luma[i + 1] as number) + (luma[i - width] as number) + (luma[i + width] as number);
      detail[i] = Math.abs((luma[i] as number) - near / 4);
    }
  }
  return detail;
}

/** The mean of what was measured in every two by two of the level's pixels. */
function* halveDetail(detail: Float32Array, { width, height }: Level): Work<Float32Array> {
  const across = Math.ceil(width / 2);
  const halved = new Float32Array(across * Math.ceil(height / 2)).fill(unmeasured);
  const count = new Uint8Array(halved.length);
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause(width) === 0) yield 0;
    for (let x = 0; x < width; x++) {
      const value = detail[y * width + x] as number;
      if (value === unmeasured) continue;
      const to = (y >> 1) * across + (x >> 1);
      const before = count[to] as number;
      halved[to] = (before * Math.max(0, halved[to] as number) + value) / (before + 1);
      count[to] = before + 1;
    }
  }
  return halved;
}

/** The mean of what was measured around each pixel, above the grain. */
function* meanAround(detail: Float32Array, { width, height }: Level): Work<Float32Array> {
  const busy = new Float32Array(detail.length);
  for (let y = 0; y < height; y++) {
    if (y % Math.ceil(rowsPerPause(width) / 8) === 0) yield 0;
    for (let x = 0; x < width; x++) {
      let [sum, count] = [0, 0];
      for (let sy = Math.max(0, y - reach); sy <= Math.min(height - 1, y + reach); sy++) {
        for (let sx = Math.max(0, x - reach); sx <= Math.min(width - 1, x + reach); sx++) {
          const value = detail[sy * width + sx] as number;
          if (value === unmeasured) continue;
          sum += value;
          count++;
        }
      }
      busy[y * width + x] = grain + (count === 0 ? 0 : sum / count);
    }
  }
  return busy;
}

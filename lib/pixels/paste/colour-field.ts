/**
 * How a model has bent a picture's colours, fitted where it should have kept them: a slow offset across the picture
 * (cosines), a gain that drifts, a curve, and what one channel takes from another. A picture that came back as it was gives 0.
 */

import { bytesOf, type Raster } from "../raster.ts";
import { solve } from "../solve.ts";
import { type Cells, type Clip, meansOfCells } from "./cells.ts";

const cellSide = 16;
/** Fewer cells than this tell no more than one even shift. */
const leastCells = 24;
const termCount = 18;
/** Pulls towards no correction, in cells: hardly any where colours are like those that were asked. */
const nearPulls = Array<number>(termCount).fill(0.3);
/**
 * In cells that are off by one: hardly any for what is slow or a gain. The rest a picture of few colours tells next to nothing
 * about, and all other colours, which an edit may bring, would be bent by what its noise was taken for.
 */
const farPulls = [...Array<number>(9).fill(0.3), 0.5, 10, 10, 30, 30, 30, 30, 300, 300] as const;
const rounds = 6;
/** A cell that disagrees by this many times the usual amount was edited, and counts little. */
const tolerance = 3;
const leastScale = 0.5;

export interface Fitting {
  readonly clip?: Clip;
  /** Colours come over that the picture may have nothing like, and nothing evens what is left. */
  readonly isFar?: boolean;
}

/** Writes the result with its colours brought back into `out`, and answers it; null where there is too little that was kept to tell. */
export function evenColours<Values extends Float32Array | Uint8ClampedArray>(
  original: Raster,
  result: Raster,
  isKept: Uint8Array,
  out: Values,
  { clip, isFar = false }: Fitting = {},
): Values | null {
  const { width, height } = original;
  const made = { width, height, data: bytesOf(result) };
  const cells = meansOfCells({ width, height, data: bytesOf(original) }, made, isKept, cellSide, clip);
  const known = [...cells.counts.keys()].filter((cell) => (cells.counts[cell] as number) >= (cellSide * cellSide) / 4);
  if (known.length === 0) return null;
  const count = known.length < leastCells ? 1 : termCount;
  for (let channel = 0; channel < 3; channel++) {
    const weights = new Float64Array(termCount);
    weights.set(fitChannel(cells, known, channel, { isFar, count, width, height }));
    correctChannel(out, made, channel, weights);
  }
  return out;
}

/**
 * Part of a cell whose mean lies here may have been cut off: that only says that it went so far or farther, so it speaks where a
 * fit would stop short of it. 0: not cut off.
 */
function cutOffAt(mean: number): -1 | 0 | 1 {
  return mean < 8 ? -1 : mean > 247 ? 1 : 0;
}

/** The sum of all terms at every pixel, with what is the same along a row taken out of it. */
function correctChannel(
  out: Float32Array | Uint8ClampedArray,
  { width, height, data }: { readonly width: number; readonly height: number; readonly data: Uint8Array },
  channel: number,
  weights: Float64Array,
): void {
  const w = (i: number) => weights[i] as number;
  const [once, twice] = [cosinesAlong(width, 1), cosinesAlong(width, 2)];
  const [onceDown, twiceDown] = [cosinesAlong(height, 1), cosinesAlong(height, 2)];
  const [second, third] = [((channel + 1) % 3) - channel, ((channel + 2) % 3) - channel];
  const levels = Float64Array.from({ length: 256 }, (_, value) => (value - 128) / 64);
  const [drift, fromSecond, fromThird, withSecond, withThird] = [w(10), w(12), w(13), w(16), w(17)];
  // What a tone becomes by itself, and by the curve.
  const curve = levels.map((level) => 64 * level + 128 + level * level * (w(14) + level * w(15)));
  for (let y = 0, at = channel; y < height; y++) {
    const [c, d] = [onceDown[y] as number, twiceDown[y] as number];
    const even = w(0) + w(3) * c + w(6) * d;
    const slow = w(1) + w(4) * c + w(7) * d;
    const fast = w(2) + w(5) * c + w(8) * d;
    const gain = w(9) + w(11) * c;
    for (let x = 0; x < width; x++, at += 3) {
      const value = data[at] as number;
      const cosine = once[x] as number;
      const level = levels[value] as number;
      const others =
        (fromSecond + withSecond * level) * (levels[data[at + second] as number] as number) +
        (fromThird + withThird * level) * (levels[data[at + third] as number] as number);
      const drifted = level * (gain + drift * cosine);
      out[at] = (curve[value] as number) + drifted + others + even + slow * cosine + fast * (twice[x] as number);
    }
  }
}

function cosinesAlong(length: number, waves: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => Math.cos((waves * Math.PI * (i + 0.5)) / length));
}

interface Fit {
  readonly isFar: boolean;
  readonly count: number;
  readonly width: number;
  readonly height: number;
}

function fitChannel(cells: Cells, known: readonly number[], channel: number, { isFar, count, width, height }: Fit): Float64Array {
  const features = new Float64Array(known.length * termCount);
  for (const [n, cell] of known.entries()) {
    writeFeatures(features.subarray(n * termCount, (n + 1) * termCount), cells, cell, channel, width, height);
  }
  const targets = Float64Array.from(
    known,
    (cell) => (cells.original[cell * 3 + channel] as number) - (cells.result[cell * 3 + channel] as number),
  );
  const trust = Float64Array.from(known, (cell) => (cells.counts[cell] as number) / (cellSide * cellSide));
  const ends = Int8Array.from(known, (cell) => cutOffAt(cells.original[cell * 3 + channel] as number));
  const told = targets.filter((_, n) => ends[n] === 0);
  // Begins from one even shift: a fit of all terms would bend itself around what was edited.
  let weights: Float64Array = Float64Array.of(medianOf(told.length === 0 ? targets : told));
  for (let round = 0; round < rounds; round++) {
    const misses = targets.map((target, n) => target - dot(weights, features, n * termCount));
    const speaks = misses.map((miss, n) => (ends[n] === 0 || miss * (ends[n] as number) > 0 ? 1 : 0));
    const usual = Math.max(leastScale, 1.4826 * medianOf(misses.filter((_, n) => speaks[n] === 1).map(Math.abs)));
    const robust = trust.map((value, n) => ((speaks[n] as number) * value) / (1 + ((misses[n] as number) / (usual * tolerance)) ** 4));
    const pulls = isFar ? farPulls.map((pull) => pull * usual * usual) : nearPulls;
    weights = fitOnce(features, targets, robust, pulls.slice(0, count));
  }
  return weights;
}

function fitOnce(features: Float64Array, targets: Float64Array, trust: Float64Array, pulls: readonly number[]): Float64Array {
  const count = pulls.length;
  const matrix = new Float64Array(count * count);
  const right = new Float64Array(count);
  for (let i = 0; i < count; i++) matrix[i * count + i] = i === 0 ? 1e-6 : (pulls[i] as number);
  for (let n = 0; n < targets.length; n++) {
    const weight = trust[n] as number;
    const target = targets[n] as number;
    const first = n * termCount;
    for (let i = 0; i < count; i++) {
      const scaled = weight * (features[first + i] as number);
      right[i] = (right[i] as number) + scaled * target;
      for (let j = 0, at = i * count; j <= i; j++, at++) matrix[at] = (matrix[at] as number) + scaled * (features[first + j] as number);
    }
  }
  for (let i = 0; i < count; i++) for (let j = 0; j < i; j++) matrix[j * count + i] = matrix[i * count + j] as number;
  return solve(matrix, right);
}

/** Nine offsets (the first even), the gain and its drift across and down, the two other channels, the curve of tones, and what that does to the others. */
function writeFeatures(features: Float64Array, cells: Cells, cell: number, channel: number, width: number, height: number): void {
  const x = (((cell % cells.across) + 0.5) * cells.side) / width;
  const y = ((Math.floor(cell / cells.across) + 0.5) * cells.side) / height;
  const across = [1, Math.cos(Math.PI * x), Math.cos(2 * Math.PI * x)] as const;
  const down = [1, Math.cos(Math.PI * y), Math.cos(2 * Math.PI * y)] as const;
  for (let i = 0; i < 9; i++) features[i] = (across[i % 3] as number) * (down[Math.floor(i / 3)] as number);
  const levelOf = (c: number) => ((cells.result[cell * 3 + (c % 3)] as number) - 128) / 64;
  const level = levelOf(channel);
  features[9] = level;
  features[10] = level * across[1];
  features[11] = level * down[1];
  features[12] = levelOf(channel + 1);
  features[13] = levelOf(channel + 2);
  features[14] = level ** 2;
  features[15] = level ** 3;
  features[16] = level * levelOf(channel + 1);
  features[17] = level * levelOf(channel + 2);
}

function dot(weights: Float64Array, features: Float64Array, first: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (features[first + i] as number);
  return sum;
}

function medianOf(values: Float64Array): number {
  return values.toSorted()[values.length >> 1] ?? 0;
}

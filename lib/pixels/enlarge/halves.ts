/** Exactly twice and exactly half the size with Lanczos kernels, on planes of floats; borders go on as they end. */
import { newPlane, type Plane } from "../plane.ts";

/** Six weights for every new pixel, and where the first of them reads, counted from the pixel it grows out of. */
interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

const upper = tapsAt(-0.25, 1);
const lower = tapsAt(0.25, 1);
/** The twelve weights of halving, in two sixes. */
const halving = tapsAt(0.5, 2);
const nearer: Taps = { first: halving.first, weights: halving.weights.slice(0, 6) };
const farther: Taps = { first: halving.first + 6, weights: halving.weights.slice(6) };
/** As far as the longest of them reaches. */
const reach = 6;

/** Weights of the pixels around a place that far from pixel 0. */
function tapsAt(offset: number, stretch: number): Taps {
  const first = Math.ceil(offset - 3 * stretch);
  const last = Math.floor(offset + 3 * stretch);
  const weights = Array.from({ length: last - first + 1 }, (_, n) => lanczos((first + n - offset) / stretch));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { first, weights: weights.map((weight) => weight / total) };
}

function lanczos(t: number): number {
  if (t === 0) return 1;
  if (Math.abs(t) >= 3) return 0;
  const x = Math.PI * t;
  return (3 * Math.sin(x) * Math.sin(x / 3)) / (x * x);
}

export function twice(source: Plane): Plane {
  const { width, height } = source;
  const across = newPlane(width * 2, height);
  const row = new Float32Array(width + 2 * reach);
  for (let y = 0; y < height; y++) {
    readRow(source, y, row);
    sumAlong(row, upper, 1, across.data, y * across.width, 2, width);
    sumAlong(row, lower, 1, across.data, y * across.width + 1, 2, width);
  }
  const result = newPlane(across.width, height * 2);
  for (let y = 0; y < height; y++) {
    sumDown(across, y, upper, result.data, 2 * y * across.width);
    sumDown(across, y, lower, result.data, (2 * y + 1) * across.width);
  }
  return result;
}

/** A last odd row or column is left out. */
export function half(source: Plane): Plane {
  const { height } = source;
  const across = newPlane(source.width >> 1, height);
  const row = new Float32Array(source.width + 2 * reach);
  for (let y = 0; y < height; y++) {
    readRow(source, y, row);
    sumAlong(row, nearer, 2, across.data, y * across.width, 1, across.width);
    sumAlong(row, farther, 2, across.data, y * across.width, 1, across.width);
  }
  const result = newPlane(across.width, height >> 1);
  for (let y = 0; y < result.height; y++) {
    sumDown(across, 2 * y, nearer, result.data, y * across.width);
    sumDown(across, 2 * y, farther, result.data, y * across.width);
  }
  return result;
}

/** A row with its ends prolonged, so that nothing has to ask where it ends. */
function readRow({ width, data }: Plane, y: number, row: Float32Array): void {
  const start = y * width;
  row.set(data.subarray(start, start + width), reach);
  row.fill(data[start] as number, 0, reach);
  row.fill(data[start + width - 1] as number, reach + width);
}

/** Adds to `out`, every `spacing`th value; written out, for it runs for every new pixel. */
function sumAlong(
  row: Float32Array,
  { first, weights }: Taps,
  step: number,
  out: Float32Array,
  from: number,
  spacing: number,
  count: number,
): void {
  const [a, b, c, d, e, f] = weights as readonly [number, number, number, number, number, number];
  for (let n = 0, at = reach + first, to = from; n < count; n++, at += step, to += spacing) {
    out[to] =
      (out[to] as number) +
      a * (row[at] as number) +
      b * (row[at + 1] as number) +
      c * (row[at + 2] as number) +
      d * (row[at + 3] as number) +
      e * (row[at + 4] as number) +
      f * (row[at + 5] as number);
  }
}

function sumDown({ width, height, data }: Plane, y: number, { first, weights }: Taps, out: Float32Array, from: number): void {
  const [a, b, c, d, e, f] = weights as readonly [number, number, number, number, number, number];
  const rowAt = (n: number): number => Math.max(0, Math.min(height - 1, y + first + n)) * width;
  const [r0, r1, r2, r3, r4, r5] = [rowAt(0), rowAt(1), rowAt(2), rowAt(3), rowAt(4), rowAt(5)];
  for (let x = 0; x < width; x++) {
    out[from + x] =
      (out[from + x] as number) +
      a * (data[r0 + x] as number) +
      b * (data[r1 + x] as number) +
      c * (data[r2 + x] as number) +
      d * (data[r3 + x] as number) +
      e * (data[r4 + x] as number) +
      f * (data[r5 + x] as number);
  }
}

/** Exactly twice and exactly half the size with Lanczos kernels, on planes of floats; borders go on as they end. */
import { newPlane, type Plane } from "../plane.ts";

const upper = weightsAt(-0.25, 1);
const lower = weightsAt(0.25, 1);
const halving = weightsAt(0.5, 2);

/** Weights of the pixels around a place that far from pixel 0, of which the first stands at `first`. */
function weightsAt(offset: number, stretch: number): { readonly first: number; readonly weights: Float64Array } {
  const first = Math.ceil(offset - 3 * stretch);
  const last = Math.floor(offset + 3 * stretch);
  const weights = Float64Array.from({ length: last - first + 1 }, (_, n) => lanczos((first + n - offset) / stretch));
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
  const across = newPlane(source.width * 2, source.height);
  for (let y = 0; y < source.height; y++) {
    const row = y * source.width;
    for (let x = 0; x < source.width; x++) {
      across.data[2 * (row + x)] = gather(source.data, row, 1, source.width, x, upper);
      across.data[2 * (row + x) + 1] = gather(source.data, row, 1, source.width, x, lower);
    }
  }
  const result = newPlane(across.width, source.height * 2);
  for (let y = 0; y < source.height; y++) {
    for (let x = 0; x < across.width; x++) {
      result.data[2 * y * across.width + x] = gather(across.data, x, across.width, source.height, y, upper);
      result.data[(2 * y + 1) * across.width + x] = gather(across.data, x, across.width, source.height, y, lower);
    }
  }
  return result;
}

/** A last odd row or column is left out. */
export function half(source: Plane): Plane {
  const across = newPlane(source.width >> 1, source.height);
  for (let y = 0; y < source.height; y++) {
    for (let x = 0; x < across.width; x++)
      across.data[y * across.width + x] = gather(source.data, y * source.width, 1, source.width, 2 * x, halving);
  }
  const result = newPlane(across.width, source.height >> 1);
  for (let y = 0; y < result.height; y++) {
    for (let x = 0; x < across.width; x++)
      result.data[y * across.width + x] = gather(across.data, x, across.width, source.height, 2 * y, halving);
  }
  return result;
}

function gather(
  data: Float32Array,
  start: number,
  step: number,
  length: number,
  at: number,
  { first, weights }: { readonly first: number; readonly weights: Float64Array },
): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) {
    const i = at + first + k;
    sum += (weights[k] as number) * (data[start + step * (i < 0 ? 0 : i >= length ? length - 1 : i)] as number);
  }
  return sum;
}

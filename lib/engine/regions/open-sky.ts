/**
 * What the open sky looks like in this picture: an even run of colour from above to below, fitted where nothing parts a
 * place from the upper rim. What is darker than that run, or no brighter and of another colour, stands before the sky.
 */
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import { solve } from "#lib/pixels/solve.ts";

/** Up to this an edge on the way from the upper rim is none. */
const openUpTo = 7;
const leastOpen = 0.04;
const rounds = 4;
/** In Lab: how far from the run is still sky where the sky is clear; among clouds it is so many times their own spread. */
const [leastAllowed, timesSpread] = [8, 3];

/** 0..1: how well each place fits the open sky, 1 everywhere where there is too little of it. */
export function fitsOpenSky(view: View, guess: Plane, wall: Float32Array): Plane {
  const { width, height, lab } = view;
  const result = { ...newPlane(width, height), data: new Float32Array(width * height).fill(1) };
  const open = [...wall.keys()].filter((i) => (wall[i] as number) < openUpTo && (guess.data[i] as number) > 0.4);
  if (open.length < leastOpen * wall.length) return result;
  const lowest = rowBelow(open, 0.97, width);
  const basisAt = (i: number): readonly number[] => {
    const [x, y] = [(i % width) / width - 0.5, Math.min(lowest, Math.floor(i / width)) / height];
    return [1, x, y, y * y];
  };
  const { predict, spread } = fitted(open, basisAt, lab);
  const allowed = Math.max(leastAllowed, timesSpread * spread);
  for (let i = 0; i < result.data.length; i++) {
    const [l, a, b] = predict(basisAt(i));
    const fall = l - (lab[i * 3] as number);
    // Clouds and the glow of the sun are of another colour than the blue, and brighter with it.
    const counts = ramp(fall, -8, -2);
    const warmer = counts * Math.max(0, (lab[i * 3 + 2] as number) - b);
    const turned = counts * Math.abs((lab[i * 3 + 1] as number) - a);
    result.data[i] = ramp(Math.hypot(0.8 * Math.max(0, fall), warmer, turned), 1.8 * allowed, allowed);
  }
  return result;
}

function rowBelow(pixels: readonly number[], share: number, width: number): number {
  return Math.floor((pixels[Math.floor((pixels.length - 1) * share)] as number) / width);
}

interface Run {
  readonly predict: (basis: readonly number[]) => readonly [number, number, number];
  /** Of a usual pixel, how far from the run. */
  readonly spread: number;
}

/** Least squares, above all of what is high up, taken again with less weight for what lies far off: a hill in the haze does not bend the sky. */
function fitted(pixels: readonly number[], basisAt: (i: number) => readonly number[], lab: Float32Array): Run {
  const bases = pixels.map(basisAt);
  const weights = bases.map((basis) => 0.02 + (1 - (basis[2] as number)) ** 3);
  let run: Run = { predict: () => [0, 0, 0], spread: 0 };
  let far = new Float32Array(pixels.length);
  for (let round = 0; round < rounds; round++) {
    const usual = run.spread + 0.5;
    const own = weights.map((weight, n) => (round === 0 ? weight : weight / (1 + ((far[n] as number) / usual) ** 2)));
    const channels = [0, 1, 2].map((c) => leastSquares(bases, own, (n) => lab[(pixels[n] as number) * 3 + c] as number));
    const predict = (basis: readonly number[]): readonly [number, number, number] =>
      channels.map((shares) => basis.reduce((sum, value, k) => sum + value * (shares[k] as number), 0)) as [number, number, number];
    far = Float32Array.from(bases, (basis, n) => {
      const at = (pixels[n] as number) * 3;
      const [l, a, b] = predict(basis);
      return Math.hypot(l - (lab[at] as number), a - (lab[at + 1] as number), b - (lab[at + 2] as number));
    });
    run = { predict, spread: far.toSorted()[far.length >> 1] as number };
  }
  return run;
}

/** Weighted least squares, with a little held on the diagonal. */
export function leastSquares(
  bases: readonly (readonly number[])[],
  weights: readonly number[],
  toReach: (n: number) => number,
): Float64Array {
  const count = bases[0]?.length ?? 0;
  const matrix = Float64Array.from({ length: count * count }, (_, i) => (i % (count + 1) === 0 ? 1e-3 : 0));
  const right = new Float64Array(count);
  for (const [n, basis] of bases.entries()) {
    for (let r = 0; r < count; r++) {
      const share = (weights[n] as number) * (basis[r] as number);
      for (let c = 0; c < count; c++) matrix[r * count + c] = (matrix[r * count + c] as number) + share * (basis[c] as number);
      right[r] = (right[r] as number) + share * toReach(n);
    }
  }
  return solve(matrix, right);
}

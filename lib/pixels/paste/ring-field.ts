/**
 * What is still left between a result and the original on a ring around the edited area, stretched smoothly over the
 * area like a membrane: after this the two meet at the seam without a step in colour.
 */
import { meansOfCells, type Rgb } from "./cells.ts";

export interface RingField {
  /** Three values a cell of `side` pixels. */
  readonly values: Float32Array;
  readonly across: number;
  readonly down: number;
  readonly side: number;
}

const cellSide = 8;
const rounds = 400;
/** Of a level, where moving on would not be seen. */
const leastMove = 0.02;
const relaxation = 1.8;
/** More than a model's drift: something was drawn there. */
const mostLeft = 40;

export function stretchRing(original: Rgb, result: Rgb, isOnRing: Uint8Array): RingField {
  const { across, down, side, counts, ...means } = meansOfCells(original, result, isOnRing, cellSide);
  const values = new Float32Array(means.original.length);
  const isKnown = Uint8Array.from(counts, (count) => (count >= cellSide ? 1 : 0));
  for (let cell = 0; cell < counts.length; cell++) {
    if (isKnown[cell] === 0) continue;
    for (let c = 0; c < 3; c++) {
      const left = (means.original[cell * 3 + c] as number) - (means.result[cell * 3 + c] as number);
      values[cell * 3 + c] = Math.max(-mostLeft, Math.min(mostLeft, left));
    }
  }
  if (values.some((value) => value !== 0)) relax(values, isKnown, across, down);
  return { values, across, down, side };
}

/** Known cells give way a little too: each mean carries the texture of its few pixels. */
function relax(values: Float32Array, isKnown: Uint8Array, across: number, down: number): void {
  const anchors = values.slice();
  startFromMean(values, isKnown);
  let largest = leastMove;
  for (let round = 0; round < rounds && largest >= leastMove; round++) {
    largest = 0;
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < across; x++) {
        const cell = y * across + x;
        const left = x > 0 ? cell - 1 : cell;
        const right = x < across - 1 ? cell + 1 : cell;
        const above = y > 0 ? cell - across : cell;
        const below = y < down - 1 ? cell + across : cell;
        const hold = isKnown[cell] === 1 ? 4 : 0;
        for (let c = 0; c < 3; c++) {
          const sum =
            (values[left * 3 + c] as number) +
            (values[right * 3 + c] as number) +
            (values[above * 3 + c] as number) +
            (values[below * 3 + c] as number) +
            hold * (anchors[cell * 3 + c] as number);
          const old = values[cell * 3 + c] as number;
          const move = relaxation * (sum / (4 + hold) - old);
          values[cell * 3 + c] = old + move;
          largest = Math.max(largest, Math.abs(move));
        }
      }
    }
  }
}

function startFromMean(values: Float32Array, isKnown: Uint8Array): void {
  const sums = [0, 0, 0];
  let count = 0;
  for (let cell = 0; cell < isKnown.length; cell++) {
    if (isKnown[cell] === 0) continue;
    count++;
    for (let c = 0; c < 3; c++) sums[c] = (sums[c] as number) + (values[cell * 3 + c] as number);
  }
  for (let cell = 0; cell < isKnown.length; cell++) {
    if (isKnown[cell] === 0) for (let c = 0; c < 3; c++) values[cell * 3 + c] = (sums[c] as number) / Math.max(1, count);
  }
}

/** Adds it to the values of a row, between the cells' middles evenly. */
export function openRing({ values, across, down, side }: RingField, width: number) {
  const columns = Float64Array.from({ length: width }, (_, x) => placeOf(x, side, across));
  return (y: number, row: Float32Array, out: Uint8ClampedArray, start: number): void => {
    const v = placeOf(y, side, down);
    const above = Math.floor(v);
    const t = v - above;
    const first = above * across * 3;
    const below = above < down - 1 ? across * 3 : 0;
    for (let x = 0, to = 0; x < width; x++) {
      const u = columns[x] as number;
      const column = Math.floor(u);
      const s = u - column;
      const next = column < across - 1 ? 3 : 0;
      for (let at = first + column * 3, end = at + 3; at < end; at++, to++) {
        const top = (values[at] as number) * (1 - s) + (values[at + next] as number) * s;
        const bottom = (values[at + below] as number) * (1 - s) + (values[at + below + next] as number) * s;
        out[start + to] = (row[to] as number) + (top * (1 - t) + bottom * t);
      }
    }
  };
}

function placeOf(i: number, side: number, count: number): number {
  return Math.max(0, Math.min(count - 1, (i + 0.5) / side - 0.5));
}

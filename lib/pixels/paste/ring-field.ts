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

/** Between the cells' middles, evenly; writes three values. */
export function readRing({ values, across, down, side }: RingField, x: number, y: number, out: Float64Array): void {
  const u = Math.max(0, Math.min(across - 1, (x + 0.5) / side - 0.5));
  const v = Math.max(0, Math.min(down - 1, (y + 0.5) / side - 0.5));
  const column = Math.floor(u);
  const row = Math.floor(v);
  const s = u - column;
  const t = v - row;
  const next = column < across - 1 ? 3 : 0;
  const below = row < down - 1 ? across * 3 : 0;
  const at = (row * across + column) * 3;
  for (let c = 0; c < 3; c++) {
    const top = (values[at + c] as number) * (1 - s) + (values[at + next + c] as number) * s;
    const bottom = (values[at + below + c] as number) * (1 - s) + (values[at + below + next + c] as number) * s;
    out[c] = top * (1 - t) + bottom * t;
  }
}

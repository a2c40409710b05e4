/**
 * Learns from a picture itself what its detail looks like: its half is enlarged plainly, and what the picture has beyond
 * that is explained by the 5 × 5 pixels around, one linear rule for each kind of place. The four pixels that come from
 * one are mirror images of each other, so that all of them teach the same rules.
 */
import type { Plane } from "../plane.ts";
import { solve } from "../solve.ts";
import { half, twice } from "./halves.ts";
import { kindAt, kinds, readStructure, type Structure } from "./structure.ts";

export const reach = 2;
export const taps = (2 * reach + 1) ** 2;
const middle = (taps - 1) / 2;

/** Rules by kind, `taps` weights each. */
export type Rules = Float32Array;

export function* learnRules(luma: Plane, maxSamples: number): Generator<number, Rules, void> {
  const small = half(luma);
  yield 0.1;
  const plain = twice(small);
  yield 0.2;
  const structure = readStructure(small);
  const products = new Float64Array(kinds * taps * taps);
  const answers = new Float64Array(kinds * taps);
  const counts = new Float64Array(kinds);
  const patch = new Float64Array(taps);
  const stride = Math.max(1, Math.ceil(Math.sqrt((small.width * small.height * 4) / maxSamples)));
  for (let y = reach; y < small.height - reach; y += stride) {
    if (y % 8 === 0) yield 0.2 + (0.6 * y) / small.height;
    for (let x = reach; x < small.width - reach; x += stride) {
      for (let corner = 0; corner < 4; corner++) {
        const [isRight, isLower] = [(corner & 1) === 1, corner > 1];
        const kind = kindAt(structure, y * small.width + x, isRight, isLower);
        readPatch(small, x, y, isRight, isLower, patch);
        const [px, py] = [2 * x + (isRight ? 1 : 0), 2 * y + (isLower ? 1 : 0)];
        const missing = (luma.data[py * luma.width + px] as number) - (plain.data[py * plain.width + px] as number);
        counts[kind] = (counts[kind] as number) + 1;
        for (let i = 0; i < taps; i++) {
          const own = patch[i] as number;
          answers[kind * taps + i] = (answers[kind * taps + i] as number) + own * missing;
          const row = (kind * taps + i) * taps;
          for (let j = i; j < taps; j++) products[row + j] = (products[row + j] as number) + own * (patch[j] as number);
        }
      }
    }
  }
  const rules = new Float32Array(kinds * taps);
  for (let kind = 0; kind < kinds; kind++) {
    if (kind % 16 === 0) yield 0.8 + (0.2 * kind) / kinds;
    if ((counts[kind] as number) < 2 * taps) continue;
    const own = ruleFrom(
      products.subarray(kind * taps * taps, (kind + 1) * taps * taps),
      answers.subarray(kind * taps, (kind + 1) * taps),
      counts[kind] as number,
    );
    rules.set(own, kind * taps);
  }
  return rules;
}

/** The pixels around, as differences to the middle one, mirrored so that the wanted pixel lies up and to the left. */
export function readPatch(
  { data, width, height }: Plane,
  x: number,
  y: number,
  isRight: boolean,
  isLower: boolean,
  out: Float64Array,
): void {
  const own = data[y * width + x] as number;
  let at = 0;
  for (let dy = -reach; dy <= reach; dy++) {
    const row = Math.max(0, Math.min(height - 1, y + (isLower ? -dy : dy))) * width;
    for (let dx = -reach; dx <= reach; dx++) {
      out[at++] = (data[row + Math.max(0, Math.min(width - 1, x + (isRight ? -dx : dx)))] as number) - own;
    }
  }
}

/** Adds what the rules say is missing. */
export function* addDetail(enlarged: Plane, source: Plane, structure: Structure, rules: Rules): Generator<number, void, void> {
  const { width, height, data } = source;
  const patch = new Float64Array(taps);
  const totals = totalsOf(rules);
  const corners = [0, 1, 2, 3].map((corner) => ({ isRight: (corner & 1) === 1, isLower: corner > 1 }));
  const looks = corners.map(({ isRight, isLower }) => offsetsFor(width, isRight, isLower));
  for (let y = 0; y < height; y++) {
    if (y % 8 === 0) yield y / height;
    for (let x = 0; x < width; x++) {
      const here = y * width + x;
      const isInside = x >= reach && y >= reach && x < width - reach && y < height - reach;
      for (let corner = 0; corner < 4; corner++) {
        const { isRight, isLower } = corners[corner] as (typeof corners)[number];
        const kind = kindAt(structure, here, isRight, isLower);
        const rule = kind * taps;
        let sum = 0;
        if (isInside) {
          const offsets = looks[corner] as Int32Array;
          for (let i = 0; i < taps; i++) sum += (data[here + (offsets[i] as number)] as number) * (rules[rule + i] as number);
          sum -= (data[here] as number) * (totals[kind] as number);
        } else {
          readPatch(source, x, y, isRight, isLower, patch);
          for (let i = 0; i < taps; i++) sum += (patch[i] as number) * (rules[rule + i] as number);
        }
        const at = (2 * y + (isLower ? 1 : 0)) * enlarged.width + 2 * x + (isRight ? 1 : 0);
        enlarged.data[at] = (enlarged.data[at] as number) + sum;
      }
    }
  }
}

/** Where a patch lies around its middle, mirrored as it is read there. */
function offsetsFor(width: number, isRight: boolean, isLower: boolean): Int32Array {
  const offsets = new Int32Array(taps);
  for (let i = 0; i < taps; i++) {
    const [dy, dx] = [Math.floor(i / (2 * reach + 1)) - reach, (i % (2 * reach + 1)) - reach];
    offsets[i] = (isLower ? -dy : dy) * width + (isRight ? -dx : dx);
  }
  return offsets;
}

/** A rule speaks of differences to the middle: what all its weights together take of it. */
function totalsOf(rules: Rules): Float64Array {
  const totals = new Float64Array(kinds);
  for (let i = 0; i < rules.length; i++) {
    const kind = Math.floor(i / taps);
    totals[kind] = (totals[kind] as number) + (rules[i] as number);
  }
  return totals;
}

/** The normal equations, with a ridge that holds rules small where few places taught them. Only what lies right of the diagonal was summed. */
function ruleFrom(products: Float64Array, answers: Float64Array, count: number): Float64Array {
  let trace = 0;
  for (let i = 0; i < taps; i++) trace += products[i * taps + i] as number;
  // Two hundred places are worth as much as what is believed without them: that nothing is missing.
  const ridge = (0.004 + 8 / count) * (trace / taps) + 40;
  const matrix = new Float64Array(taps * taps);
  for (let i = 0; i < taps; i++) {
    for (let j = 0; j <= i; j++) matrix[i * taps + j] = (products[j * taps + i] as number) + (i === j ? ridge : 0);
  }
  const rule = solve(matrix, answers);
  rule[middle] = 0;
  return rule;
}

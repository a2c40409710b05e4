/** What a network says at each place of its levels, as boxes with names: each thing once. */

import type { FeatureMap } from "./feature-map.ts";
import { boxSides, reaches } from "./nano-det.ts";

/** In shares of the picture. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface NamedBox extends Extent {
  readonly kind: number;
  readonly score: number;
}

/** So much of both in common, and two boxes are of one thing. */
const sameThing = 0.6;

/** Surest first. */
export function readBoxes(levels: readonly FeatureMap[], kinds: number, leastScore: number): readonly NamedBox[] {
  const all = levels.flatMap((level) => [...boxesOn(level, kinds, leastScore)]).sort((a, b) => b.score - a.score);
  const kept: NamedBox[] = [];
  for (const box of all) if (!kept.some((other) => other.kind === box.kind && overlap(box, other) > sameThing)) kept.push(box);
  return kept;
}

function* boxesOn({ width, height, channels, data }: FeatureMap, kinds: number, leastScore: number): Generator<NamedBox> {
  const least = Math.log(leastScore / (1 - leastScore));
  for (let i = 0; i < width * height; i++) {
    const at = i * channels;
    let kind = 0;
    for (let n = 1; n < kinds; n++) if ((data[at + n] as number) > (data[at + kind] as number)) kind = n;
    const value = data[at + kind] as number;
    if (value < least) continue;
    const [left, top, right, bottom] = Array.from({ length: boxSides }, (_, side) => meanReach(data, at + kinds + side * reaches)) as [
      number,
      number,
      number,
      number,
    ];
    const [x, y] = [(i % width) + 0.5, Math.floor(i / width) + 0.5];
    yield {
      kind,
      score: 1 / (1 + Math.exp(-value)),
      left: Math.max(0, (x - left) / width),
      top: Math.max(0, (y - top) / height),
      right: Math.min(1, (x + right) / width),
      bottom: Math.min(1, (y + bottom) / height),
    };
  }
}

/** How far away a side is, in steps of the level, of all it may be. */
function meanReach(data: Float32Array, at: number): number {
  const values = data.subarray(at, at + reaches);
  const most = Math.max(...values);
  let [sum, mean] = [0, 0];
  for (const [n, value] of values.entries()) {
    const weight = Math.exp(value - most);
    sum += weight;
    mean += n * weight;
  }
  return mean / sum;
}

/** What both have in common, of what they have together. */
export function overlap(one: Extent, other: Extent): number {
  const common = commonArea(one, other);
  return common / (areaOf(one) + areaOf(other) - common);
}

export function commonArea(one: Extent, other: Extent): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, across) * Math.max(0, down);
}

export function areaOf({ left, top, right, bottom }: Extent): number {
  return (right - left) * (bottom - top);
}

/** Across. */
export function middleOf({ left, right }: Extent): number {
  return (left + right) / 2;
}

/** About all of them, called like the first. */
export function unionOf(boxes: readonly NamedBox[]): NamedBox {
  const [first] = boxes as readonly [NamedBox, ...NamedBox[]];
  return {
    ...first,
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

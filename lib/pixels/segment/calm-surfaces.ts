/**
 * A picture's even surfaces: walls, floors, ceilings, tops of tables. Light and shade run over one, and what parts two is an
 * edge that is strong beside what is within either of them (Felzenszwalb and Huttenlocher 2004).
 */
import { gaussianBlur } from "../blur.ts";
import { newPlane, type Plane } from "../plane.ts";
import type { Work } from "../work.ts";
import type { View } from "./view.ts";

export interface Surface {
  readonly pixels: readonly number[];
  /** In Lab. */
  readonly mean: readonly [lightness: number, a: number, b: number];
}

/** In pixels of a view: grain, boards and bricks are finer. */
const fine = 1.3;
/** Light and shade count less than colour. */
const lightnessCounts = 0.7;
/** How readily small pieces join, in Lab times pixels; what is fainter than `unseen` is no edge between any. */
const [scale, unseen] = [60, 0.4];
/** Of a picture: less is a thing, or a part of one. */
const least = 0.006;

/** Largest first. */
export function* findCalmSurfaces({ width, height, lab }: View): Work<readonly Surface[]> {
  const channels: Plane[] = [];
  for (let c = 0; c < 3; c++) {
    const plane = newPlane(width, height);
    for (let i = 0; i < plane.data.length; i++) plane.data[i] = (lab[i * 3 + c] as number) * (c === 0 ? lightnessCounts : 1);
    channels.push(gaussianBlur(plane, fine));
    yield (c + 1) / 8;
  }
  const pairs = neighbours(width, height);
  const steps = pairs.map(([i, j]) =>
    Math.sqrt(channels.reduce((sum, { data }) => sum + ((data[i] as number) - (data[j] as number)) ** 2, 0)),
  );
  yield 0.6;
  const order = Uint32Array.from(pairs.keys()).sort((one, other) => (steps[one] as number) - (steps[other] as number));
  yield 0.8;
  const sets = newSets(width * height);
  for (const n of order) {
    const [i, j] = pairs[n] as readonly [number, number];
    sets.join(i, j, steps[n] as number);
  }
  const groups = new Map<number, number[]>();
  for (let i = 0; i < width * height; i++) {
    const root = sets.rootOf(i);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [i]);
    else group.push(i);
  }
  return [...groups.values()]
    .filter(({ length }) => length >= least * width * height)
    .map((pixels) => ({ pixels, mean: meanOf(lab, pixels) }))
    .sort((one, other) => other.pixels.length - one.pixels.length);
}

function neighbours(width: number, height: number): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < width * height; i++) {
    if (i % width < width - 1) pairs.push([i, i + 1]);
    if (i + width < width * height) pairs.push([i, i + width]);
  }
  return pairs;
}

interface Sets {
  readonly rootOf: (i: number) => number;
  /** Where the step between both is no stronger than what is within either, given its size. */
  readonly join: (i: number, j: number, step: number) => void;
}

function newSets(count: number): Sets {
  const parents = Uint32Array.from({ length: count }, (_, i) => i);
  const sizes = new Uint32Array(count).fill(1);
  const within = new Float32Array(count);
  const rootOf = (i: number): number => {
    let root = i;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] as number] as number;
      root = parents[root] as number;
    }
    return root;
  };
  return {
    rootOf,
    join: (i, j, step) => {
      const [one, other] = [rootOf(i), rootOf(j)];
      const bound = (root: number): number => Math.max(unseen, within[root] as number) + scale / (sizes[root] as number);
      if (one === other || step > Math.min(bound(one), bound(other))) return;
      parents[other] = one;
      sizes[one] = (sizes[one] as number) + (sizes[other] as number);
      within[one] = step;
    },
  };
}

function meanOf(lab: Float32Array, pixels: readonly number[]): [number, number, number] {
  const sum = [0, 0, 0];
  for (const i of pixels) for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (lab[i * 3 + c] as number);
  return sum.map((value) => value / pixels.length) as [number, number, number];
}

/**
 * A network that tells what stands out in a picture (U²-Net, Qin et al. 2020, in its small form): six levels, each half the
 * size of the one before, and back again; on each level stands a small network of the same shape.
 */
import { part, type Work } from "../work.ts";
import { convolve, type Layer } from "./convolve.ts";
import { type FeatureMap, halve, newFeatureMap, stretch, sumOf } from "./feature-map.ts";
import type { LayerShape } from "./read-weights.ts";

/** How deep the small networks are, going down; the last two keep their size and look farther apart instead. */
const depths = [7, 6, 5, 4] as const;
const flatLevels = 2;
/** Four looks at spacings that double. */
const flatSpacings = [1, 2, 4, 8] as const;

const [colours, narrow, wide] = [3, 16, 64] as const;

/** What each layer takes in and gives, in the order they are asked. */
export const layerShapes: readonly LayerShape[] = shapesInOrder();

/** 0..1 at each pixel, at the size of what is looked at; the colours are as `readColours` gives them. */
export function* findStandingOut(colourMap: FeatureMap, layers: readonly Layer[]): Work<FeatureMap> {
  const next = layers.values();
  const ask = (): Layer => {
    const { value } = next.next();
    if (value === undefined) throw new Error(`Expected ${layerShapes.length} layers but received ${layers.length}`);
    return value;
  };
  const down: FeatureMap[] = [];
  let map = colourMap;
  const levels = depths.length + flatLevels;
  for (let level = 0; level < levels; level++) {
    const [from, to] = sharesOf(level);
    if (level > 0) map = halve(map);
    map = yield* part(level < depths.length ? nest([map], depths[level] as number, ask) : nestFlat([map], ask), from, to);
    down.push(map);
  }
  const up: FeatureMap[] = [map];
  for (let level = levels - 2; level >= 0; level--) {
    const [from, to] = sharesOf(levels + (levels - 2 - level));
    const own = down[level] as FeatureMap;
    const both = [yield* part(stretch(map, own.width, own.height), from, from), own] as const;
    map = yield* part(level < depths.length ? nest(both, depths[level] as number, ask) : nestFlat(both, ask), from, to);
    up.push(map);
  }
  return yield* part(joinLevels(up.reverse(), ask), 0.97, 1);
}

/** Of the time, the two large levels take the most, and most of all on the way up. */
const ends = [0.14, 0.19, 0.2, 0.21, 0.22, 0.23, 0.24, 0.27, 0.34, 0.54, 0.97] as const;

function sharesOf(step: number): readonly [from: number, to: number] {
  return [ends[step - 1] ?? 0, ends[step] as number];
}

type Ask = () => Layer;
type Maps = readonly [FeatureMap, ...FeatureMap[]];

/** Down by halves and up again, beside what was there on the way down; what goes in is added to what comes out. */
function* nest(maps: Maps, depth: number, ask: Ask): Work<FeatureMap> {
  const shares = sharesOfEach(2 * depth);
  const own = yield* part(convolve(maps, ask(), { slope: 0 }), ...shares());
  const down: FeatureMap[] = [];
  let inner = own;
  for (let n = 0; n < depth - 1; n++) {
    if (n > 0) inner = halve(inner);
    inner = yield* part(convolve([inner], ask(), { slope: 0 }), ...shares());
    down.push(inner);
  }
  // The deepest looks farther instead of being halved once more.
  inner = yield* part(convolve([inner], ask(), { slope: 0, spacing: 2 }), ...shares());
  for (const outer of down.reverse()) {
    const [from, to] = shares();
    const larger = yield* part(stretch(inner, outer.width, outer.height), from, from);
    inner = yield* part(convolve([larger, outer], ask(), { slope: 0 }), from, to);
  }
  return sumOf(inner, own);
}

function* nestFlat(maps: Maps, ask: Ask): Work<FeatureMap> {
  const shares = sharesOfEach(2 * flatSpacings.length);
  const own = yield* part(convolve(maps, ask(), { slope: 0 }), ...shares());
  const down: FeatureMap[] = [];
  let inner = own;
  for (const spacing of flatSpacings) {
    inner = yield* part(convolve([inner], ask(), { slope: 0, spacing }), ...shares());
    down.push(inner);
  }
  for (const [n, spacing] of [...flatSpacings.slice(0, -1).entries()].reverse()) {
    const both = [inner, down[n] as FeatureMap] as const;
    inner = yield* part(convolve(both, ask(), { slope: 0, spacing }), ...shares());
  }
  return sumOf(inner, own);
}

/** From the first of so many steps to the last. */
function sharesOfEach(count: number): () => readonly [from: number, to: number] {
  let done = 0;
  return () => [done / count, ++done / count];
}

/** What each level says, brought to the size of the first and weighed. */
function* joinLevels(levels: readonly FeatureMap[], ask: Ask): Work<FeatureMap> {
  const { width, height } = levels[0] as FeatureMap;
  const told: FeatureMap[] = [];
  const shares = sharesOfEach(levels.length);
  for (const level of levels) {
    const [from, to] = shares();
    const own = yield* part(convolve([level], ask(), { slope: 1 }), from, to);
    told.push(yield* part(stretch(own, width, height), to, to));
  }
  const { weights, biases } = ask();
  const result = newFeatureMap(width, height, 1);
  for (let i = 0; i < width * height; i++) {
    let sum = biases[0] as number;
    for (const [n, { data }] of told.entries()) sum += (weights[n] as number) * (data[i] as number);
    result.data[i] = 1 / (1 + Math.exp(-sum));
  }
  return result;
}

function shapesInOrder(): readonly LayerShape[] {
  const shapes: LayerShape[] = [];
  const levels = [...depths, ...Array.from({ length: flatLevels }, () => flatSpacings.length)];
  const addNest = (from: number, depth: number): void => {
    const down = Array.from({ length: depth - 1 }, () => [narrow, narrow, 9] as const);
    const up = Array.from({ length: depth - 2 }, () => [2 * narrow, narrow, 9] as const);
    shapes.push([from, wide, 9], [wide, narrow, 9], ...down, ...up, [2 * narrow, wide, 9]);
  };
  for (const [level, depth] of levels.entries()) addNest(level === 0 ? colours : wide, depth);
  for (const depth of levels.slice(0, -1).reverse()) addNest(2 * wide, depth);
  for (const _ of levels) shapes.push([wide, 1, 9]);
  return [...shapes, [levels.length, 1, 1]];
}

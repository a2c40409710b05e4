/**
 * A network that finds things with names in a picture (NanoDet-g, RangiLyu 2021): four levels, each half the size of the one
 * before, whose looks are kept beside what came before them; three of them tell each other what they saw, down and up again, and
 * each says for each of its places what is there and how far it reaches.
 */
import { part, type Work } from "../work.ts";
import { type ConvolveOptions, convolve, type Layer } from "./convolve.ts";
import { type FeatureMap, halveBroadly, stretch, sumOf } from "./feature-map.ts";
import type { LayerShape } from "./read-weights.ts";

/** What goes in is a square of this side. */
export const nanoSide = 416;
const [colours, first, shared] = [3, 32, 128] as const;
/** Of each level: how many values it has, and how many looks follow each other on it. */
const levels = [
  { wide: 32, looks: 1 },
  { wide: 64, looks: 2 },
  { wide: 128, looks: 2 },
  { wide: 256, looks: 3 },
] as const;
const told = levels.slice(1);

/** What a place says of each side of a box: how likely it is so many steps away. */
export const reaches = 11;
export const boxSides = 4;

/** What each layer takes in and gives, in the order they are asked, for so many kinds of things. */
export function nanoShapes(kinds: number): readonly LayerShape[] {
  const shapes: LayerShape[] = [[colours, first, 9]];
  let from: number = first;
  for (const { wide, looks } of levels) {
    const narrow = wide / 2;
    shapes.push([from, wide, 9]);
    for (let n = 0; n < looks; n++) shapes.push([wide, narrow, 9], [narrow, narrow, 9]);
    shapes.push([wide, wide, 9]);
    from = 2 * wide;
  }
  for (const { wide } of told) shapes.push([2 * wide, shared, 1]);
  for (const _ of told) shapes.push([shared, shared, 9], [shared, kinds + boxSides * reaches, 1]);
  return shapes;
}

type Maps = readonly [FeatureMap, ...FeatureMap[]];

/** Of what is below nothing, a tenth is left. */
const slope = 0.1;
/** The finest level first: what each of its places says of the kinds, then of the four sides. */
export function* findOnLevels(colourMap: FeatureMap, layers: readonly Layer[]): Work<readonly FeatureMap[]> {
  let asked = 0;
  const run = (maps: Maps, options: ConvolveOptions): Work<FeatureMap> => {
    const layer = layers[asked];
    if (layer === undefined) throw new Error(`Expected more than ${layers.length} layers`);
    const from = asked++ / layers.length;
    return part(convolve(maps, layer, options), from, asked / layers.length);
  };
  const look = (maps: Maps, stride: 1 | 2 = 1): Work<FeatureMap> => run(maps, { slope, stride });
  const weigh = (maps: Maps): Work<FeatureMap> => run(maps, { slope: 1 });
  const brought = (map: FeatureMap, { width, height }: FeatureMap): Work<FeatureMap> =>
    part(stretch(map, width, height), asked / layers.length, asked / layers.length);

  let maps: Maps = [halveBroadly(yield* look([colourMap], 2))];
  const seen: Maps[] = [];
  for (const [n, { looks }] of levels.entries()) {
    const whole = yield* look(maps, n === 0 ? 1 : 2);
    let inner: Maps = [whole];
    for (let round = 0; round < looks; round++) {
      const one = yield* look(inner);
      inner = [yield* look([one]), one];
    }
    maps = [yield* look(inner), whole];
    seen.push(maps);
  }
  const sides: FeatureMap[] = [];
  for (const level of seen.slice(1)) sides.push(yield* weigh(level));
  const [fine, middle, coarse] = sides as [FeatureMap, FeatureMap, FeatureMap];
  const middleDown = sumOf(middle, yield* brought(coarse, middle));
  const fineDown = sumOf(fine, yield* brought(middleDown, fine));
  const middleUp = sumOf(middleDown, yield* brought(fineDown, middle));
  const coarseUp = sumOf(coarse, yield* brought(middleUp, coarse));
  const answers: FeatureMap[] = [];
  for (const map of [fineDown, middleUp, coarseUp]) answers.push(yield* weigh([yield* look([map])]));
  return answers;
}

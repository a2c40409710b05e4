/** Things with names in a picture, as a second small network tells them that was shown eighty kinds (decision 038): in boxes. */
import { readFileSync } from "node:fs";
import type { Layer } from "#lib/pixels/network/convolve.ts";
import type { FeatureMap } from "#lib/pixels/network/feature-map.ts";
import { findOnLevels, nanoShapes, nanoSide } from "#lib/pixels/network/nano-det.ts";
import { type NamedBox, readBoxes } from "#lib/pixels/network/read-boxes.ts";
import { readWeights } from "#lib/pixels/network/read-weights.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { kinds } from "./kinds.ts";

/** Below this it guesses. */
const leastScore = 0.35;
/** Of blue, green and red, over the pictures it learned from; it was shown colours in this order. */
const [means, spreads] = [
  [103.53, 116.28, 123.675],
  [57.375, 57.12, 58.395],
] as const;

let layers: readonly Layer[] | undefined;
const known = new WeakMap<Raster, readonly NamedBox[]>();

/** Surest first; looked for once in a picture, however often it is asked. */
export function* lookForNamedThings({ source, middle }: View): Work<readonly NamedBox[]> {
  const found = known.get(source);
  if (found !== undefined) return found;
  layers ??= readWeights(readFileSync(new URL("nanodet.weights", import.meta.url)), nanoShapes(kinds.length), "scaled");
  const answers = yield* part(findOnLevels(readColours(middle), layers), 0.02, 0.98);
  const boxes = readBoxes(answers, kinds.length, leastScore);
  known.set(source, boxes);
  return boxes;
}

/** Drawn out to a square: so it learned. */
function readColours(source: Raster): FeatureMap {
  const { data, channels } = resize(source, nanoSide, nanoSide);
  const colours = new Float32Array(nanoSide * nanoSide * 3);
  for (let i = 0; i < nanoSide * nanoSide; i++)
    for (let c = 0; c < 3; c++) {
      const value = data[i * channels + (channels < 3 ? 0 : 2 - c)] as number;
      colours[i * 3 + c] = (value - (means[c] as number)) / (spreads[c] as number);
    }
  return { width: nanoSide, height: nanoSide, channels: 3, data: colours };
}

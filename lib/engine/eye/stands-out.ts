/**
 * What stands out in a picture, as a small network tells it that was shown many thousands of photographs (decision 037), and
 * as colours and walls tell it where the network sees nothing. A thing is one to it with all its parts: a head above a dark
 * coat before dark trees.
 */
import { readFileSync } from "node:fs";
import type { Layer } from "#lib/pixels/network/convolve.ts";
import type { FeatureMap } from "#lib/pixels/network/feature-map.ts";
import { readWeights } from "#lib/pixels/network/read-weights.ts";
import { findStandingOut, layerShapes } from "#lib/pixels/network/u-squared.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { findSaliencySlowly } from "#lib/pixels/segment/saliency.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";

/** It learned on squares of this side; what is smaller need not be enlarged so far. */
const mostSide = 320;
const [leastSide, sideStep] = [96, 32];
/** Of red, green and blue, over the pictures it learned from. */
const [means, spreads] = [
  [0.485, 0.456, 0.406],
  [0.229, 0.224, 0.225],
] as const;

let layers: readonly Layer[] | undefined;
/** Looking takes a second, and several ask about the same picture. */
const seen = new WeakMap<Raster, Plane>();

export interface StandsOut {
  /** 0..1 for each pixel of the view. */
  readonly plane: Plane;
  /** Whether the network saw a thing; else it is told by colours and walls, which always find something. */
  readonly isSeen: boolean;
}

/** From here on the network means what it says; so much of the picture must be as sure. */
const [sureValue, leastSure] = [0.6, 0.004];

export function* lookForWhatStandsOut(view: View): Work<StandsOut> {
  const told = yield* part(askNetwork(view), 0, 0.9);
  const sure = told.data.reduce((count, value) => count + (value > sureValue ? 1 : 0), 0);
  if (sure > leastSure * told.data.length) return { plane: told, isSeen: true };
  return { plane: yield* part(findSaliencySlowly(view), 0.9, 1), isSeen: false };
}

function* askNetwork({ source, middle, width, height }: View): Work<Plane> {
  let known = seen.get(source);
  if (known === undefined) {
    layers ??= readWeights(readFileSync(new URL("u2netp.weights", import.meta.url)), layerShapes, "halves");
    const told = yield* findStandingOut(readColours(middle), layers);
    known = { width: told.width, height: told.height, data: told.data };
    seen.set(source, known);
  }
  return scalePlane(known, width, height);
}

/** As it learned to see colours: in shares of the brightest value, about their usual mean. */
function readColours(source: Raster): FeatureMap {
  const longer = Math.max(source.width, source.height);
  const side = Math.max(leastSide, Math.min(mostSide, Math.ceil(longer / sideStep) * sideStep));
  const { data, channels } = resize(source, side, side);
  let most = 1;
  for (let i = 0; i < data.length; i++) if (channels < 4 || i % 4 < 3) most = Math.max(most, data[i] as number);
  const colours = new Float32Array(side * side * 3);
  for (let i = 0; i < side * side; i++)
    for (let c = 0; c < 3; c++) {
      const value = data[i * channels + (channels < 3 ? 0 : c)] as number;
      colours[i * 3 + c] = (value / most - (means[c] as number)) / (spreads[c] as number);
    }
  return { width: side, height: side, channels: 3, data: colours };
}

/** Finds the part of a picture that words speak of, as a mask at full size. */
import type { Place, Side } from "#lib/engine/instructions/place.ts";
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { refineMask } from "#lib/pixels/segment/refine.ts";
import { findSaliencySlowly } from "#lib/pixels/segment/saliency.ts";
import { lookAt, ramp, type View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { findRegion } from "./colour-region.ts";
import { guessNatural, type NaturalPlace } from "./guesses.ts";
import { inverse, product, shareOf } from "./masks.ts";
import { keepLargest, keepReaching } from "./pieces.ts";
import { growToWhole } from "./whole-thing.ts";

export interface Found {
  /** 0..1 for each pixel. */
  readonly mask: Plane;
  /** Of the picture, 0..1. */
  readonly share: number;
}

const leastShare = 0.003;

/** Undefined where the picture holds nothing of the kind. */
export function* findPlace(source: Raster, place: Place): Work<Found | undefined> {
  if (place.name === "side") return measured(sideMask(source.width, source.height, place.side ?? "middle"));
  if (place.name === "colour") {
    const { isThing, isMany, thing } = place;
    const region = yield* findRegion(source, { named: place.colour?.rgb, isThing, isMany, thing });
    return region === undefined ? undefined : measured(limitToSide(region.mask, place.side));
  }
  const view = lookAt(source);
  yield 0.1;
  const rough = yield* part(findRough(view, place), 0.1, 0.6);
  if (rough === undefined || shareOf(rough) < leastShare) return undefined;
  const mask = yield* part(refineMask(source, rough), 0.6, 1);
  return measured(place.name === "subject" || place.name === "background" ? mask : limitToSide(mask, place.side));
}

function* findRough(view: View, place: Place): Work<Plane | undefined> {
  switch (place.name) {
    case "subject": {
      const land = /foreground|前景/u.test(place.said) ? yield* findLand(view) : undefined;
      return land ?? (yield* findWhole(view, place.side));
    }
    case "background": {
      const subject = yield* findWhole(view, undefined);
      return subject === undefined ? undefined : inverse(subject);
    }
    case "ground": {
      // What is neither sky nor standing on it: the lower part below the sky.
      const sky = yield* findNatural(view, "sky");
      const under = sideMask(view.width, view.height, "bottom");
      const rest = sky === undefined ? under : product(inverse(sky), ramped(view.width, view.height));
      const subject = yield* findSubject(view, undefined);
      return subject === undefined || shareOf(subject) > 0.12 ? rest : product(rest, inverse(subject));
    }
    default:
      return yield* findNatural(view, place.name as NaturalPlace, place.said);
  }
}

/** Under an open sky the foreground is the land, from the horizon down. */
function* findLand(view: View): Work<Plane | undefined> {
  const sky = yield* findSky(view);
  return sky === undefined || shareOf(sky) < 0.12 ? undefined : inverse(sky);
}

/** All of what stands out, not only its strongest part. */
function* findWhole(view: View, side: Side | undefined): Work<Plane | undefined> {
  const strongest = yield* part(findSubject(view, side), 0, 0.6);
  return strongest === undefined ? undefined : yield* part(growToWhole(view, strongest), 0.6, 1);
}

/** What stands out, on the named side where one is named. */
export function* findSubject(view: View, side: Side | undefined): Work<Plane | undefined> {
  const sky = yield* findSky(view);
  const all = yield* part(findSaliencySlowly(view), 0.3, 0.5);
  // Clouds stand out as well; but what stands out much before a sky is no cloud.
  const open =
    sky === undefined || shareOf(sky) > 0.7
      ? all
      : { ...all, data: all.data.map((v, i) => v * (1 - 0.7 * (sky.data[i] as number) * ramp(v, 0.65, 0.35))) };
  const salient = limitToSide(open, side);
  const cut = yield* cutOut(view, salient, { trustColours: 0.5 });
  const kept = keepLargest(cut, salient, 0.18);
  const share = shareOf(kept);
  return share < leastShare || share > 0.92 ? undefined : kept;
}

export function findSky(view: View): Work<Plane | undefined> {
  return findNatural(view, "sky");
}

function* findNatural(view: View, name: NaturalPlace, said: string = name): Work<Plane | undefined> {
  let guess = guessNatural(view, name);
  if (name === "water") {
    const sky = yield* findNatural(view, "sky");
    if (sky !== undefined) guess = product(guess, inverse(sky));
  }
  if (name === "plants") guess = tellApart(view, guess, said);
  const most = guess.data.reduce((top, value) => Math.max(top, value), 0);
  if (most < 0.5) return undefined;
  const calm = gaussianBlur(guess, 1.2);
  const cut = yield* cutOut(view, calm, { trustColours: name === "sky" ? 0.35 : 0.15, smoothness: name === "plants" ? 1 : 2, rounds: 2 });
  if (name === "sky") return keepReaching(cut, 0.12);
  const kept = keepLargest(cut, calm, 0.02);
  // Water lies; a blue thing stands.
  return name === "water" && shareOf(kept) < 0.12 && widthOf(kept) < 0.35 ? undefined : kept;
}

/** Trees stand above grass: where the upper green and the lower differ, the word says which is meant. */
function tellApart({ width, height, lab }: View, guess: Plane, said: string): Plane {
  const isLow = /grass|lawn|meadow|field|moss|草/u.test(said);
  const isHigh = /tree|forest|wood|jungle|树|林/u.test(said);
  if (isLow === isHigh) return guess;
  const row = (i: number): number => (Math.floor(i / width) + 0.5) / height;
  const upper = meanLab(lab, (i) => (row(i) < 0.65 ? (guess.data[i] as number) : 0));
  const lower = meanLab(lab, (i) => (row(i) > 0.8 ? (guess.data[i] as number) : 0));
  if (upper === undefined || lower === undefined) return guess;
  if (Math.hypot(upper[0] - lower[0], upper[1] - lower[1], upper[2] - lower[2]) < 7) return guess;
  const far = (i: number, mean: readonly number[]): number =>
    Math.hypot(...[0, 1, 2].map((c) => (lab[i * 3 + c] as number) - (mean[c] as number)));
  return {
    ...guess,
    data: guess.data.map((value, i) => {
      const isNearUpper = far(i, upper) * (0.25 + 1.5 * row(i) ** 2) < far(i, lower) * (1.75 - 1.5 * row(i) ** 2);
      return isNearUpper === isHigh ? value : value * 0.25;
    }),
  };
}

function meanLab(lab: Float32Array, weight: (pixel: number) => number): readonly [number, number, number] | undefined {
  const sum = [0, 0, 0];
  let total = 0;
  for (let i = 0; i < lab.length / 3; i++) {
    const share = weight(i);
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + share * (lab[i * 3 + c] as number);
    total += share;
  }
  return total < lab.length * 0.003 ? undefined : (sum.map((value) => value / total) as [number, number, number]);
}

function measured(mask: Plane): Found | undefined {
  const share = shareOf(mask);
  return share < leastShare ? undefined : { mask, share };
}

/** Of the picture's width, how much has some of the mask. */
function widthOf({ width, data }: Plane): number {
  const columns = new Uint8Array(width);
  data.forEach((value, i) => {
    if (value > 0.5) columns[i % width] = 1;
  });
  return columns.reduce((sum, value) => sum + value, 0) / width;
}

function limitToSide(mask: Plane, side: Side | undefined): Plane {
  return side === undefined ? mask : product(mask, sideMask(mask.width, mask.height, side));
}

/** How much of each place is on a side, by its shares of the width and the height; falls off softly over a fifth of the picture. */
const onSide: Readonly<Record<Side, (x: number, y: number) => number>> = {
  left: (x) => ramp(x, 0.58, 0.42),
  right: (x) => ramp(x, 0.42, 0.58),
  top: (_x, y) => ramp(y, 0.58, 0.42),
  bottom: (_x, y) => ramp(y, 0.42, 0.58),
  middle: (x, y) => ramp(Math.hypot(2 * x - 1, 2 * y - 1), 0.85, 0.45),
  edges: (x, y) => ramp(Math.hypot(2 * x - 1, 2 * y - 1), 0.6, 1.1),
};

function sideMask(width: number, height: number, side: Side): Plane {
  const result = newPlane(width, height);
  const shareOn = onSide[side];
  for (let i = 0; i < result.data.length; i++)
    result.data[i] = shareOn(((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height);
  return result;
}

function ramped(width: number, height: number): Plane {
  const result = newPlane(width, height);
  for (let i = 0; i < result.data.length; i++) result.data[i] = ramp((Math.floor(i / width) + 0.5) / height, 0.25, 0.45);
  return result;
}

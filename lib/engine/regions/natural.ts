/** Sky, water, plants and skin: from how likely each pixel is to where they end. */
import { gaussianBlur } from "#lib/pixels/blur.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import type { Work } from "#lib/pixels/work.ts";
import { guessNatural, type NaturalPlace } from "./guesses.ts";
import { inverse, product, shareOf } from "./masks.ts";
import { keepLargest, keepReaching } from "./pieces.ts";

export function findSky(view: View): Work<Plane | undefined> {
  return findNatural(view, "sky");
}

export function* findNatural(view: View, name: NaturalPlace, said: string = name): Work<Plane | undefined> {
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
  if (name === "sky") return keepReaching(cut, 0.04);
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

/** Of the picture's width, how much has some of the mask. */
function widthOf({ width, data }: Plane): number {
  const columns = new Uint8Array(width);
  data.forEach((value, i) => {
    if (value > 0.5) columns[i % width] = 1;
  });
  return columns.reduce((sum, value) => sum + value, 0) / width;
}

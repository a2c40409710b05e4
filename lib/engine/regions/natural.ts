/** Sky, water, plants and skin: from how likely each pixel is to where they end. */
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import type { Work } from "#lib/pixels/work.ts";
import { componentsOf } from "./components.ts";
import { guessNatural, type NaturalPlace } from "./guesses.ts";
import { inverse, product, shareOf } from "./masks.ts";
import { boxOf, keepLargest, keepReaching } from "./pieces.ts";

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
  if (name === "sky") return withoutFeet(view, keepReaching(cut, 0.04));
  const kept = name === "water" ? lyingLow(keepLargest(cut, calm, 0.02)) : keepLargest(cut, calm, 0.02);
  // Water lies; a blue thing stands.
  return name === "water" && shareOf(kept) < 0.12 && widthOf(kept) < 0.35 ? undefined : kept;
}

/** Trees stand above grass: where the upper green and the lower differ, the word says which is meant. */
function tellApart(view: View, guess: Plane, said: string): Plane {
  const { width, height, lab } = view;
  const isLow = /grass|lawn|meadow|field|moss|草/u.test(said);
  const isHigh = /tree|forest|wood|jungle|树|林/u.test(said);
  if (isLow === isHigh) return guess;
  const row = (i: number): number => (Math.floor(i / width) + 0.5) / height;
  const upper = meanLab(lab, (i) => (row(i) < 0.65 ? (guess.data[i] as number) : 0));
  const lower = meanLab(lab, (i) => (row(i) > 0.8 ? (guess.data[i] as number) : 0));
  if (upper === undefined || lower === undefined) return guess;
  if (Math.hypot(upper[0] - lower[0], upper[1] - lower[1], upper[2] - lower[2]) < leastApart) return tellFromAbove(view, guess, isHigh);
  const far = (i: number, mean: readonly number[]): number =>
    Math.hypot(...[0, 1, 2].map((c) => (lab[i * 3 + c] as number) - (mean[c] as number)));
  // Blades in the sun over blades in shade are all of them grass: where both are everywhere, height tells nothing.
  const [high, low] = [
    (i: number) => (row(i) < 0.65 ? (guess.data[i] as number) : 0),
    (i: number) => (row(i) > 0.8 ? (guess.data[i] as number) : 0),
  ];
  const strays = Math.max(
    shareWhere(high, (i) => far(i, lower) < far(i, upper), guess.data.length),
    shareWhere(low, (i) => far(i, upper) < far(i, lower), guess.data.length),
  );
  if (strays > mostStrays) return guess;
  return {
    ...guess,
    data: guess.data.map((value, i) => {
      const isNearUpper = far(i, upper) * (0.25 + 1.5 * row(i) ** 2) < far(i, lower) * (1.75 - 1.5 * row(i) ** 2);
      return isNearUpper === isHigh ? value : value * 0.25;
    }),
  };
}

const [leastCalm, mostCalm] = [0.04, 0.5];

/** Seen from above, crowns are busy and a lawn beside them is calm. */
function tellFromAbove({ slope }: View, guess: Plane, isHigh: boolean): Plane {
  const busy = gaussianBlur(slope, 3).data;
  const own = busy.filter((_, i) => (guess.data[i] as number) > 0.5).sort();
  const usual = own[Math.floor(0.7 * own.length)] ?? 0;
  const calm = own.filter((value) => value < 0.35 * usual).length / Math.max(1, own.length);
  if (calm < leastCalm || calm > mostCalm) return guess;
  return {
    ...guess,
    data: guess.data.map((value, i) => {
      const isCalm = ramp(busy[i] as number, 0.5 * usual, 0.35 * usual);
      return value * (0.25 + 0.75 * (isHigh ? 1 - isCalm : isCalm));
    }),
  };
}

/** In Lab. */
const leastApart = 7;
const mostStrays = 0.4;

function shareWhere(weight: (pixel: number) => number, isSo: (pixel: number) => boolean, count: number): number {
  let [sum, total] = [0, 1e-6];
  for (let i = 0; i < count; i++) {
    const own = weight(i);
    total += own;
    if (own > 0 && isSo(i)) sum += own;
  }
  return sum / total;
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

const leastOfHill = 0.01;
/** In levels a pixel: a balloon or a bird ends with an edge, a hill in the haze does not. */
const softFoot = 5;

/** A hill that fades into haze below does not float: what lies under it is land. */
function withoutFeet({ slope }: View, sky: Plane): Plane {
  const { width, height } = sky;
  const result = { ...sky, data: sky.data.slice() };
  for (const pixels of componentsOf(inverse(sky).data, width, height)) {
    if (pixels.length < leastOfHill * width * height) continue;
    const foot = new Int32Array(width).fill(-1);
    for (const i of pixels) foot[i % width] = Math.max(foot[i % width] as number, Math.floor(i / width));
    const ends = [...foot.entries()].filter(([, y]) => y >= 0 && y < height - 1);
    if (ends.length === 0 || ends.length < foot.filter((y) => y >= 0).length) continue;
    const edge = ends.reduce((sum, [x, y]) => sum + (slope.data[y * width + x] as number), 0) / ends.length;
    if (edge < softFoot)
      for (const [x, y] of ends) for (let i = (y + 1) * width + x; i < result.data.length; i += width) result.data[i] = 0;
  }
  return result;
}

/** Water collects where it is lowest: a patch that ends above all of that, and is narrow, is a window or a wing. */
function lyingLow(mask: Plane): Plane {
  const { width, height } = mask;
  const pieces = componentsOf(mask.data, width, height).map((pixels) => ({ pixels, box: boxOf(pixels, width) }));
  const most = pieces.reduce((top, { pixels }) => Math.max(top, pixels.length), 0);
  const lowest = pieces.filter(({ pixels }) => pixels.length > 0.2 * most).reduce((low, { box }) => Math.max(low, box.top), 0);
  const result = newPlane(width, height);
  for (const { pixels, box } of pieces)
    if (box.bottom >= lowest || box.right - box.left > 0.5 * width) for (const i of pixels) result.data[i] = 1;
  return result;
}

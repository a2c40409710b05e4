/** What lies on the land and hangs in the sky: snow, clouds, and the ground one stands on. */
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { hueDistance } from "#lib/pixels/colour.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { componentsOf } from "./components.ts";
import { findHorizon, skylineOf } from "./land.ts";
import { inverse, product, shareOf } from "./masks.ts";
import { findNatural, findSky } from "./natural.ts";
import { leastSquares } from "./open-sky.ts";
import { keepLargest } from "./pieces.ts";

const leastShare = 0.01;

/** Bright and without colour, and no sky; in shade it is blue. */
export function* findSnow(view: View): Work<Plane | undefined> {
  const sky = yield* part(findSky(view), 0, 0.5);
  const { width, height, lab, hue, chroma } = view;
  const guess = newPlane(width, height);
  for (let i = 0; i < guess.data.length; i++) {
    const isBlue = ramp(hueDistance(hue[i] as number, 220), 50, 25);
    const pale = ramp(chroma[i] as number, 14 + 10 * isBlue, 6 + 10 * isBlue);
    guess.data[i] = pale * ramp(lab[i * 3] as number, 42, 66) * (1 - (sky?.data[i] ?? 0));
  }
  if (shareOf(guess) < leastShare) return undefined;
  return yield* part(cutOut(view, guess, { trustColours: 0.2, smoothness: 1, rounds: 2 }), 0.5, 1);
}

/** So much of a sky must be blue for the rest of it to be clouds. */
const [leastBlue, mostBlue] = [0.12, 0.985];

/** Of the sky, what is not the open blue; where there is no blue, what differs from its even run; a sky that is clouds all over, all of it. */
export function* findClouds(view: View): Work<Plane | undefined> {
  const sky = yield* part(findSky(view), 0, 0.8);
  yield 0.8;
  if (sky === undefined) return undefined;
  const { width, height, hue, chroma } = view;
  const holes = brightHoles(view, sky);
  if (shareOf(holes) > leastHoles * shareOf(sky)) return holes;
  const blue = newPlane(width, height);
  for (let i = 0; i < blue.data.length; i++)
    blue.data[i] = (sky.data[i] as number) * ramp(hueDistance(hue[i] as number, 213), 40, 25) * ramp(chroma[i] as number, 7, 15);
  const share = shareOf(blue) / shareOf(sky);
  if (share > mostBlue) return undefined;
  const rest = product(sky, inverse(blue));
  // Of an evening that goes from blue to gold the gold is no cloud.
  if (share > leastBlue && isGrey(view, rest)) return rest;
  yield 0.9;
  return apartFromRun(view, sky) ?? (isGrey(view, sky) ? sky : undefined);
}

const leastHoles = 0.02;
/** In Lab. */
const mostFall = 14;

/** What the sky lies about and is not much darker than it: clouds that the evening lights up. */
function brightHoles({ width, height, lab }: View, sky: Plane): Plane {
  const lightness = (pixels: readonly number[]): number => pixels.reduce((sum, i) => sum + (lab[i * 3] as number), 0) / pixels.length;
  const open = lightness([...sky.data.keys()].filter((i) => (sky.data[i] as number) > 0.5));
  const outline = skylineOf(sky);
  const result = newPlane(width, height);
  for (const pixels of componentsOf(inverse(sky).data, width, height)) {
    const isAbove = pixels.every((i) => Math.floor(i / width) < (outline[i % width] as number));
    if (isAbove && lightness(pixels) > open - mostFall) for (const i of pixels) result.data[i] = 1;
  }
  return result;
}

/** In Lab. */
const [leastApart, mostOfGrey] = [7, 12];

/** What is unlike the even run of its row in the sky. */
function apartFromRun({ width, height, lab }: View, sky: Plane): Plane | undefined {
  const far = newPlane(width, height);
  for (let y = 0; y < height; y++) {
    const row = [...Array(width).keys()].filter((x) => (sky.data[y * width + x] as number) > 0.5);
    if (row.length < 4) continue;
    const even = row.map(() => 1);
    const bases = row.map((x) => [1, x / width - 0.5, (x / width - 0.5) ** 2]);
    for (const c of [0, 1, 2]) {
      const run = leastSquares(bases, even, (n) => lab[(y * width + (row[n] as number)) * 3 + c] as number);
      row.forEach((x, n) => {
        const i = y * width + x;
        const own = (lab[i * 3 + c] as number) - (bases[n] as number[]).reduce((sum, value, k) => sum + value * (run[k] as number), 0);
        far.data[i] = Math.hypot(far.data[i] as number, own);
      });
    }
  }
  const all = far.data.filter((_, i) => (sky.data[i] as number) > 0.5).sort();
  const most = all[Math.floor(0.97 * all.length)] ?? 0;
  if (most < leastApart) return undefined;
  const about = gaussianBlur(far, 0.8).data;
  return { ...sky, data: sky.data.map((value, i) => value * ramp(about[i] as number, 0.25 * most, 0.5 * most)) };
}

function isGrey({ chroma }: View, sky: Plane): boolean {
  const own = chroma.filter((_, i) => (sky.data[i] as number) > 0.5).sort();
  return (own[own.length >> 1] ?? 0) < mostOfGrey;
}

/** What is known of some kinds of ground: sand is warm, a road is not green. */
export type GroundKind = "sand" | "road" | "any";

/** From the picture's lower side up to a level line, or as far as its colours go. */
export function* findGround(view: View, kind: GroundKind): Work<Plane | undefined> {
  const { width, height } = view;
  const horizon = yield* part(findHorizon(view), 0, 0.4);
  // A sky that goes down to the lower side in many columns is none, where one asks for sand.
  const isSeen = horizon !== undefined && horizon.outline.filter((top) => top >= height).length < mostlyOpen * width;
  const isSand = kind === "sand";
  const fromAbove = isSand && !isSeen ? yield* part(findSandFromAbove(view), 0.4, 1) : undefined;
  if (fromAbove !== undefined) return fromAbove;
  const guess = newPlane(width, height);
  for (let i = 0; i < guess.data.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const low = 0.08 + 0.86 * ramp((y + 0.5) / height, 0.4, 0.86);
    const top = horizon === undefined ? 0 : horizon.line < height ? horizon.line : (horizon.outline[x] as number);
    guess.data[i] = y < top ? 0.03 : low * (isSand ? 1 - 0.85 * wetness(view, i) : 1);
  }
  const cut = yield* part(cutOut(view, guess, { trustColours: 0.6, smoothness: 2, rounds: 3 }), 0.4, kind === "road" ? 0.6 : 1);
  const found = keepLargest(cut, guess, 0.05);
  return kind === "road" ? yield* part(withoutGreen(view, found), 0.6, 1) : found;
}

const mostGreen = 0.4;

/** A road is not green: where what lies low is, as in a wood from above, it is what has hardly a colour and is calm. */
function* withoutGreen(view: View, found: Plane): Work<Plane | undefined> {
  const plants = yield* part(findNatural(view, "plants"), 0, 0.6);
  if (plants === undefined || shareOf(product(found, plants)) < mostGreen * shareOf(found)) return found;
  const { width, height, lab, hue, chroma, slope } = view;
  const busy = gaussianBlur(slope, 2).data;
  const guess = newPlane(width, height);
  for (let i = 0; i < guess.data.length; i++) {
    const isBlue = ramp(hueDistance(hue[i] as number, 215), 50, 25) * ramp(chroma[i] as number, 12, 20);
    const dull = ramp(chroma[i] as number, 26, 14) * ramp(lab[i * 3] as number, 14, 28) * (1 - isBlue);
    guess.data[i] = dull * ramp(busy[i] as number, 14, 7) * (1 - (plants.data[i] as number));
  }
  const cut = yield* part(cutOut(view, guess, { trustColours: 0.2, smoothness: 2.4, rounds: 2 }), 0.6, 1);
  return shareOf(cut) < leastShare ? undefined : keepLargest(cut, guess, 0.2);
}

const leastSand = 0.08;
const mostlyOpen = 0.2;

/** Without a sky nothing lies low: sand is what is warm and light. */
function* findSandFromAbove(view: View): Work<Plane | undefined> {
  const { width, height, lab, hue, chroma } = view;
  const guess = newPlane(width, height);
  for (let i = 0; i < guess.data.length; i++)
    guess.data[i] = ramp(hueDistance(hue[i] as number, 36), 30, 18) * ramp(chroma[i] as number, 4, 10) * ramp(lab[i * 3] as number, 35, 50);
  const cut = yield* cutOut(view, guess, { trustColours: 0.2, smoothness: 2.4, rounds: 2 });
  return shareOf(cut) < leastSand ? undefined : keepLargest(cut, guess, 0.05);
}

/** Sand is warm or has no colour, beside what is blue or green. */
function wetness({ hue, chroma }: View, i: number): number {
  return ramp(hueDistance(hue[i] as number, 195), 62, 45) * ramp(chroma[i] as number, 9, 14);
}

const leastWater = 0.5;

/** What lies under a level line and is mostly like water is water all over: lights are mirrored in it. */
export function* findWater(view: View): Work<Plane | undefined> {
  const found = yield* part(findNatural(view, "water"), 0, 0.6);
  const horizon = found === undefined ? undefined : yield* part(findHorizon(view), 0.6, 0.8);
  if (found === undefined || horizon === undefined || horizon.line === view.height) return found;
  const from = horizon.line * view.width;
  const share = found.data.subarray(from).reduce((sum, value) => sum + value, 0) / (found.data.length - from);
  if (share < leastWater) return found;
  const guess = { ...found, data: found.data.map((value, i) => (i < from ? 0.03 : 0.55 + 0.4 * value)) };
  return yield* part(cutOut(view, guess, { trustColours: 0.15, smoothness: 2, rounds: 1 }), 0.8, 1);
}

const leastAutumn = 0.05;

/** Leaves that have turned: warm, and of many small parts. */
export function* findAutumn(view: View): Work<Plane | undefined> {
  const sky = yield* part(findSky(view), 0, 0.5);
  const { width, height, hue, chroma, slope } = view;
  const busy = gaussianBlur(slope, 2).data;
  const guess = newPlane(width, height);
  for (let i = 0; i < guess.data.length; i++) {
    const isWarm = ramp(hueDistance(hue[i] as number, 32), 34, 24) * ramp(chroma[i] as number, 8, 18);
    guess.data[i] = isWarm * ramp(busy[i] as number, 4, 10) * (1 - (sky?.data[i] ?? 0));
  }
  const cut = yield* part(cutOut(view, guess, { trustColours: 0.2, smoothness: 1, rounds: 2 }), 0.5, 1);
  return shareOf(cut) < leastAutumn ? undefined : cut;
}

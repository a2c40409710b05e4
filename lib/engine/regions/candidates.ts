/** Pieces of one colour that could be the thing that is meant, and which of them it is. */
import type { Thing } from "#lib/engine/instructions/things.ts";
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import { componentsOf } from "./components.ts";
import type { Likeness } from "./likeness.ts";
import { inverse } from "./masks.ts";
import { type Box, boxOf } from "./pieces.ts";

export interface Candidate {
  readonly pixels: readonly number[];
  readonly likeness: Likeness;
  readonly score: number;
  readonly box: Box;
}

const fewestPixels = 12;

/** `standing` is how much each pixel stands out; `preference` how well this colour fits what was asked for. */
export function* candidatesOf(
  view: View,
  likely: readonly number[],
  likeness: Likeness,
  standing: Plane,
  thing: Thing | undefined,
  preference = 1,
): Generator<Candidate> {
  for (const pixels of componentsOf(likely, view.width, view.height)) {
    if (pixels.length < fewestPixels) continue;
    const central = (i: number): number => (thing?.isSmall ? 1 : centrality(i, view));
    const mass = pixels.reduce((sum, i) => sum + (likely[i] as number) * (standing.data[i] as number) * central(i), 0);
    const box = boxOf(pixels, view.width);
    const share = pixels.length / likely.length;
    // Of a small thing it counts how much it stands out, not how large it is.
    const size = thing?.isSmall ? pixels.length ** -0.5 * ramp(share, 0.14, 0.05) : 1;
    const form = thing?.isRound ? roundnessOf(pixels, box, view.width) ** 4 : 1;
    yield { pixels, likeness, box, score: mass * size * form * preference };
  }
}

/** How unlike what lies about it, and in focus, each pixel is: what is small and bright in colour stands out by that. */
export function unlikeAbout({ width, height, lab, slope }: View): Plane {
  const side = Math.max(width, height);
  const channel = (c: number): Plane => ({ width, height, data: lab.filter((_, n) => n % 3 === c) });
  const about = [0, 1, 2].map((c) => gaussianBlur(channel(c), 0.06 * side).data);
  const focus = gaussianBlur(slope, 0.02 * side).data;
  const result = newPlane(width, height);
  let most = 1;
  for (let i = 0; i < result.data.length; i++) {
    const [l, a, b] = [0, 1, 2].map((c) => (lab[i * 3 + c] as number) - (about[c]?.[i] as number)) as [number, number, number];
    result.data[i] = Math.hypot(0.35 * l, a, b) * (1.5 + (focus[i] as number));
    most = Math.max(most, result.data[i] as number);
  }
  return { ...result, data: result.data.map((value) => value / most) };
}

/** Of the best piece's size: more of the same kind, and no sky behind them. */
const [leastAlike, mostAlike] = [0.05, 1.5];

/** The best piece, and those of its colour that belong to it: near it, or anywhere where many are meant, also where they are out of focus. */
export function chooseOne(all: readonly Candidate[], least: number, reach: number, isMany = false): readonly Candidate[] {
  const best = all.reduce<Candidate | undefined>((top, each) => (each.score > (top?.score ?? 0) ? each : top), undefined);
  if (best === undefined) return [];
  const { left, top, right, bottom } = best.box;
  const about = reach * Math.max(right - left, bottom - top) + 3;
  const isNear = ({ box }: Candidate): boolean =>
    box.left < right + about && box.right > left - about && box.top < bottom + about && box.bottom > top - about;
  const isAlike = ({ pixels }: Candidate): boolean =>
    isMany && pixels.length > leastAlike * best.pixels.length && pixels.length < mostAlike * best.pixels.length;
  return all.filter(
    (each) => each === best || (each.likeness === best.likeness && (isAlike(each) || (each.score >= least * best.score && isNear(each)))),
  );
}

/** The best piece and those of whatever colour that lie about it. */
export function chooseTogether(all: readonly Candidate[], least: number, reach: number): readonly Candidate[] {
  const [best] = chooseOne(all, 1, 0);
  if (best === undefined) return [];
  const notLarger = all.filter(({ pixels }) => pixels.length <= 2 * best.pixels.length);
  return chooseOne(
    notLarger.map((each) => (each === best ? best : { ...each, likeness: best.likeness })),
    least,
    reach,
  );
}

/** Of a flock: what stands out so much of the best. */
const leastOfFlock = 0.04;

/** The best piece and all that are about as large, whatever their colour: birds of a flock are seen from all sides. */
export function chooseFlock(all: readonly Candidate[]): readonly Candidate[] {
  const [best] = chooseOne(all, 1, 0);
  if (best === undefined) return [];
  const kin = all.filter(({ score }) => score >= leastOfFlock * best.score);
  return chooseOne(
    kin.map((each) => (each === best ? best : { ...each, likeness: best.likeness })),
    1,
    0,
    true,
  );
}

/** The gleams and specks inside a piece are of the thing, though not of its colour. */
export function highlightsIn(gate: Plane, { lab }: View): Plane {
  const { width, height } = gate;
  const inside = [...gate.data.keys()].filter((i) => gate.data[i] === 1);
  const lightness = (pixels: readonly number[]): number =>
    pixels.reduce((sum, i) => sum + (lab[i * 3] as number), 0) / Math.max(1, pixels.length);
  const own = lightness(inside);
  const isOnRim = (i: number): boolean => i < width || i >= width * (height - 1) || i % width === 0 || i % width === width - 1;
  const result = newPlane(width, height);
  for (const hole of componentsOf(inverse(gate).data, width, height)) {
    const share = hole.length / Math.max(1, inside.length);
    const isSpeck = share < 0.004 || (share < 0.05 && lightness(hole) > own + 8);
    if (isSpeck && !hole.some(isOnRim)) for (const i of hole) result.data[i] = 1;
  }
  return result;
}

export function centrality(pixel: number, { width, height }: { readonly width: number; readonly height: number }): number {
  const x = (pixel % width) / width - 0.5;
  const y = Math.floor(pixel / width) / height - 0.55;
  return 0.12 + 0.88 * Math.exp(-(x * x + y * y) / 0.09);
}

/** Of the circle about it, how much a piece fills from its left outline to its right one: what is printed on a ball is ball. */
function roundnessOf(pixels: readonly number[], { left, top, right, bottom }: Box, width: number): number {
  const [first, last] = [new Int32Array(bottom - top + 1).fill(width), new Int32Array(bottom - top + 1).fill(-1)];
  for (const i of pixels) {
    const row = Math.floor(i / width) - top;
    first[row] = Math.min(first[row] as number, i % width);
    last[row] = Math.max(last[row] as number, i % width);
  }
  const filled = first.reduce((sum, from, row) => sum + Math.max(0, (last[row] as number) - from + 1), 0);
  const across = Math.max(right - left, bottom - top) + 1;
  const share = filled / ((Math.PI / 4) * across * across);
  // A square fills more than the circle.
  return Math.min(share, 1 / share);
}

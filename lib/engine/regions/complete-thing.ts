/**
 * From the part of a thing that has its strongest colour to all of it: pale tips of petals, the other shades of a dahlia,
 * the grey side of a wooden bucket. What lies about the part belongs to it as far as it has more of the thing's own colour
 * than the ground has, or colours that the ground has not.
 */
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { hueDistance } from "#lib/pixels/colour.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { cellsOf, learnColours } from "#lib/pixels/segment/colour-model.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt, type View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { componentsOf } from "./components.ts";
import { aimOf } from "./likeness.ts";
import { areaOf } from "./masks.ts";
import { shedGround } from "./shed-ground.ts";
import { touchOf } from "./sides.ts";

/** What lies about the part, in shares of the root of its area. */
const reach = 0.28;
/** Of the picture's longer side. */
const mostReach = 0.07;
const leastGround = 0.04;
const leastShed = 0.97;
/** Of the best piece. */
const leastPiece = 0.015;
const [mostGrowth, mostOfNamed] = [3.2, 7];
/** So much of the ground may have as much of the thing's colour before that tells nothing. */
const [fewOfGround, manyOfGround] = [0.02, 0.16];
const cutSide = 176;
const fewestPixels = 4;

/**
 * `seed` and the result are of the size of `seen`; `named` is the hue the thing is said to have. Undefined where nothing
 * could be told, "ground" where the part runs on to sides of the picture that it did not touch.
 */
export function* completeThing(seen: View, seed: Plane, named: number | undefined): Work<Plane | "ground" | undefined> {
  const view = yield* lookAt(seen.raster, cutSide);
  const core = scalePlane(seed, view.width, view.height);
  const focus = scalePlane(seen.focus(), view.width, view.height).data;
  if (areaOf(core) < fewestPixels) return undefined;
  const isNamed = named !== undefined;
  const first = yield* part(complete({ view, core, focus, named, isRimGround: false }), 0, 0.4);
  if (first === undefined) return undefined;
  // What it gained runs out of the picture: that is ground, and is told from the thing once more.
  const whole = runsOut(first, core, isNamed) ? yield* part(complete({ view, core, focus, named, isRimGround: true }), 0.4, 0.8) : first;
  const isGround = whole === undefined || runsOut(whole, core, isNamed);
  const isLost = isGround || areaOf(whole) > (isNamed ? mostOfNamed : mostGrowth) * areaOf(core);
  const found = isLost ? core : whole;
  const own = yield* part(shedGround(view, found, leastPiece), 0.8, 1);
  // Where nothing is to be gained, what the part has of its ground may still be told.
  if (isLost && areaOf(own) > leastShed * areaOf(core)) return isGround ? "ground" : undefined;
  return scalePlane(own, seed.width, seed.height);
}

interface Task {
  readonly view: View;
  readonly core: Plane;
  readonly focus: Float32Array;
  readonly named: number | undefined;
  /** Whether the sides of the picture that the part does not touch are ground. */
  readonly isRimGround: boolean;
}

function* complete({ view, core, focus, named, isRimGround }: Task): Work<Plane | undefined> {
  const isNamed = named !== undefined;
  const about = gaussianBlur(core, reachOf(core));
  const sides = isRimGround ? freeSides(core) : undefined;
  const ground = about.data.map((near, i) => Math.max(ramp(near, 0.03, 0.002), (sides?.data[i] ?? 0) * (1 - (core.data[i] as number))));
  if (ground.reduce((sum, value) => sum + value, 0) < leastGround * ground.length) return undefined;
  yield 0.1;
  const own = ownness(view, core, about, ground);
  const family = familyOf(view, core, named);
  const strength = core.data.reduce((sum, value, i) => sum + value * (view.chroma[i] as number), 0) / areaOf(core);
  const cell = cellsOf(view.lab);
  const [inside, outside] = [learnColours(cell, (i) => core.data[i] as number), learnColours(cell, (i) => ground[i] as number)];
  const [prior, sure] = [newPlane(view.width, view.height), newPlane(view.width, view.height)];
  for (let i = 0; i < prior.data.length; i++) {
    const at = cell[i] as number;
    const unlike = Math.log((inside.likelihood(at) + 0.3) / (outside.likelihood(at) + 0.06));
    const kin = family(i);
    const signs = { unlike, kin, own: own[i] as number, about: about.data[i] as number, chroma: view.chroma[i] as number };
    const isSure = signs.own > 0.5 && kin > 0.5 && signs.chroma > leastKin * strength && signs.about > nearKin;
    sure.data[i] = isSure ? 1 : 0;
    // The inside of a cup belongs to it to its far rim.
    const isKin = isNamed && kin > 0.1 && unlike > 0;
    const near = (isKin ? 1 : ramp(signs.about, 0.002, 0.03)) * (1 - 0.9 * ramp(-(focus[i] as number), 0.1, 0.5));
    prior.data[i] = Math.max(0.97 * (core.data[i] as number), Math.min(0.92, near / (1 + Math.exp(-logitOf(signs, isNamed)))));
  }
  yield 0.3;
  return withParts(yield* part(cutOut(view, prior, { trustColours: 0.25, smoothness: 2.4, rounds: 2 }), 0.3, 1), core, sure);
}

/** What tells of one pixel whether it is of the thing. */
interface Signs {
  /** Of the logarithms: how much oftener the thing has its colour than the ground. */
  readonly unlike: number;
  /** −1..1: whether its hue goes by the name of the thing's. */
  readonly kin: number;
  /** −1..1: how seldom the ground has as much of the thing's colour. */
  readonly own: number;
  /** How much of the thing is about it, 0..1. */
  readonly about: number;
  readonly chroma: number;
}

function logitOf({ unlike, kin, own, about, chroma }: Signs, isNamed: boolean): number {
  // That the ground has none of its colour says little of what has another colour than the thing: a window in a red bus.
  const told = Math.max(-3, Math.min(3, unlike)) * (unlike > 0 && kin < 0 ? Math.max(0.2, 1 + kin) : 1);
  // What goes by the name that was said is not less the thing for being paler than some shade of the ground.
  const strong = kin > 0 && isNamed ? Math.max(own, kin - 1) : own;
  const isEnclosed = ramp(about, 0.42, 0.7) * ramp(chroma, 10, 20);
  return 1.3 * strong + 0.7 * told + kin + 1.4 * isEnclosed - 0.3;
}

function reachOf(core: Plane): number {
  return Math.min(mostReach * Math.max(core.width, core.height), Math.max(2, reach * Math.sqrt(areaOf(core))));
}

const allSides = ["top", "left", "right", "bottom"] as const;
const rimShare = 0.06;
const leastTouch = 0.02;

/** A strip along each side that the part does not touch. */
function freeSides(core: Plane): Plane {
  const { width, height } = core;
  const touched = touchOf(core);
  const thick = Math.max(2, Math.round(rimShare * Math.min(width, height)));
  const result = newPlane(width, height);
  for (let i = 0; i < result.data.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const far = { top: y, left: x, right: width - 1 - x, bottom: height - 1 - y };
    result.data[i] = allSides.some((side) => touched[side] < leastTouch && far[side] < thick) ? 1 : 0;
  }
  return result;
}

/** What goes by the name that was said may leave the picture at a side: rows of cups do. */
function runsOut(whole: Plane, core: Plane, isNamed: boolean): boolean {
  const [before, after] = [touchOf(core), touchOf(whole)];
  const gained = allSides.filter((side) => after[side] > before[side] + (side === "bottom" ? 0.4 : 0.2));
  return gained.length > (isNamed ? 2 : 0);
}

/** −1..1: how seldom the ground has as much of the colour that the thing has thereabouts; 0 for what has hardly any. */
function ownness({ lab, width, height }: View, core: Plane, about: Plane, ground: Float32Array): Float32Array {
  const sigma = reachOf(core);
  const blurred = [1, 2].map(
    (c) => gaussianBlur({ width, height, data: core.data.map((v, i) => v * (lab[i * 3 + c] as number)) }, sigma).data,
  );
  const mean = [1, 2].map((c) => core.data.reduce((sum, v, i) => sum + v * (lab[i * 3 + c] as number), 0));
  const strength = new Float32Array(core.data.length);
  for (let i = 0; i < strength.length; i++) {
    const isNear = (about.data[i] as number) > 0.002;
    const [a, b] = isNear ? [blurred[0]?.[i] as number, blurred[1]?.[i] as number] : [mean[0] as number, mean[1] as number];
    const size = Math.hypot(a, b) || 1;
    strength[i] = ((lab[i * 3 + 1] as number) * a + (lab[i * 3 + 2] as number) * b) / size / ((lab[i * 3] as number) + 12);
  }
  const sorted = [...strength.keys()]
    .filter((i) => (ground[i] as number) > 0.5)
    .map((i) => strength[i] as number)
    .sort((x, y) => x - y);
  return strength.map((value, i) => {
    const chroma = Math.hypot(lab[i * 3 + 1] as number, lab[i * 3 + 2] as number);
    const share = 1 - placeOf(sorted, value) / Math.max(1, sorted.length);
    return (2 * ramp(share, manyOfGround, fewOfGround) - 1) * ramp(chroma, 5, 14);
  });
}

/** 1 for hues that go by the name of the thing's own, −1 for others; what has no colour is no part of what has much. */
function familyOf({ hue, chroma }: View, core: Plane, named: number | undefined): (pixel: number) => number {
  let [x, y, strength, area] = [0, 0, 0, 0];
  for (const [i, share] of core.data.entries()) {
    const angle = ((hue[i] as number) * Math.PI) / 180;
    const weight = share * (chroma[i] as number) ** 2;
    x += weight * Math.cos(angle);
    y += weight * Math.sin(angle);
    strength += share * (chroma[i] as number);
    area += share;
  }
  const mean = ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
  const aims = named === undefined ? [aimOf(mean)] : [aimOf(mean), aimOf(named)].map(([aim, width]) => [aim, width + 10] as const);
  const isColoured = ramp(strength / area, 14, 30);
  return (i) => {
    const like = Math.max(...aims.map(([aim, width]) => ramp(width - hueDistance(hue[i] as number, aim), -12, 12)));
    const has = ramp(chroma[i] as number, 5, 16);
    return isColoured * (has * (2 * like - 1) - (1 - has));
  };
}

/** How many of the sorted values are smaller. */
function placeOf(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const leastPart = 0.01;
/** Of the part's strength of colour: sunlit stone is not of a golden dome. */
const leastKin = 0.5;
const nearKin = 0.01;

/** The pieces that hold some of the part, and others about it that are surely of its colour: a petal by itself. */
function withParts(cut: Plane, core: Plane, sure: Plane): Plane {
  const result = newPlane(cut.width, cut.height);
  const area = areaOf(core);
  for (const pixels of componentsOf(cut.data, cut.width, cut.height)) {
    const holds = pixels.some((i) => (core.data[i] as number) > 0.5);
    const isKin = pixels.length > leastPart * area && pixels.reduce((sum, i) => sum + (sure.data[i] as number), 0) > 0.7 * pixels.length;
    if (holds || isKin) for (const i of pixels) result.data[i] = 1;
  }
  return result;
}

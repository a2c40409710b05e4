/**
 * From the part of a thing that stands out most to the whole of it: a suit to the woman in it, a tank to the motorcycle.
 * What lies about the part and is unlike everything farther off belongs to it.
 */
import type { Box } from "#lib/pixels/crop.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { cellsOf, learnColours } from "#lib/pixels/segment/colour-model.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { componentsOf } from "./components.ts";
import { guessNatural } from "./guesses.ts";
import { boxOfMask, inverse, shareOf } from "./masks.ts";
import { touchOf } from "./sides.ts";

/** How far a thing may reach beyond its part, in sizes of the part. */
const reach = 0.85;
/** More than this of the picture is its ground as well, and so is what grew by more than this. */
const mostOfPicture = 0.68;
/** So much skin makes a piece a head or a hand. */
const leastSkin = 0.25;
/** Of the slopes in the thing itself. */
const leastFeatures = 0.25;
const mostGrowth = 5;
/** How often, against an even spread, a colour is seen about a thing to be certainly its ground, or not. */
const [leastOfGround, mostOfGround] = [0.5, 3];

export function* growToWhole(view: View, seed: Plane): Work<Plane> {
  const grown = yield* part(grow(view, seed, rimShare), 0, 0.6);
  // What it gained runs out of the picture on both sides: that is ground, and is told from the thing once more.
  const whole = reachesSides(grown, seed) ? yield* part(grow(view, seed, surelyGround), 0.6, 1) : grown;
  const [before, after] = [shareOf(seed), shareOf(whole)];
  const isLost = after > mostOfPicture || after > before * mostGrowth || after < before * 0.8;
  return isLost || reachesSides(whole, seed) ? seed : whole;
}

/** How much the picture's rim counts as ground. */
const [rimShare, surelyGround] = [0.8, 6];

function* grow(view: View, seed: Plane, rimCounts: number): Work<Plane> {
  const { width, height } = view;
  const box = around(boxOfMask(seed, 0.5), width, height);
  const nearness = windowOf(box, width, height);
  // The picture's rim but for its lower side, where things stand, is ground as well.
  const rim = Math.max(2, Math.round(0.05 * Math.min(width, height)));
  const isRim = (i: number): boolean => i < rim * width || Math.min(i % width, width - 1 - (i % width)) < rim;
  const far = (i: number): number => (1 - (seed.data[i] as number)) * Math.max(1 - (nearness.data[i] as number), isRim(i) ? rimCounts : 0);
  const cell = cellsOf(view.lab);
  const [ground, own] = [learnColours(cell, far), learnColours(cell, (i) => seed.data[i] as number)];
  const skin = guessNatural(view, "skin");
  const told = view.focus().data;
  const [prior, bare] = [newPlane(width, height), newPlane(width, height)];
  for (let i = 0; i < prior.data.length; i++) {
    const near = nearness.data[i] as number;
    const usual = ground.likelihood(cell[i] as number);
    const unlike = Math.log(own.likelihood(cell[i] as number) + 0.3) - Math.log(usual + 0.02);
    // Sand and dry grass have the colour of skin; what is often seen about the thing is no head.
    bare.data[i] = (skin.data[i] as number) * ramp(usual, mostOfGround, leastOfGround);
    const guess = Math.max(1 / (1 + Math.exp(-0.8 * unlike)), 0.8 * (bare.data[i] as number));
    const inFocus = 1 - 0.95 * ramp(-(told[i] as number), 0.1, 0.5);
    prior.data[i] = Math.max(0.96 * (seed.data[i] as number), Math.min(0.9, guess * inFocus * ramp(near, 0.05, 0.75)));
  }
  const cut = yield* part(cutOut(view, prior, { trustColours: 0.3, smoothness: 2.4, rounds: 2 }), 0, 1);
  return withParts(cut, seed, bare, view.slope);
}

/** Of the picture's height: what is gained along a side by so much runs on beyond it. */
const leastTouch = 0.08;

function reachesSides({ width, height, data }: Plane, seed: Plane): boolean {
  const touched = touchOf(seed);
  return (["left", "right"] as const).every((side) => {
    const x = side === "left" ? 0 : width - 1;
    let gained = 0;
    for (let i = x; i < data.length; i += width) gained += Math.max(0, (data[i] as number) - (seed.data[i] as number));
    return gained > leastTouch * height && touched[side] < leastTouch;
  });
}

/** The piece that has the seed, and skin right above, below or beside it within its width: a head over a dark collar. */
function withParts(cut: Plane, seed: Plane, skin: Plane, slope: Plane): Plane {
  const { width, height } = cut;
  const pieces = componentsOf(cut.data, width, height).map((pixels) => ({
    pixels,
    score: pixels.reduce((sum, i) => sum + (seed.data[i] as number), 0),
  }));
  const best = pieces.reduce<(typeof pieces)[number] | undefined>(
    (top, piece) => (piece.score > (top?.score ?? 0) ? piece : top),
    undefined,
  );
  const result = newPlane(width, height);
  if (best === undefined) return result;
  for (const i of best.pixels) result.data[i] = 1;
  const main = boxOfMask(result, 0.5);
  const gap = 2 + 0.16 * Math.max(main.width, main.height);
  for (const { pixels } of pieces) {
    if (pixels.length < 0.02 * best.pixels.length || meanOf(skin, pixels) < leastSkin) continue;
    // A face has features; an even patch of its colour is a patch of the blurred ground.
    if (meanOf(slope, pixels) < leastFeatures * meanOf(slope, best.pixels)) continue;
    const own = newPlane(width, height);
    for (const i of pixels) own.data[i] = 1;
    const box = boxOfMask(own, 0.5);
    const middle = box.x + box.width / 2;
    const isOver = middle > main.x && middle < main.x + main.width;
    const isNear = box.y + box.height > main.y - gap && box.y < main.y + main.height + gap;
    if (!isOver || !isNear) continue;
    for (const i of pixels) result.data[i] = 1;
    bridge(result, best.pixels, box, 2 * gap);
  }
  return withoutHoles(result);
}

function meanOf({ data }: Plane, pixels: readonly number[]): number {
  return pixels.reduce((sum, i) => sum + (data[i] as number), 0) / pixels.length;
}

/** What lies right between the piece and the main one belongs to both: a dark collar under a head. */
function bridge(mask: Plane, main: readonly number[], box: Box, most: number): void {
  const { width, height, data } = mask;
  const top = new Int32Array(width).fill(height);
  for (const i of main) top[i % width] = Math.min(top[i % width] as number, Math.floor(i / width));
  for (let x = box.x; x < box.x + box.width; x++) {
    const until = top[x] as number;
    let from = until - 1;
    while (from >= box.y && !data[from * width + x]) from--;
    if (until === height || from < box.y || until - from > most) continue;
    for (let y = from + 1; y < until; y++) data[y * width + x] = 1;
  }
}

/** A thing has few holes, and its cut-out none that are small. */
function withoutHoles(mask: Plane): Plane {
  const { width, height } = mask;
  const most = 0.12 * mask.data.reduce((sum, value) => sum + value, 0);
  const isOnRim = (i: number): boolean => i < width || i >= width * (height - 1) || i % width === 0 || i % width === width - 1;
  for (const hole of componentsOf(inverse(mask).data, width, height)) {
    if (hole.length <= most && !hole.some(isOnRim)) for (const i of hole) mask.data[i] = 1;
  }
  return mask;
}

function around(box: Box, width: number, height: number): Box {
  const margin = reach * Math.sqrt(box.width * box.height);
  const [left, top] = [Math.max(0, box.x - margin), Math.max(0, box.y - margin)];
  return {
    x: left,
    y: top,
    width: Math.min(width, box.x + box.width + margin) - left,
    height: Math.min(height, box.y + box.height + margin) - top,
  };
}

/** 1 in the middle of the box, 0 outside; at the picture's own rim it does not fall off. */
function windowOf(box: Box, width: number, height: number): Plane {
  const result = newPlane(width, height);
  const soft = 0.12 * Math.max(box.width, box.height) + 1;
  for (let i = 0; i < result.data.length; i++) {
    const [x, y] = [(i % width) + 0.5, Math.floor(i / width) + 0.5];
    const left = box.x === 0 ? soft : x - box.x;
    const right = box.x + box.width >= width ? soft : box.x + box.width - x;
    const top = box.y === 0 ? soft : y - box.y;
    const bottom = box.y + box.height >= height ? soft : box.y + box.height - y;
    result.data[i] = ramp(Math.min(left, right, top, bottom), 0, soft);
  }
  return result;
}

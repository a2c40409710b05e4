/**
 * What a thing with a name covers: the network with names says where it lies, the one that knows what stands out looks at
 * that part of the picture alone, and its outline is drawn like any other.
 */
import { isAlive } from "#lib/engine/eye/kinds.ts";
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import { type Box, crop, grown } from "#lib/pixels/crop.ts";
import { areaOf, type Extent, type NamedBox, unionOf } from "#lib/pixels/network/read-boxes.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { refineMask } from "#lib/pixels/segment/refine.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { spreadOut, union } from "./masks.ts";
import { isWithin, type NamedThings } from "./named-boxes.ts";
import { keepTogether } from "./pieces.ts";

/** About a box, of its longer side: boxes cut off fingers and tails. */
const margin = 0.12;
/** Of its box, what a thing covers at the least; less, and something else in the box was seen: the windscreen of a car that fills the picture. */
const [leastOfBox, leastOfLarge, large] = [0.15, 0.4, 0.6];
/** Where another's middle is nearer than its own. */
const leftToOthers = 0.15;

/** 0..1 for each pixel of the picture. */
export function* findNamed(source: Raster, { boxes, others }: NamedThings): Work<Plane> {
  let all: Plane | undefined;
  const outer = areNested(boxes) ? [unionOf(boxes)] : boxes;
  for (const [n, box] of outer.entries()) {
    const mask = yield* part(findInBox(source, box, others, n < mostLooks), n / outer.length, (n + 1) / outer.length);
    all = all === undefined ? mask : union(all, mask);
  }
  return all as Plane;
}

/** A look takes a second or more; the small ones of a crowd are told by their boxes and colours. */
const mostLooks = 4;

function* findInBox(source: Raster, own: NamedBox, others: readonly NamedBox[], isLookedAt: boolean): Work<Plane> {
  const box = boxAbout(own, source);
  const near = crop(source, box);
  const view = yield* lookAt(near);
  yield 0.05;
  const within = (thing: NamedBox): Plane => nearness(thing, box, source, view);
  const about = within(own);
  // Whoever holds a child is seen about it; what lies in its own box is rather the child's.
  const rivals = others.filter((other) => !isWithin(own, other)).map((other) => ({ ...within(other), isWithin: isWithin(other, own) }));
  const looked = isLookedAt ? yield* part(lookForWhatStandsOut(view), 0.05, 0.6) : undefined;
  const guess = newPlane(view.width, view.height);
  let covered = 0;
  for (let i = 0; i < guess.data.length; i++) {
    const near = about.data[i] as number;
    const isOthers = rivals.some(({ data, isWithin }) => (data[i] as number) > (isWithin ? outline : near));
    const inside = ramp(near, 0, outline) * (isOthers ? leftToOthers : 1);
    const stands = (looked?.plane.data[i] ?? 0) * inside;
    covered += stands;
    guess.data[i] = stands;
  }
  const ownPixels = areaOf(own) * ((source.width * source.height) / (box.width * box.height)) * guess.data.length;
  const isFound = looked?.isSeen && covered > (areaOf(own) > large && !isAlive(own.kind) ? leastOfLarge : leastOfBox) * ownPixels;
  // What does not stand out in its own box is told by the box and by colours.
  if (!isFound) for (let i = 0; i < guess.data.length; i++) guess.data[i] = 0.08 + 0.8 * ramp(about.data[i] as number, 0, 0.7);
  const trustColours = isFound ? (rivals.length > 0 ? 0.5 : 0.3) : 0.6;
  const cut = yield* part(cutOut(view, guess, { trustColours }), 0.6, 0.75);
  const mask = yield* part(refineMask(near, keepTogether(cut, guess)), 0.75, 1);
  return spreadOut(mask, box, source);
}

/** How far within its outline, of the way to the middle, a thing is surely inside. */
const outline = 0.12;

/** 1 in the middle of a thing, 0 on the outline of what may be its own and beyond. */
function nearness(
  thing: NamedBox,
  within: Box,
  source: Raster,
  { width, height }: { readonly width: number; readonly height: number },
): Plane {
  const plane = newPlane(width, height);
  const [middleX, middleY] = [(thing.left + thing.right) / 2, (thing.top + thing.bottom) / 2];
  const [reachX, reachY] = [(thing.right - thing.left) * (0.5 + margin / 2), (thing.bottom - thing.top) * (0.5 + margin / 2)];
  for (let i = 0; i < plane.data.length; i++) {
    const x = (within.x + (((i % width) + 0.5) / width) * within.width) / source.width;
    const y = (within.y + ((Math.floor(i / width) + 0.5) / height) * within.height) / source.height;
    // Nobody leaves the picture: what runs out of it is as much inside at the border.
    const across = isAtBorder(x, thing.left, thing.right) ? 0 : Math.abs(x - middleX) / reachX;
    const down = isAtBorder(y, thing.top, thing.bottom) ? 0 : Math.abs(y - middleY) / reachY;
    plane.data[i] = Math.max(0, 1 - Math.max(across, down));
  }
  return plane;
}

const border = 0.02;

function isAtBorder(at: number, from: number, to: number): boolean {
  const middle = (from + to) / 2;
  return (from < border && at < middle) || (to > 1 - border && at > middle);
}

/** Where shares of a picture lie in it, and what lies about them. */
export function boxAbout({ left, top, right, bottom }: Extent, source: Raster): Box {
  const [across, down] = [(right - left) * source.width, (bottom - top) * source.height];
  const box = { x: left * source.width, y: top * source.height, width: across, height: down };
  return grown(box, margin * Math.max(across, down), source);
}

/** Boxes of one thing, each mostly in the largest. */
function areNested(boxes: readonly NamedBox[]): boolean {
  const whole = unionOf(boxes);
  return boxes.length > 1 && Math.max(...boxes.map(areaOf)) > nested * areaOf(whole);
}

const nested = 0.75;

/** The surfaces of a room: its walls, its floor, its ceiling. They are broad and even, and lie behind all that has a name. */
import { isAlive, isIndoors } from "#lib/engine/eye/kinds.ts";
import { lookForNamedThings } from "#lib/engine/eye/named-things.ts";
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import type { Place } from "#lib/engine/instructions/place.ts";
import { gaussianBlur } from "#lib/pixels/blur.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { findCalmSurfaces, type Surface } from "#lib/pixels/segment/calm-surfaces.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { refineMask } from "#lib/pixels/segment/refine.ts";
import { lookAt, type View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import type { Meant } from "./clear-subject.ts";
import { shareOf } from "./masks.ts";
import { findSky } from "./natural.ts";

type Part = "wall" | "floor" | "ceiling";

const parts: readonly { readonly part: Part; readonly words: RegExp }[] = [
  { part: "ceiling", words: /\bceilings?$|天花板?$|吊顶$/u },
  { part: "floor", words: /\b(?:floor(?:ing|boards?)?|parquet)s?$|地板$|地砖$/u },
  { part: "wall", words: /\bwall(?:paper|s)?$|墙(?:壁|面|纸|体)?$/u },
];

/** Undefined for what is no part of a room. */
export function partOfRoom(said: string): Part | undefined {
  return parts.find(({ words }) => words.test(said.replace(/\s(?:behind|in|of|around|at|on)\s.*$/u, "")))?.part;
}

/** A surface with where it lies, in shares of the picture. */
interface Placed extends Surface {
  readonly share: number;
  readonly middle: number;
  readonly atTop: boolean;
  readonly atBottom: boolean;
}

/** Of a picture: less is a patch. */
const leastOfRoom = 0.06;
/** Surfaces of one paint, in Lab: light falls on one wall and not on the next. */
const [sameColour, sameLight] = [11, 26];

/** Undefined where no such surface is broad enough to be sure of. */
export function* findPartOfRoom(looks: Raster, { said }: Place): Work<Meant | undefined> {
  const wanted = partOfRoom(said);
  if (wanted === undefined) return undefined;
  const view = yield* lookAt(looks);
  const things = yield* part(thingsBefore(view), 0, 0.5);
  const all = (yield* part(findCalmSurfaces(view), 0.5, 0.6)).map((surface) => placed(surface, view));
  const free = all.filter(({ pixels }) => meanOf(things, pixels) < mostTaken);
  const chosen = choose[wanted](free);
  if (chosen.reduce((sum, { share }) => sum + share, 0) < leastOfRoom) return undefined;
  const guess = guessOf(all, chosen, things);
  const cut = yield* part(cutOut(view, guess, { trustColours: 0.6, smoothness: 1.2 }), 0.6, 0.75);
  const mask = yield* part(refineMask(looks, cut), 0.75, 1);
  return { mask, note: { took: "named", share: shareOf(mask), said } };
}

/** What is on no surface goes by its colours, and so does the rim about a thing, which an edge leaves to neither. */
const [inside, onRim, between, outside] = [0.93, 0.6, 0.4, 0.06];
const rimWidth = 2;

function guessOf(all: readonly Surface[], chosen: readonly Surface[], things: Plane): Plane {
  const own = newPlane(things.width, things.height);
  for (const { pixels } of chosen) for (const i of pixels) own.data[i] = 1;
  const about = gaussianBlur(own, rimWidth).data;
  const guess = newPlane(things.width, things.height);
  guess.data.fill(between);
  for (const { pixels } of all) for (const i of pixels) guess.data[i] = outside;
  for (let i = 0; i < about.length; i++)
    if (own.data[i] === 1) guess.data[i] = inside;
    else if ((about[i] as number) > 0.1 && (things.data[i] as number) < 0.3) guess.data[i] = onRim;
  return guess;
}

/** Of a surface. */
const mostTaken = 0.45;

/** 0..1: furniture, who is seen, what stands out, and a blue sky; a white one is told from no white wall. */
function* thingsBefore(view: View): Work<Plane> {
  const boxes = yield* part(lookForNamedThings(view), 0, 0.3);
  const { plane, isSeen } = yield* part(lookForWhatStandsOut(view), 0.3, 0.8);
  const sky = boxes.some(({ kind }) => isIndoors(kind)) ? undefined : yield* part(findSky(view), 0.8, 1);
  const result = newPlane(view.width, view.height);
  const eachIn = (box: NamedBox, take: (i: number) => void): void => {
    for (let i = 0; i < result.data.length; i++)
      if (isWellIn(box, ((i % view.width) + 0.5) / view.width, (Math.floor(i / view.width) + 0.5) / view.height)) take(i);
  };
  for (const box of boxes.filter(({ kind, score }) => score > (isAlive(kind) ? leastOfAlive : leastOfThing))) {
    let [sum, count] = [0, 1e-6];
    eachIn(box, (i) => {
      sum += plane.data[i] as number;
      count++;
    });
    // A portrait's box holds the wall behind it, too; who stands out is told better by that.
    if (!(isSeen && isAlive(box.kind) && sum > standsOut * count)) eachIn(box, (i) => result.data.fill(1, i, i + 1));
  }
  const isBlue = (i: number): boolean => (view.lab[i * 3 + 2] as number) < -5;
  for (let i = 0; i < result.data.length; i++)
    result.data[i] = Math.max(result.data[i] as number, isSeen ? (plane.data[i] as number) : 0, isBlue(i) ? (sky?.data[i] ?? 0) : 0);
  return result;
}

/** Below these a box is a guess; in one, so much stands out of whoever does. */
const [leastOfAlive, leastOfThing, standsOut] = [0.4, 0.45, 0.3];

/** Of a box, its middle: about its rim the wall is seen. */
const rim = 0.12;

function isWellIn({ left, top, right, bottom }: NamedBox, x: number, y: number): boolean {
  const [across, down] = [rim * (right - left), rim * (bottom - top)];
  return x > left + across && x < right - across && y > top + down && y < bottom;
}

function placed(surface: Surface, { width, height }: View): Placed {
  const rows = surface.pixels.map((i) => Math.floor(i / width));
  const at = (row: number): number => rows.filter((each) => each === row).length / width;
  return {
    ...surface,
    share: surface.pixels.length / (width * height),
    middle: rows.reduce((sum, row) => sum + row, 0) / rows.length / height,
    atTop: at(0) > leastOfSide,
    atBottom: at(height - 1) > leastOfSide,
  };
}

const leastOfSide = 0.04;

function meanOf({ data }: Plane, pixels: readonly number[]): number {
  return pixels.reduce((sum, i) => sum + (data[i] as number), 0) / pixels.length;
}

/** In shares of the height: walls lie about the middle, and a floor below it. */
const [highest, lowest, ofCeiling] = [0.1, 0.66, 0.3];

const choose: Readonly<Record<Part, (free: readonly Placed[]) => readonly Placed[]>> = {
  wall: (free) => alike(free.filter(({ middle, atBottom }) => middle > highest && middle < (atBottom ? lowest - 0.08 : lowest))),
  floor: (free) => alike(free.filter(({ middle, atBottom }) => middle > lowest || (atBottom && middle > lowest - 0.08))),
  ceiling: (free) => alike(free.filter(({ middle, atTop }) => atTop && middle < ofCeiling)),
};

/** The broadest, and all of its colour. */
function alike(candidates: readonly Placed[]): readonly Placed[] {
  const [main] = candidates;
  return candidates.filter(({ mean }) => main !== undefined && isOneColour(mean, main.mean));
}

function isOneColour(one: Surface["mean"], other: Surface["mean"]): boolean {
  return Math.hypot(one[1] - other[1], one[2] - other[2]) < sameColour && Math.abs(one[0] - other[0]) < sameLight;
}

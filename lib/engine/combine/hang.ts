/** Hangs a whole picture on a wall of another: flat, where the wall is free, in the light that falls there, with a soft shadow. */
import { isIndoors } from "#lib/engine/eye/kinds.ts";
import { lookForNamedThings } from "#lib/engine/eye/named-things.ts";
import { findNamedBoxes } from "#lib/engine/regions/named-boxes.ts";
import { findNatural, findSky } from "#lib/engine/regions/natural.ts";
import { findPartOfRoom } from "#lib/engine/regions/room.ts";
import { blendSlowly } from "#lib/pixels/blend.ts";
import { gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { type Box, crop, grown } from "#lib/pixels/crop.ts";
import { middleOf, type NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resizeSlowly } from "#lib/pixels/resample.ts";
import { findCalmSurfaces, type Surface } from "#lib/pixels/segment/calm-surfaces.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt, type View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import type { PlaceSide } from "./arrangement.ts";
import { findFreePlace, type WantedPlace } from "./free-place.ts";
import { laidIn } from "./lay-in.ts";
import { lightPrint } from "./light-print.ts";

export interface Hung {
  readonly picture: Raster;
  /** What it was to hang over, and is not seen. */
  readonly unfound?: string | undefined;
}

interface Wish {
  readonly over?: string | undefined;
  readonly side: PlaceSide;
}

/** Undefined where no wall is seen, or none that is free. */
export function* hangOnWall(ground: Raster, picture: Raster, { over, side }: Wish): Work<Hung | undefined> {
  const found = yield* part(findPartOfRoom(ground, { name: "colour", said: "wall" }), 0, 0.4);
  if (found === undefined) return undefined;
  const view = yield* lookAt(ground);
  const things = yield* part(lookForNamedThings(view), 0.4, 0.45);
  const below = over === undefined ? undefined : (yield* findNamedBoxes(view, { said: over }))?.boxes[0];
  const outdoors = things.some(({ kind }) => isIndoors(kind)) ? [] : yield* part(skyAndPlants(view), 0.45, 0.5);
  const free = freeOf(scalePlane(found.mask, view.width, view.height), things, outdoors);
  const surfaces = yield* part(findCalmSurfaces(view), 0.5, 0.55);
  const wanted = wantedPlace(free, below, side);
  const shape = (picture.width / picture.height) * (view.height / view.width);
  // Over no corner of the room and over no frame, if there is room beside them.
  const fits = surfaces.flatMap((surface) => findFreePlace(within(free, surface), shape, wanted) ?? []);
  const place = fits.toSorted((one, other) => one.cost - other.cost)[0] ?? findFreePlace(free, shape, wanted);
  if (place === undefined) return undefined;
  const box: Box = {
    x: Math.round(place.left * ground.width),
    y: Math.round(place.top * ground.height),
    width: Math.max(1, Math.round((place.right - place.left) * ground.width)),
    height: Math.max(1, Math.round((place.bottom - place.top) * ground.height)),
  };
  const print = yield* part(resizeSlowly(picture, box.width, box.height), 0.55, 0.6);
  const lit = yield* part(lightPrint(print, ground, found.mask, box), 0.6, 0.8);
  return {
    picture: yield* part(laidOnWall(ground, lit, box), 0.8, 1),
    unfound: over !== undefined && below === undefined ? over : undefined,
  };
}

/** A calm evening sky is no wall; what is as grey as a wall is told from a dull sky by nothing. */
function* skyAndPlants(view: View): Work<readonly Plane[]> {
  const sky = yield* part(findSky(view), 0, 0.5);
  const plants = yield* part(findNatural(view, "plants"), 0.5, 1);
  const coloured = sky && { ...sky, data: sky.data.map((value, i) => ((view.chroma[i] as number) > leastOfSky ? value : 0)) };
  return [coloured, plants].filter((plane) => plane !== undefined);
}

const leastOfSky = 8;

function freeOf(mask: Plane, things: readonly NamedBox[], outdoors: readonly Plane[]): Plane {
  const free = { ...mask, data: mask.data.map((value, i) => value * (1 - Math.max(0, ...outdoors.map(({ data }) => data[i] as number)))) };
  for (const { left, top, right, bottom } of things)
    for (let y = Math.floor(top * mask.height); y < bottom * mask.height; y++)
      free.data.fill(0, y * mask.width + Math.floor(left * mask.width), y * mask.width + Math.ceil(right * mask.width));
  return free;
}

function within(free: Plane, { pixels }: Surface): Plane {
  const own = newPlane(free.width, free.height);
  for (const i of pixels) own.data[i] = free.data[i] as number;
  return own;
}

/** In shares of the picture: as high as eyes, or right over what is named; of a wall that is as wide as it, so much. */
const [atEyes, overGap, ofWidth, ofNeighbour] = [0.36, 0.05, 0.32, 0.62];

function wantedPlace({ width, height, data }: Plane, below: NamedBox | undefined, side: PlaceSide): WantedPlace {
  if (below !== undefined) return { centre: middleOf(below), bottom: below.top - overGap, width: ofNeighbour * (below.right - below.left) };
  let [sum, total] = [0, 1e-6];
  for (let i = 0; i < data.length; i++)
    if (Math.abs(Math.floor(i / width) / height - atEyes) < 0.2) {
      sum += ((data[i] as number) * ((i % width) + 0.5)) / width;
      total += data[i] as number;
    }
  const centre = side === "left" ? 0.25 : side === "right" ? 0.75 : side === "middle" ? 0.5 : sum / total;
  return { centre, middle: atEyes, width: ofWidth };
}

/** Of the print's shorter side; light in a room comes from above. */
const [shadowDown, shadowAside, softness, darkness] = [0.022, 0.008, 0.018, 0.42];
/** How far the shadow is seen. */
const shadowReach = 0.1;

/** With its shadow; far from it nothing changes. */
function* laidOnWall(ground: Raster, print: Raster, box: Box): Work<Raster> {
  const side = Math.min(box.width, box.height);
  const about = grown(box, Math.ceil(shadowReach * side), ground);
  const own = { ...box, x: box.x - about.x, y: box.y - about.y };
  const near = crop(ground, about);
  const rect = newPlane(about.width, about.height);
  const [x, y] = [own.x + Math.round(shadowAside * side), own.y + Math.round(shadowDown * side)];
  for (let row = Math.max(0, y); row < Math.min(about.height, y + own.height); row++)
    rect.data.fill(darkness, row * about.width + Math.max(0, x), row * about.width + Math.min(about.width, x + own.width));
  const soft = yield* part(gaussianBlurSlowly(rect, Math.max(0.8, softness * side)), 0, 0.5);
  const shaded = yield* part(blendSlowly(near, newRaster(about.width, about.height, 3), soft), 0.5, 0.9);
  const whole = laidIn(ground, shaded, about);
  yield 0.95;
  return laidIn(whole, print, box);
}

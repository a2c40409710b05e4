/** Finds a thing by what things of its name usually look like: their colour, their size, their form. */
import type { Thing } from "#lib/engine/instructions/things.ts";
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { refineMask, scalePlane } from "#lib/pixels/segment/refine.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { findRegion } from "./colour-region.ts";
import { isGrey, searchPieces, type Wish } from "./colour-search.ts";
import { componentsOf } from "./components.ts";
import { type Found, findPlace } from "./find-place.ts";
import { overlapOf, shareOf } from "./masks.ts";
import { boxOf } from "./pieces.ts";
import { touchOf } from "./sides.ts";
import { growToWhole } from "./whole-thing.ts";

/** What is nearly everywhere is no thing. */
export const mostOfPicture = 0.75;
const mostOfSmall = 0.14;
const mostGrowth = 3;
const leastOfSmall = 0.0003;

/** Undefined where its looks say too little, or nothing looks like it. */
export function* findThingByLooks(source: Raster, thing: Thing, isMany?: boolean): Work<Found | undefined> {
  if (thing.colours.length === 0 && !thing.isSmall && !thing.isRound) return undefined;
  const wish: Wish = { isThing: true, thing, isMany };
  if (thing.isSmall && thing.colours.length === 0 && !thing.isRound) return yield* findSmallWhole(source, wish);
  const region = yield* findRegion(source, wish);
  return region === undefined || region.isCentre || region.share > mostOfPicture ? undefined : region;
}

/** A small thing may have several colours: what was found of them is a part of it. */
function* findSmallWhole(source: Raster, wish: Wish): Work<Found | undefined> {
  const pieces = yield* part(searchPieces(source, wish), 0, 0.3);
  if (pieces === undefined || pieces.isCentre) return undefined;
  // What is all black or white before a colour is whole as it is, and between the birds of a flock is air.
  const isAsItIs = isGrey(pieces.likeness) || wish.isMany === true;
  const grown = isAsItIs ? pieces.gate : yield* part(growToWhole(pieces.view, pieces.gate), 0.3, 0.7);
  const whole = shareOf(grown) > Math.min(mostOfSmall, mostGrowth * shareOf(pieces.gate)) ? pieces.gate : grown;
  const mask = yield* part(refineMask(source, whole), 0.7, 1);
  const share = shareOf(mask);
  if (share < leastOfSmall || share > mostOfSmall) return undefined;
  return wish.thing?.isWhole && !isAsItIs ? yield* wholeAround(source, { mask, share }) : { mask, share };
}

const mostOfSpot = 0.02;
const [leastOfCloseUp, mostOfCloseUp] = [0.25, 0.56];
const mostOfWhole = 0.4;

/**
 * What was found of a bird is the blue of its wing, and the rest of it stands out about that. A butterfly that fills the
 * picture is told by the spot being small against it. What lies beside all that stands out is no bird.
 */
function* wholeAround(source: Raster, found: Found): Work<Found | undefined> {
  const whole = yield* findPlace(source, { name: "subject", said: "subject" });
  if (whole === undefined) return found;
  const share = overlapOf(found.mask, whole.mask) / found.share;
  if (share < leastWithin) return yield* compactPart(source, whole);
  if (share < 0.85) return found;
  if (whole.share <= mostOfWhole) return whole.share > found.share ? whole : found;
  const isCloseUp = found.share < mostOfSpot && whole.share > leastOfCloseUp && whole.share < mostOfCloseUp;
  return isCloseUp && sidesTouched(whole.mask) <= mostSides ? whole : found;
}

const leastWithin = 0.5;
const [mostShared, mostOfPerched] = [0.3, 0.2];
const smallSide = 200;
/** Of the root of its area: what is thinner is a twig it sits on. */
const thin = 0.16;
const leastOfBox = 0.4;

/** Of what stands out by itself, the thickest piece: a hawk without its branch. */
function* compactPart(source: Raster, { mask, share, shared = 0 }: Found): Work<Found | undefined> {
  if (shared > mostShared || share > mostOfPerched || sidesTouched(mask) > 0) return undefined;
  const scale = Math.min(1, smallSide / Math.max(mask.width, mask.height));
  const small = scalePlane(mask, Math.round(mask.width * scale), Math.round(mask.height * scale));
  const sigma = thin * Math.sqrt(share * small.data.length);
  const thick = gaussianBlur(small, sigma).data.map((value) => (value > 0.62 ? 1 : 0));
  const [best] = componentsOf(thick, small.width, small.height).toSorted((a, b) => b.length - a.length);
  if (best === undefined) return undefined;
  const { left, right, top, bottom } = boxOf(best, small.width);
  if (best.length < leastOfBox * (right - left + 1) * (bottom - top + 1)) return undefined;
  const core = newPlane(small.width, small.height);
  for (const i of best) core.data[i] = 1;
  const about = gaussianBlur(core, sigma).data;
  const piece = { ...small, data: small.data.map((value, i) => value * ramp(about[i] as number, 0.05, 0.15)) };
  const own = yield* refineMask(source, piece);
  return { mask: own, share: shareOf(own) };
}

/** A trunk runs out of the picture on more sides than the bird on it, however near that is. */
const mostSides = 2;
const leastTouch = 0.15;

function sidesTouched(mask: Plane): number {
  return Object.values(touchOf(mask)).filter((share) => share > leastTouch).length;
}

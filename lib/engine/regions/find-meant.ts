/** Which part of the picture a named place is, for what is to be done with it: also of things this engine does not know. */
import type { Step } from "#lib/engine/instructions/operation.ts";
import type { Place } from "#lib/engine/instructions/place.ts";
import { gaussianBlur } from "#lib/pixels/blur.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { findClearSubject, findHerd, findSeenAbout, findStrongestWithin, isClear, type Meant } from "./clear-subject.ts";
import { findRegion, type Region } from "./colour-region.ts";
import { componentsOf } from "./components.ts";
import { findByName, isSomebody, keepWithinNamed } from "./find-by-name.ts";
import { type Found, findPlace } from "./find-place.ts";
import { guessNatural } from "./guesses.ts";
import { isHair } from "./hair.ts";
import { isColoured } from "./likeness.ts";
import { overlapOf, shareOf } from "./masks.ts";
import { findPartOfRoom } from "./room.ts";
import { touchOf } from "./sides.ts";
import { isSomethingElse } from "./something-else.ts";
import { findThingByLooks, mostOfPicture } from "./thing-region.ts";
import { findWorn } from "./worn.ts";

type Purpose = Step["operation"]["kind"];

const mostOfBlot = 0.3;
/** A bird that is a quarter of the picture is rather the wrong thing. */
const mostOfSmall = 0.25;
const mostOfSpecks = 0.015;
const leastOfSky = 0.1;
const [leastOfBroad, leastOfRim] = [0.06, 0.03];

export function* findMeant(looks: Raster, place: Place, purpose: Purpose | undefined): Work<Meant | undefined> {
  const meant = yield* part(findLikely(looks, place, purpose), 0, 0.95);
  return meant === undefined || (yield* part(isSomethingElse(looks, place.said, meant), 0.95, 1)) ? undefined : meant;
}

function* findLikely(looks: Raster, place: Place, purpose: Purpose | undefined): Work<Meant | undefined> {
  const { thing, isMany, said } = place;
  const ofRoom = purpose === "remove" || place.colour !== undefined ? undefined : yield* part(findPartOfRoom(looks, place), 0, 0.3);
  if (ofRoom !== undefined) return ofRoom;
  const own = purpose !== "remove" && place.name !== "background" ? yield* part(findWorn(looks, place), 0, 0.3) : undefined;
  if (own !== undefined) return own;
  const tie = place.isPart ? /(?:\b(?:neck)?tie|领带|领结)$/u.exec(said)?.[0] : undefined;
  const tied = tie === undefined ? undefined : yield* findByName(looks, { ...place, said: tie }, purpose);
  if (place.isPart) return tied ?? (purpose === "recolour" && !isHair(said) ? yield* findPart(looks, place) : undefined);
  const hasAnyLooks = thing === undefined || thing.colours.length === 0;
  const named = hasAnyLooks ? yield* part(findByName(looks, place, purpose), 0, 0.3) : undefined;
  if (named !== undefined) return named;
  // Somebody who is not seen may not be there, and what stands out instead must not be lost.
  if (purpose === "remove" && hasAnyLooks && isSomebody(said)) return undefined;
  const hasUsualLooks = thing !== undefined && place.side === undefined && place.name === "subject";
  const usual = hasUsualLooks ? yield* part(findThingByLooks(looks, thing, isMany), 0, 0.4) : undefined;
  if (usual !== undefined && !(thing?.isBroad && !isBroad(usual)))
    return { mask: usual.mask, note: { took: "usual", share: usual.share, said } };
  const seen = hasAnyLooks ? undefined : yield* findByName(looks, place, purpose);
  if (seen !== undefined) return seen;
  const goesByColour = place.isGuess && purpose === "recolour" && place.side === undefined && !thing?.isWhole;
  if (goesByColour) return yield* findColoured(looks, place);
  const found = yield* findPlace(looks, place);
  if (found === undefined && place.name === "land") return yield* findBesideSky(looks, place, purpose);
  // A gull that is called white is grey against the light.
  if (found === undefined && place.name === "colour" && thing?.isWhole) return yield* findClearSubject(looks, place, undefined);
  if (found === undefined)
    return isColourlessLeaf(place) ? yield* findLikely(looks, { ...place, name: "subject", isGuess: true }, purpose) : undefined;
  return yield* chooseWithin(looks, place, found, purpose);
}

/** A thing nobody can name here is, when it is recoloured, the strongest colour near the middle, and else what stands out. */
function* findColoured(looks: Raster, place: Place): Work<Meant | undefined> {
  const { thing, isMany, said } = place;
  const region = yield* part(findRegion(looks, { isMany, thing }), 0, 0.5);
  if (region !== undefined && isDoubtful(region)) {
    const whole = yield* findClearSubject(looks, place, region.isCentre ? undefined : region.mask);
    if (whole !== undefined) return whole;
  }
  // A white chair before a beige wall: what colour there is, is the wall's.
  if (region?.isGround && strengthOf(region) < leastStrength) return yield* findClearSubject(looks, place, undefined);
  const seen =
    region === undefined || region.isCentre ? undefined : yield* findSeenAbout(looks, place, region, strengthOf(region) < leastStrength);
  if (seen !== undefined) return seen;
  // A patch of hardly any colour in a bale of cardboard is no more than a patch.
  if (region !== undefined && isFaint(region)) return yield* findClearSubject(looks, place, region.mask);
  if (region !== undefined && runsOn(region)) {
    const front = yield* findInFront(looks, place, region);
    if (front !== undefined) return front;
  }
  // Whatever a chest is, it is not the sky.
  if (region !== undefined && (yield* isSky(looks, region))) return yield* findClearSubject(looks, place, undefined);
  if (thing?.isBroad && (region === undefined || region.isCentre || !isBroad(region))) return undefined;
  if (region !== undefined && region.share <= mostOfPicture)
    return { mask: region.mask, note: { took: region.isCentre ? "middle" : "strongest", share: region.share, said } };
  // Where all is of one colour, what stands out clearly is the thing; a large blot of it is none.
  const salient = yield* part(findPlace(looks, place), 0.5, 1);
  if (salient === undefined || salient.share > mostOfBlot || !isClear(salient)) return undefined;
  return { mask: salient.mask, note: { took: "salient", share: salient.share, said } };
}

const mostOfPart = 0.4;

/** What has no strong colour of its own is not told from whoever wears it. */
function* findPart(looks: Raster, { isMany, said, side }: Place): Work<Meant | undefined> {
  const region = side === undefined ? yield* findRegion(looks, { isMany }) : undefined;
  if (region === undefined || region.isGround || isDoubtful(region) || strengthOf(region) < strongPart || region.share > mostOfPart)
    return undefined;
  if (yield* isSky(looks, region)) return undefined;
  if (!/door|门/u.test(said) && !(yield* isBesideSkin(looks, region))) return undefined;
  return { mask: region.mask, note: { took: "strongest", share: region.share, said } };
}

const leastSkin = 0.03;

/** What is worn ends at a neck, at hands or at legs: red figures on a clock are no shirt. */
function* isBesideSkin(looks: Raster, { mask, share }: Region): Work<boolean> {
  const view = yield* part(lookAt(looks), 0.9, 0.95);
  yield 0.95;
  const own = scalePlane(mask, view.width, view.height);
  yield 0.98;
  const skin = guessNatural(view, "skin").data;
  const about = gaussianBlur(own, worn * Math.sqrt(share * own.data.length)).data;
  let [near, bare] = [1e-6, 0];
  for (let i = 0; i < about.length; i++) {
    const weight = ramp(about[i] as number, 0.02, 0.2);
    near += weight * (1 - (own.data[i] as number));
    // A face may have come along with the collar under it.
    bare += weight * (skin[i] as number);
  }
  return bare > leastSkin * near;
}

/** Of the root of its area. */
const worn = 0.2;

/** Nobody takes half of a picture away for one thing. */
const mostRemoved = 0.4;

/** From where a place was found to what of it is meant. */
function* chooseWithin(looks: Raster, place: Place, found: Found, purpose: Purpose | undefined): Work<Meant | undefined> {
  const { thing, said } = place;
  const isRecoloured = purpose === "recolour";
  if (place.name === "colour" && thing?.isWhole && isRecoloured) return (yield* findAnimal(looks, place, found)) ?? { mask: found.mask };
  if (thing?.isSmall && found.share > mostOfSmall) return undefined;
  if (place.name === "land") return { mask: found.mask, note: { took: "under sky", share: found.share, said } };
  if (place.name === "colour" && place.isThing) {
    const mask = yield* keepWithinNamed(looks, place, found.mask);
    return mask === undefined ? undefined : { mask };
  }
  if (!place.isGuess) return { mask: found.mask };
  if (purpose === "remove" && found.share > mostRemoved) return undefined;
  if (!isClear(found) && (isRecoloured || purpose === "remove")) return yield* findStrongestWithin(looks, place, found.mask);
  const herd = thing?.isWhole && isRecoloured ? yield* findHerd(looks, place, found) : undefined;
  return herd ?? { mask: found.mask, note: { took: "salient", share: found.share, said } };
}

/** What has its colour is often the sky behind it, where that is white or grey. */
function* findAnimal(looks: Raster, place: Place, { mask }: Found): Work<Meant | undefined> {
  const whole = yield* part(findClearSubject(looks, place, mask), 0, 0.8);
  const isColourless = place.colour !== undefined && !isColoured(place.colour.rgb);
  return whole ?? (isColourless ? yield* part(findClearSubject(looks, place, undefined), 0.8, 1) : undefined);
}

const mostOfSky = 0.1;

/** Land that is not told by the sky's end is a thing like any other, and no sky. */
function* findBesideSky(looks: Raster, place: Place, purpose: Purpose | undefined): Work<Meant | undefined> {
  const meant = yield* findLikely(looks, { ...place, name: "subject", isGuess: true }, purpose);
  const open = meant === undefined ? undefined : yield* findPlace(looks, { name: "sky", said: "sky" });
  if (meant === undefined || open === undefined) return meant;
  if (overlapOf(open.mask, meant.mask) >= mostOfSky * shareOf(meant.mask)) return undefined;
  // People on a shore stand out as well, in several pieces; one rock in the sea is one.
  yield 1;
  return isOnePiece(meant.mask) ? meant : undefined;
}

const pieceSide = 200;
const mostOfPiece = 0.8;

function isOnePiece(mask: Plane): boolean {
  const scale = Math.min(1, pieceSide / Math.max(mask.width, mask.height));
  const small = scalePlane(mask, Math.max(1, Math.round(mask.width * scale)), Math.max(1, Math.round(mask.height * scale)));
  const sizes = componentsOf(small.data, small.width, small.height).map(({ length }) => length);
  return Math.max(...sizes) > mostOfPiece * sizes.reduce((sum, size) => sum + size, 0);
}

/** A leaf that is not green is a thing like any other. */
function isColourlessLeaf({ name, said }: Place): boolean {
  return name === "plants" && /\blea(?:f|ves)\b|叶/u.test(said);
}

const [leastStrength, strongPart] = [25, 36];

function strengthOf({ mean }: Region): number {
  return Math.hypot(mean[1], mean[2]);
}

const leastOfSide = 0.15;

/** Out of the picture at a side other than the lower one, where things stand. */
function runsOn({ mask }: Region): boolean {
  const { top, left, right } = touchOf(mask);
  return Math.max(top, left, right) > leastOfSide;
}

const [leastOfFront, mostOverlap, mostSharedInFront] = [0.05, 0.25, 0.35];

/** A pillow before a bed: what stands out whole in the picture is rather meant than colour behind it that runs on. */
function* findInFront(looks: Raster, { said }: Place, { mask, share }: Region): Work<Meant | undefined> {
  const whole = yield* findPlace(looks, { name: "subject", said: "subject" });
  if (whole === undefined || whole.share < leastOfFront || (whole.shared ?? 0) > mostSharedInFront) return undefined;
  if (Math.max(...Object.values(touchOf(whole.mask))) > 0.02 || overlapOf(mask, whole.mask) > mostOverlap * share) return undefined;
  return { mask: whole.mask, note: { took: "salient", share: whole.share, said } };
}

/** A few specks of colour, or whatever lies in the middle: what stands out is rather meant, if it does. */
function isDoubtful({ share, isCentre }: Region): boolean {
  return isCentre || share < mostOfSpecks;
}

/** A table runs out of the picture; a wooden case in the middle of a green one is on it. */
function isBroad({ mask, share }: Found): boolean {
  return share >= leastOfBroad && Math.max(...Object.values(touchOf(mask))) > leastOfRim;
}

function isFaint(region: Region): boolean {
  return !region.isCentre && region.share < leastOfBroad && strengthOf(region) < leastStrength;
}

function* isSky(looks: Raster, { mask, share }: Region): Work<boolean> {
  if (share < leastOfSky) return false;
  const open = yield* findPlace(looks, { name: "sky", said: "sky" });
  return open !== undefined && overlapOf(open.mask, mask) > 0.5 * share;
}

/** Beside a thing that was found, a name that says nothing to this engine would only take the same thing again. */
export function isKnown({ isGuess, thing }: Place): boolean {
  return !isGuess || thing !== undefined;
}

/** The animal, the person: what a background is the background of, and no part of it to be looked for. */
export function standsBefore({ name, thing }: Place): boolean {
  return name === "subject" || thing?.isWhole === true;
}

/** Carries out one step: finds the places it speaks of, does it there, and leaves alone what is to be kept. */
import type { Step } from "#lib/engine/instructions/operation.ts";
import type { Place } from "#lib/engine/instructions/place.ts";
import type { Typeface } from "#lib/engine/lettering/typeface.ts";
import { findRegion, type Region } from "#lib/engine/regions/colour-region.ts";
import { type Found, findPlace } from "#lib/engine/regions/find-place.ts";
import { inverse, overlapOf, product, shareOf } from "#lib/engine/regions/masks.ts";
import { sharedColours } from "#lib/engine/regions/subject.ts";
import { findThingByLooks } from "#lib/engine/regions/thing-region.ts";
import type { Note, Reason } from "#lib/engine/speech/speech.ts";
import { canEnlarge } from "#lib/models/enlarge.ts";
import { blend } from "#lib/pixels/blend.ts";
import { enlarge } from "#lib/pixels/enlarge/enlarge.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { applyOperation } from "./apply-operation.ts";
import { setBefore } from "./backdrop.ts";
import { reshape } from "./geometry.ts";
import { defocus } from "./lens.ts";
import { writeWords } from "./lettering.ts";
import { putSky } from "./new-sky.ts";
import { recolour } from "./recolour.ts";
import { removePlace } from "./remove.ts";

const sky = "sky";

/** `looks` is the picture to look for places in: the one that came in, turned and cropped as the result is. */
export interface Canvas {
  readonly raster: Raster;
  readonly looks: Raster;
}

export type Applied =
  | { readonly raster: Raster; readonly looks: Raster; readonly note?: Note | undefined }
  /** Nothing could be done, and why. */
  | { readonly reason: Reason };

/** `typeface` is what words are written in. */
export function* applyStep({ raster, looks }: Canvas, step: Step, seed: number, typeface?: Typeface): Work<Applied> {
  const { operation } = step;
  switch (operation.kind) {
    case "rotate":
    case "turn":
    case "straighten":
    case "mirror":
    case "crop":
    case "zoom": {
      const reshaped = reshape(looks, operation);
      if (reshaped === undefined) return { reason: { kind: "level" } };
      // A tilt is measured once, on the picture as it came.
      const own = looks === raster ? reshaped : reshape(raster, operation);
      return own === undefined ? { reason: { kind: "level" } } : { raster: own, looks: reshaped };
    }
    case "enlarge": {
      if (!canEnlarge(raster, operation.times)) return { reason: { kind: "too large" } };
      const large = yield* enlarge(raster, operation.times);
      return { raster: large, looks: looks === raster ? large : resize(looks, large.width, large.height, "area") };
    }
    case "text": {
      const written = typeface && (yield* writeWords(raster, operation, typeface));
      return written === undefined
        ? { reason: { kind: "letters", said: typeface?.missing ?? operation.text } }
        : { raster: written, looks };
    }
    case "sky": {
      const place = yield* part(findPlace(looks, { name: "sky", said: sky }), 0, 0.4);
      if (place === undefined) return { reason: { kind: "not found", said: sky } };
      // A house that is to stay is no sky; what was guessed for it could only cost some.
      const known = step.except.filter(isKnown);
      const kept = yield* part(without(looks, place.mask, known), 0.4, 0.5);
      return { raster: yield* part(putSky(raster, kept, operation, seed), 0.5, 1), looks };
    }
    default:
      return yield* applyInPlace({ raster, looks }, { ...step, operation }, seed);
  }
}

type PlacedStep = Step & {
  readonly operation: Exclude<
    Step["operation"],
    { kind: "text" | "sky" | "rotate" | "turn" | "straighten" | "mirror" | "crop" | "zoom" | "enlarge" }
  >;
};

function* applyInPlace({ raster, looks }: Canvas, { operation, place, except }: PlacedStep, seed: number): Work<Applied> {
  const found = place === undefined ? undefined : yield* part(findFor(looks, place, operation.kind), 0, 0.4);
  if (place !== undefined && found === undefined) return { reason: { kind: place.isGuess ? "unclear" : "not found", said: place.said } };
  const note = found?.note;
  const whole: Plane | undefined = found?.mask ?? (except.length > 0 ? fullMask(looks) : undefined);
  const kept =
    place === undefined ? except : except.filter((each) => isKnown(each) && !(place.name === "background" && standsBefore(each)));
  const mask = whole === undefined ? undefined : yield* part(without(looks, whole, kept), 0.4, 0.5);
  switch (operation.kind) {
    case "recolour":
      return mask === undefined
        ? { reason: { kind: "no place" } }
        : { raster: yield* recolour(raster, mask, operation.to.rgb), looks, note };
    case "backdrop": {
      if (mask === undefined) return { reason: { kind: "not found", said: "background" } };
      const to = operation.colour?.rgb ?? operation.scene ?? ([255, 255, 255] as const);
      return { raster: yield* part(setBefore(raster, mask, to, seed), 0.5, 1), looks, note };
    }
    case "remove": {
      const removed = mask === undefined ? undefined : yield* part(removePlace(raster, mask, seed), 0.5, 1);
      return removed === undefined ? { reason: { kind: "too much" } } : { raster: removed, looks: removed, note };
    }
    default: {
      if (mask !== undefined && operation.kind === "filter" && operation.name === "blur")
        return { raster: yield* part(defocus(raster, mask, operation.strength), 0.5, 1), looks, note };
      const changed = yield* part(applyOperation(raster, operation, seed), 0.5, 1);
      return { raster: mask === undefined ? changed : blend(raster, changed, mask), looks, note };
    }
  }
}

interface FoundFor {
  readonly mask: Plane;
  readonly note?: Note;
}

/** What is nearly everywhere is no thing. */
const mostOfPicture = 0.75;
const mostOfBlot = 0.3;
/** A bird that is a quarter of the picture is rather the wrong thing. */
const mostOfSmall = 0.25;

/** A thing nobody can name here is, when it is recoloured, the strongest colour near the middle, and else what stands out. */
function* findFor(looks: Raster, place: Place, kind: Step["operation"]["kind"] | undefined): Work<FoundFor | undefined> {
  const { thing, isMany, said } = place;
  const usual =
    thing === undefined || place.side !== undefined || place.name !== "subject"
      ? undefined
      : yield* part(findThingByLooks(looks, thing, isMany), 0, 0.4);
  if (usual !== undefined) return { mask: usual.mask, note: { took: "usual", share: usual.share, said } };
  if (place.isGuess && kind === "recolour" && place.side === undefined && !thing?.isWhole) {
    const region = yield* part(findRegion(looks, { isMany, thing }), 0, 0.5);
    const whole =
      region === undefined || !isDoubtful(region)
        ? undefined
        : yield* findClearSubject(looks, place, region.isCentre ? undefined : region.mask);
    if (whole !== undefined) return whole;
    // Whatever a chest is, it is not the sky.
    if (region !== undefined && (yield* isSky(looks, region))) return yield* findClearSubject(looks, place, undefined);
    if (region !== undefined && region.share <= mostOfPicture)
      return { mask: region.mask, note: { took: region.isCentre ? "middle" : "strongest", share: region.share, said } };
    // Where all is of one colour, what stands out clearly is the thing; a large blot of it is none.
    const salient = yield* part(findPlace(looks, place), 0.5, 1);
    return salient === undefined || salient.share > mostOfBlot || !isClear(salient)
      ? undefined
      : { mask: salient.mask, note: { took: "salient", share: salient.share, said } };
  }
  const found = yield* findPlace(looks, place);
  if (found !== undefined && place.name === "colour" && thing?.isWhole && kind === "recolour")
    return (yield* findClearSubject(looks, place, found.mask)) ?? { mask: found.mask };
  // A leaf that is not green is a thing like any other.
  if (found === undefined && place.name === "plants" && /\blea(?:f|ves)\b|叶/u.test(said))
    return yield* findFor(looks, { ...place, name: "subject", isGuess: true }, kind);
  if (found === undefined || (thing?.isSmall && found.share > mostOfSmall)) return undefined;
  if (!place.isGuess) return { mask: found.mask };
  if (!isClear(found) && (kind === "recolour" || kind === "remove")) return yield* findStrongestWithin(looks, place, found.mask);
  const herd = thing?.isWhole && kind === "recolour" ? yield* findHerd(looks, place, found) : undefined;
  return herd ?? { mask: found.mask, note: { took: "salient", share: found.share, said } };
}

/** From here on it is worth asking whether the colour of what stands out tells it better than its outline. */
const hardlyShared = 0.12;

/** Hens on a lawn before a path: their colour is nowhere else, and some of the path stands out with them. */
function* findHerd(looks: Raster, { isMany, said }: Place, { mask, share, shared = 0 }: Found): Work<FoundFor | undefined> {
  if (shared < hardlyShared) return undefined;
  const region = yield* findRegion(looks, { isMany });
  if (region === undefined || region.isCentre || region.share < 0.3 * share || overlapOf(region.mask, mask) < 0.6 * region.share)
    return undefined;
  const view = lookAt(looks);
  yield 0.9;
  const own = sharedColours(view, scalePlane(region.mask, view.width, view.height));
  return own < 0.5 * shared ? { mask: region.mask, note: { took: "strongest", share: region.share, said } } : undefined;
}

/** So much of its colours about it, and what was taken for a thing is as likely a part of what it stands before. */
const mostShared = 0.41;

function isClear({ shared = 0 }: Found): boolean {
  return shared <= mostShared;
}

/** A few specks of colour, or whatever lies in the middle: what stands out is rather meant, if it does. */
function isDoubtful({ share, isCentre }: Region): boolean {
  return isCentre || share < mostOfSpecks;
}

const mostOfSpecks = 0.015;
const leastOfSky = 0.1;

function* isSky(looks: Raster, { mask, share }: Region): Work<boolean> {
  if (share < leastOfSky) return false;
  const open = yield* findPlace(looks, { name: "sky", said: sky });
  return open !== undefined && overlapOf(open.mask, mask) > 0.5 * share;
}
const mostOfThing = 0.56;

/** What stands out clearly and has what was found in it: the red arms are of a mill, the blue flank of a fish. */
function* findClearSubject(looks: Raster, { said, side }: Place, of: Plane | undefined): Work<FoundFor | undefined> {
  const whole = yield* findPlace(looks, { name: "subject", said: "subject", ...(side === undefined ? {} : { side }) });
  if (whole === undefined || !isClear(whole) || whole.share > mostOfThing) return undefined;
  if (of !== undefined && overlapOf(of, whole.mask) < 0.7 * shareOf(of)) return undefined;
  return { mask: whole.mask, note: { took: "salient", share: whole.share, said } };
}

/** A fish before coral: what stands out is some of both, and the strongest colour in that may be the fish. */
function* findStrongestWithin(looks: Raster, { isMany, said }: Place, within: Plane): Work<FoundFor | undefined> {
  const region = yield* findRegion(looks, { isMany });
  if (region === undefined || region.isCentre || region.share > 0.5 * shareOf(within)) return undefined;
  if (overlapOf(region.mask, within) < 0.7 * region.share) return undefined;
  return { mask: region.mask, note: { took: "strongest", share: region.share, said } };
}

/** Beside a thing that was found, a name that says nothing to this engine would only take the same thing again. */
function isKnown({ isGuess, thing }: Place): boolean {
  return !isGuess || thing !== undefined;
}

/** The animal, the person: what a background is the background of, and no part of it to be looked for. */
function standsBefore({ name, thing }: Place): boolean {
  return name === "subject" || thing?.isWhole === true;
}

/** Less of a mask than this is left only where the wrong thing was taken for the one to be kept. */
const leastLeft = 0.2;

function* without(looks: Raster, mask: Plane, except: readonly Place[]): Work<Plane> {
  let rest = mask;
  for (const place of except) {
    const kept = yield* findFor(looks, place, undefined);
    if (kept === undefined) continue;
    const less = product(rest, inverse(kept.mask));
    if (!(place.isGuess || place.name === "ground") || shareOf(less) >= leastLeft * shareOf(rest)) rest = less;
  }
  return rest;
}

function fullMask({ width, height }: Raster): Plane {
  return { width, height, data: new Float32Array(width * height).fill(1) };
}

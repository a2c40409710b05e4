/** Whether what stands out in a picture is a thing by itself, and what to take where it is not. */
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import type { Place } from "#lib/engine/instructions/place.ts";
import type { Note } from "#lib/engine/speech/speech.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { findRegion } from "./colour-region.ts";
import { type Found, findPlace } from "./find-place.ts";
import { overlapOf, shareOf } from "./masks.ts";
import { sharedColours } from "./subject.ts";

export interface Meant {
  readonly mask: Plane;
  readonly note?: Note;
}

/** So much of its colours about it, and what was taken for a thing is as likely a part of what it stands before. */
const mostShared = 0.41;
/** From here on it is worth asking whether the colour of what stands out tells it better than its outline. */
const hardlyShared = 0.12;
const mostOfThing = 0.56;

export function isClear({ shared = 0 }: Found): boolean {
  return shared <= mostShared;
}

/** What stands out clearly and has what was found in it: the red arms are of a mill, the blue flank of a fish. */
export function* findClearSubject(looks: Raster, { said, side, thing }: Place, of: Plane | undefined): Work<Meant | undefined> {
  // What stands out whole before a wall is not the wall.
  if (thing?.isBroad) return undefined;
  const whole = yield* findPlace(looks, { name: "subject", said: "subject", ...(side === undefined ? {} : { side }) });
  if (whole === undefined || !isClear(whole) || whole.share > mostOfThing) return undefined;
  if (of !== undefined && overlapOf(of, whole.mask) < 0.7 * shareOf(of)) return undefined;
  return { mask: whole.mask, note: { took: "salient", share: whole.share, said } };
}

/** Of what was seen: so little of it has the strongest colour that this is no more than a part. */
const hardlyOfSeen = 0.3;

/** A board with one rosier corner, a white flower with a few violet petals: where colour is faint or few, the thing that was seen is meant. */
export function* findSeenAbout(looks: Raster, place: Place, { mask, share }: Found, isFaint: boolean): Work<Meant | undefined> {
  const view = yield* lookAt(looks);
  if (place.side !== undefined || !(yield* part(lookForWhatStandsOut(view), 0, 0.7)).isSeen) return undefined;
  const whole = yield* part(findClearSubject(looks, place, mask), 0.7, 1);
  return whole !== undefined && (isFaint || share < hardlyOfSeen * shareOf(whole.mask)) ? whole : undefined;
}

/** A fish before coral: what stands out is some of both, and the strongest colour in that may be the fish. */
export function* findStrongestWithin(looks: Raster, { isMany, said }: Place, within: Plane): Work<Meant | undefined> {
  const region = yield* findRegion(looks, { isMany });
  if (region === undefined || region.isCentre || region.share > 0.5 * shareOf(within)) return undefined;
  if (overlapOf(region.mask, within) < 0.7 * region.share) return undefined;
  return { mask: region.mask, note: { took: "strongest", share: region.share, said } };
}

/** Hens on a lawn before a path: their colour is nowhere else, and some of the path stands out with them. */
export function* findHerd(looks: Raster, { isMany, said }: Place, { mask, share, shared = 0 }: Found): Work<Meant | undefined> {
  if (shared < hardlyShared) return undefined;
  const region = yield* findRegion(looks, { isMany });
  if (region === undefined || region.isCentre || region.share < 0.3 * share || overlapOf(region.mask, mask) < 0.6 * region.share)
    return undefined;
  const view = yield* part(lookAt(looks), 0.9, 0.9);
  const own = sharedColours(view, scalePlane(region.mask, view.width, view.height));
  return own < 0.5 * shared ? { mask: region.mask, note: { took: "strongest", share: region.share, said } } : undefined;
}

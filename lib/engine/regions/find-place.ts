/** Finds the part of a picture that words speak of, as a mask at full size. */
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import type { Place } from "#lib/engine/instructions/place.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { refineMask } from "#lib/pixels/segment/refine.ts";
import { lookAt, type View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { findRegion } from "./colour-region.ts";
import { findAutumn, findClouds, findGround, findSnow, findWater, type GroundKind } from "./cover.ts";
import type { NaturalPlace } from "./guesses.ts";
import { findUnderSky } from "./land.ts";
import { inverse, product, shareOf } from "./masks.ts";
import { findNatural, findSky } from "./natural.ts";
import { limitToSide, sideMask } from "./sides.ts";
import { findSubject, findWhole, sharedColours } from "./subject.ts";

export interface Found {
  /** 0..1 for each pixel. */
  readonly mask: Plane;
  /** Of the picture, 0..1. */
  readonly share: number;
  /** Of what stands out by its colours: how much of them is seen about it as well, 0..1. */
  readonly shared?: number;
}

const leastShare = 0.003;

/** Undefined where the picture holds nothing of the kind. */
export function* findPlace(source: Raster, place: Place): Work<Found | undefined> {
  if (place.name === "side") return measured(sideMask(source.width, source.height, place.side ?? "middle"));
  if (place.name === "colour") {
    const { isThing, isMany, thing } = place;
    // A parrot that is named by its colour may fill the picture.
    const known = thing?.isWhole ? undefined : thing;
    const region = yield* findRegion(source, { named: place.colour?.rgb, isThing, isMany, thing: known });
    return region === undefined ? undefined : measured(limitToSide(region.mask, place.side));
  }
  const view = yield* lookAt(source);
  yield 0.1;
  const rough = yield* part(findRough(view, place), 0.1, 0.6);
  if (rough === undefined || shareOf(rough) < leastShare) return undefined;
  const mask = yield* part(refineMask(source, rough), 0.6, 1);
  if (place.name !== "subject") return measured(place.name === "background" ? mask : limitToSide(mask, place.side));
  const found = measured(mask);
  if (found === undefined || (yield* lookForWhatStandsOut(view)).isSeen) return found;
  return { ...found, shared: sharedColours(view, rough) };
}

function* findRough(view: View, place: Place): Work<Plane | undefined> {
  switch (place.name) {
    case "subject": {
      const land = /foreground|前景/u.test(place.said) ? yield* findLand(view) : undefined;
      return land ?? (yield* findWhole(view, place.side));
    }
    case "background": {
      const subject = yield* findWhole(view, undefined);
      return subject === undefined ? undefined : inverse(subject);
    }
    case "water":
      return yield* findWater(view);
    case "plants": {
      const green = yield* findNatural(view, "plants", place.said);
      if (green !== undefined && shareOf(green) >= leastShare) return green;
      return /tree|forest|wood|lea(?:f|ves)|foliage|[树林叶]/u.test(place.said) ? yield* findAutumn(view) : undefined;
    }
    case "land":
      return yield* findUnderSky(view, /rock|石/u.test(place.said));
    case "snow":
      return yield* findSnow(view);
    case "clouds":
      return yield* findClouds(view);
    case "ground": {
      const ground = yield* findGround(view, groundKind(place.said));
      if (ground === undefined) return undefined;
      const subject = yield* findSubject(view, undefined);
      return subject === undefined || shareOf(subject) > 0.12 ? ground : product(ground, inverse(subject));
    }
    default:
      return yield* findNatural(view, place.name as NaturalPlace, place.said);
  }
}

function groundKind(said: string): GroundKind {
  if (/sand|beach|沙/u.test(said)) return "sand";
  return /road|street|pavement|path|路|街/u.test(said) ? "road" : "any";
}

/** Under an open sky the foreground is the land, from the horizon down. */
function* findLand(view: View): Work<Plane | undefined> {
  const sky = yield* findSky(view);
  return sky === undefined || shareOf(sky) < 0.12 ? undefined : inverse(sky);
}

function measured(mask: Plane): Found | undefined {
  const share = shareOf(mask);
  return share < leastShare ? undefined : { mask, share };
}

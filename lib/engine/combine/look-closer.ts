/**
 * A second look at what was found in a small view of the whole picture: at the part it lies in alone, where it is larger
 * and its ground is what lies right about it. What is thin comes with it there, and what only lay beside it goes.
 */
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import { boxOfMask, overlapOf, shareOf, spreadOut } from "#lib/engine/regions/masks.ts";
import { keepTogether } from "#lib/engine/regions/pieces.ts";
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { type Box, crop } from "#lib/pixels/crop.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { refineMask, scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";

/** Of the found thing's longer side, how much of its surroundings is looked at. */
const margin = 0.22;
/** How far, in shares of the root of its area, the first outline may be wrong. */
const doubt = 0.025;
/** More than it had or less than it keeps, and the first look was the better one. */
const [leastKept, mostGrown] = [0.55, 1.6];
/** Of the larger of both. */
const leastCommon = 0.75;

export interface Closer {
  readonly mask: Plane;
  /** Outside it the mask is empty. */
  readonly box: Box;
}

export function* lookCloser(source: Raster, rough: Plane): Work<Closer> {
  const box = boxAbout(rough, source);
  const near = crop(source, box);
  yield 0.05;
  const view = yield* lookAt(near);
  yield 0.1;
  const first = scalePlane(cropOf(rough, box, source), view.width, view.height);
  const seen = yield* part(lookForWhatStandsOut(view), 0.1, 0.35);
  const isSame = seen.isSeen && isMostly(seen.plane, first);
  const cut = isSame
    ? yield* part(cutOut(view, seen.plane, { trustColours: 0.3 }), 0.35, 0.5)
    : yield* part(cutOut(view, doubted(first), { trustColours: 0.55, smoothness: 2.4, rounds: 3 }), 0.35, 0.5);
  const whole = keepTogether(cut, first);
  const grown = shareOf(whole) / Math.max(1e-6, shareOf(first));
  const mask = yield* part(refineMask(near, grown < leastKept || grown > mostGrown ? first : whole), 0.5, 1);
  return { mask: spreadOut(mask, box, source), box };
}

/** Within it certain, and less so along its outline. */
function doubted(first: Plane): Plane {
  const blurred = gaussianBlur(first, Math.max(1.5, doubt * Math.sqrt(shareOf(first) * first.data.length)));
  return { ...blurred, data: blurred.data.map((value) => 0.04 + 0.9 * value) };
}

/** From nearby something else may stand out: a tie, or the house next to it. */
function isMostly(one: Plane, other: Plane): boolean {
  const both = overlapOf(one, other);
  return both > leastCommon * Math.max(shareOf(one), shareOf(other));
}

/** Where a mask of the small view lies in the picture, and what lies about it. */
function boxAbout(rough: Plane, source: Raster): Box {
  const box = boxOfMask(rough, 0.5);
  const about = margin * Math.max(box.width, box.height);
  const [across, down] = [source.width / rough.width, source.height / rough.height];
  const x = Math.floor(Math.max(0, box.x - about) * across);
  const y = Math.floor(Math.max(0, box.y - about) * down);
  return {
    x,
    y,
    width: Math.min(source.width, Math.ceil((box.x + box.width + about) * across)) - x,
    height: Math.min(source.height, Math.ceil((box.y + box.height + about) * down)) - y,
  };
}

function cropOf(rough: Plane, box: Box, source: Raster): Plane {
  const [across, down] = [rough.width / source.width, rough.height / source.height];
  const width = Math.max(1, Math.round(box.width * across));
  const height = Math.max(1, Math.round(box.height * down));
  const result = newPlane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const column = Math.min(rough.width - 1, Math.round(box.x * across) + x);
      const row = Math.min(rough.height - 1, Math.round(box.y * down) + y);
      result.data[y * width + x] = rough.data[row * rough.width + column] as number;
    }
  }
  return result;
}

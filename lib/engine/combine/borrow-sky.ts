/** Puts one picture's sky behind the land of another, and lets its light fall a little on that. */
import { removePlace } from "#lib/engine/operations/remove.ts";
import { findPlace } from "#lib/engine/regions/find-place.ts";
import { shareOf } from "#lib/engine/regions/masks.ts";
import { blend } from "#lib/pixels/blend.ts";
import { colourStatistics, transferColours } from "#lib/pixels/colour-transfer.ts";
import { cover, crop } from "#lib/pixels/crop.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";

const sky = { name: "sky", said: "sky" } as const;
/** Where no sky is found in the one that gives it: its upper part. */
const upperPart = 0.55;
const leastStanding = 0.002;

export function* borrowSky(land: Raster, giver: Raster): Work<Raster> {
  const [open, given] = [yield* part(findPlace(land, sky), 0, 0.25), yield* part(findPlace(giver, sky), 0.25, 0.5)];
  const depth = given === undefined ? upperPart : depthOf(given.mask, 0.3);
  const box = { x: 0, y: 0, width: giver.width, height: Math.max(1, Math.round(depth * giver.height)) };
  const upper = crop(giver, box);
  const taken = given === undefined ? upper : yield* part(cleared(upper, given.mask), 0.5, 0.7);
  const rows = Math.max(1, Math.round((open === undefined ? 1 : depthOf(open.mask, 0.02)) * land.height));
  const above = cover(taken, land.width, rows, 0.5, 1);
  const lit = yield* part(transferColours(land, colourStatistics(taken), 0.22), 0.7, 0.95);
  if (open === undefined) return lit;
  const whole = newRaster(land.width, land.height, 3);
  whole.data.set(above.data.subarray(0, whole.data.length));
  return blend(lit, whole, open.mask);
}

/** Towers and the arms of a mill that stand in the sky stay in their own picture. */
function* cleared(upper: Raster, own: Plane): Work<Raster> {
  const standing = {
    width: upper.width,
    height: upper.height,
    data: own.data.slice(0, upper.width * upper.height).map((open) => 1 - open),
  };
  return shareOf(standing) < leastStanding ? upper : ((yield* removePlace(upper, standing, 1)) ?? upper);
}

/** Down to which share of the height a row still has so much of the mask. */
function depthOf({ width, height, data }: Plane, least: number): number {
  for (let y = height - 1; y > 0; y--) {
    let covered = 0;
    for (let x = 0; x < width; x++) covered += data[y * width + x] as number;
    if (covered >= least * width) return (y + 1) / height;
  }
  return upperPart;
}

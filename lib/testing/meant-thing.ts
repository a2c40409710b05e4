/** What of a drawn picture the local engine takes for a thing that is named. */
import { readPlace } from "#lib/engine/instructions/place.ts";
import { findMeant } from "#lib/engine/regions/find-meant.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { finish } from "#lib/pixels/work.ts";

/** As it would be recoloured; undefined where it is refused. */
export function meantThing(picture: Raster, said: string): Plane | undefined {
  const place = readPlace(said);
  return place === undefined ? undefined : finish(findMeant(picture, place, "recolour"))?.mask;
}

/** −1 where nothing was found. */
export function valueAt(mask: Plane | undefined, x: number, y: number): number {
  return mask?.data[y * mask.width + x] ?? -1;
}

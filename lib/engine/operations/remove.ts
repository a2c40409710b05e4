/** Takes a place out of a picture and fills it from the surroundings. */
import { gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { usualEffort } from "#lib/pixels/fill/effort.ts";
import { fillHole } from "#lib/pixels/fill/fill.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Work } from "#lib/pixels/work.ts";

/** Undefined where too little would be left to fill from. */
export function* removePlace(source: Raster, place: Plane, seed: number): Work<Raster | undefined> {
  const { width, height } = source;
  // Wider than the thing itself, for its rim and its shadow belong to it.
  const wide = yield* gaussianBlurSlowly(place, Math.max(1.5, Math.max(width, height) / 70));
  const data = Uint8ClampedArray.from(wide.data, (value) => (value > 0.08 ? 255 : 0));
  const hole = data.reduce((sum, value) => sum + (value === 0 ? 0 : 1), 0) / data.length;
  if (hole === 0 || hole > 0.6) return undefined;
  return yield* fillHole(source, { width, height, channels: 1, data }, seed, usualEffort);
}

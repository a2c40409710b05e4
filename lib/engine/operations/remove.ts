/** Takes a place out of a picture and fills it from the surroundings. */
import { gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { usualEffort } from "#lib/pixels/fill/effort.ts";
import { fillHole } from "#lib/pixels/fill/fill.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Work } from "#lib/pixels/work.ts";

const leastCovered = 0.08;
/** Of the picture. */
const mostOpen = 0.6;

/** Undefined where too little would be left to fill from. */
export function* removePlace(source: Raster, place: Plane, seed: number): Work<Raster | undefined> {
  const { width, height } = source;
  // Wider than the thing itself, for its rim and its shadow belong to it.
  const wide = yield* gaussianBlurSlowly(place, Math.max(1.5, Math.max(width, height) / 70));
  const data = new Uint8ClampedArray(wide.data.length);
  let open = 0;
  for (let i = 0; i < data.length; i++) {
    if ((wide.data[i] as number) <= leastCovered) continue;
    data[i] = 255;
    open++;
  }
  if (open === 0 || open > mostOpen * data.length) return undefined;
  yield 0;
  return yield* fillHole(source, { width, height, channels: 1, data }, seed, usualEffort);
}

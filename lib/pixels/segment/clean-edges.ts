/**
 * Takes the old background's colour out of a cut-out's soft rim: there each pixel takes the mean of the solid part
 * near it, so that hair cut from a lawn is not green on a beach.
 */
import { gaussianBlurSlowly } from "../blur.ts";
import { channelPlane, newPlane, type Plane } from "../plane.ts";
import { newRaster, type Raster } from "../raster.ts";
import { part, type Work } from "../work.ts";
import { ramp } from "./ramp.ts";

/** Pixels between two pauses. */
const stretchLength = 1 << 19;

/** `of` is how large the whole picture is, where this is a part of it. */
export function* cleanEdges(source: Raster, mask: Plane, of: Pick<Raster, "width" | "height"> = source): Work<Raster> {
  const sigma = rimOf(of);
  const solid = yield* part(
    fillPlane(mask, (i) => ramp(mask.data[i] as number, 0.75, 1)),
    0,
    0.1,
  );
  const weight = yield* part(gaussianBlurSlowly(solid, sigma), 0.1, 0.25);
  const result = newRaster(source.width, source.height, 3);
  for (const channel of [0, 1, 2]) {
    const from = 0.25 * (channel + 1);
    const own = channelPlane(source, channel).data;
    yield from;
    const weighed = yield* part(
      fillPlane(mask, (i) => (own[i] as number) * (solid.data[i] as number)),
      from,
      from + 0.05,
    );
    const spread = (yield* part(gaussianBlurSlowly(weighed, sigma), from + 0.05, from + 0.2)).data;
    for (let i = 0; i < own.length; i++) {
      const near = weight.data[i] as number;
      const share = ramp(mask.data[i] as number, 0.98, 0.6) * ramp(near, 0.002, 0.05);
      const value = own[i] as number;
      result.data[i * 3 + channel] = share === 0 ? value : value + share * ((spread[i] as number) / near - value);
      if (i % stretchLength === 0) yield from + 0.2;
    }
  }
  return result;
}

/** In pixels, how wide a soft rim is. */
export function rimOf({ width, height }: Pick<Raster, "width" | "height">): number {
  return Math.max(1.2, Math.max(width, height) / 300);
}

function* fillPlane({ width, height }: Plane, valueAt: (pixel: number) => number): Work<Plane> {
  const result = newPlane(width, height);
  for (let i = 0; i < result.data.length; i++) {
    result.data[i] = valueAt(i);
    if (i % stretchLength === 0) yield i / result.data.length;
  }
  return result;
}

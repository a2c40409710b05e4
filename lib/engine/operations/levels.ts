/** How a picture's tones lie, and a dark one opened so that there is something to draw in it. */
import { lumaOf } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Work } from "#lib/pixels/work.ts";

const enough = 60_000;

/** The luma that a share of the pixels lies below; every few pixels tell as much as all. */
export function lumaLevels({ data, channels }: Raster): (share: number) => number {
  const step = channels * Math.max(1, Math.floor(data.length / channels / enough));
  const lumas: number[] = [];
  for (let at = 0; at < data.length; at += step) lumas.push(lumaOf(data[at] as number, data[at + 1] as number, data[at + 2] as number));
  lumas.sort((a, b) => a - b);
  return (share) => lumas[Math.min(lumas.length - 1, Math.floor(share * lumas.length))] as number;
}

/** Below this median, of 1, a picture is dark; it is brought near it by a curve, and no further than the curve may go. */
const [drawable, steepest] = [0.36, 0.5];

export function* openDark(source: Raster): Work<Raster> {
  const middle = Math.max(4, lumaLevels(source)(0.5)) / 255;
  const power = Math.max(steepest, Math.min(1, Math.log(drawable) / Math.log(middle)));
  if (power > 0.97) return source;
  return yield* mapPixelsSlowly(source, (red, green, blue, out) => {
    const luma = Math.max(2, lumaOf(red, green, blue)) / 255;
    // Nearly black stays so: what is in it is noise.
    const gain = Math.min(2.6, luma ** (power - 1));
    out[0] = red * gain;
    out[1] = green * gain;
    out[2] = blue * gain;
  });
}

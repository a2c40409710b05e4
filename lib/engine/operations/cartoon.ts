/** A drawn look: flat tones, strong colours, ink along the edges. */
import { blendSlowly } from "#lib/pixels/blend.ts";
import { lumaOf } from "#lib/pixels/colour.ts";
import { smoothKeepingEdges } from "#lib/pixels/edge-preserving.ts";
import { inkLines } from "#lib/pixels/edges.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { lumaPlane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { openDark } from "./levels.ts";
import { toneOperations } from "./tone.ts";

const tones = 6;

export function* cartoon(source: Raster, strength: number): Work<Raster> {
  const scale = Math.max(source.width, source.height) / 1024;
  const open = yield* openDark(source);
  const smooth = yield* part(smoothKeepingEdges(open, 26 * scale, 48), 0, 0.5);
  const flat = yield* part(flattenTones(smooth), 0.5, 0.65);
  const vivid = yield* part(toneOperations.vibrance(flat, 0.35), 0.65, 0.75);
  const fine = yield* part(smoothKeepingEdges(open, 6 * scale, 40), 0.75, 0.9);
  const ink = yield* inkLines(lumaPlane(fine), Math.max(0.8, 1.6 * scale), 1.6);
  const inked = yield* mapPixelsSlowly(vivid, (red, green, blue, out, i) => {
    const paper = 1 - 0.92 * (ink.data[i] as number);
    out[0] = red * paper;
    out[1] = green * paper;
    out[2] = blue * paper;
  });
  return strength >= 1 ? inked : yield* blendSlowly(source, inked, strength);
}

/** Steps in brightness with short, soft flanks; the hue stays, because all channels are scaled alike. */
function flattenTones(source: Raster): Work<Raster> {
  return mapPixelsSlowly(source, (red, green, blue, out) => {
    const luma = lumaOf(red, green, blue);
    const place = (luma / 255) * tones;
    const step = Math.floor(place);
    const flank = Math.min(1, Math.max(0, (place - step - 0.5) / 0.16 + 0.5));
    const flat = ((step + flank * flank * (3 - 2 * flank)) / tones) * 255;
    const gain = luma < 1 ? 1 : (0.25 * luma + 0.75 * flat + 4) / luma;
    out[0] = red * gain;
    out[1] = green * gain;
    out[2] = blue * gain;
  });
}

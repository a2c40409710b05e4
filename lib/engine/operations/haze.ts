/** Light that air has mixed in taken out again, and a wide range of tones pressed into what a screen shows. */
import { boxBlur } from "#lib/pixels/blur.ts";
import { lumaOf } from "#lib/pixels/colour.ts";
import { smoothKeepingEdges } from "#lib/pixels/edge-preserving.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { lumaPlane, newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { guidePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { toneOperations } from "./tone.ts";

/** The dark channel (He et al. 2009): without haze nearly every small patch holds something dark. */
export function* clearHaze(source: Raster, strength: number): Work<Raster> {
  const { raster, width, height } = yield* lookAt(source, 320);
  yield 0.1;
  const dark = newPlane(width, height);
  for (let i = 0; i < dark.data.length; i++) {
    dark.data[i] = Math.min(raster.data[i * 3] as number, raster.data[i * 3 + 1] as number, raster.data[i * 3 + 2] as number);
  }
  const radius = Math.max(1, Math.round(Math.max(width, height) / 50));
  // Brought out again by as much as it was drawn in: a dark pole clears no haze from the sky beside it.
  const darkest = highestAround(lowestAround(dark, radius), radius);
  yield 0.2;
  const order = [...darkest.data.keys()].sort((a, b) => (darkest.data[b] as number) - (darkest.data[a] as number));
  const hazy = order.slice(0, Math.max(1, Math.round(order.length * 0.002)));
  const air = [0, 1, 2].map((c) => Math.max(120, hazy.reduce((sum, i) => sum + (raster.data[i * 3 + c] as number), 0) / hazy.length));
  const rough = boxBlur({ width, height, data: darkest.data.map((value) => value / Math.min(...air)) }, 1);
  const haze = yield* part(guidePlane(source, rough, 0.03), 0.2, 0.8);
  const share = Math.min(0.97, 0.82 * strength);
  const cleared = yield* mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const clear = Math.max(0.16, 1 - share * Math.min(1, Math.max(0, haze.data[i] as number)));
    out[0] = (air[0] as number) + (red - (air[0] as number)) / clear;
    out[1] = (air[1] as number) + (green - (air[1] as number)) / clear;
    out[2] = (air[2] as number) + (blue - (air[2] as number)) / clear;
  });
  const vivid = yield* toneOperations.vibrance(cleared, 0.08);
  return yield* toneOperations.gamma(vivid, 0.12);
}

/** Large differences in brightness are halved, small ones grow, and colours with them. */
export function* pressRange(source: Raster, strength: number): Work<Raster> {
  const longest = Math.max(source.width, source.height);
  const base = lumaPlane(yield* part(smoothKeepingEdges(source, longest / 24, 60), 0, 0.8));
  const luma = lumaPlane(source);
  const share = Math.min(1.4, strength);
  const vivid = yield* toneOperations.vibrance(source, 0.35 * share);
  return yield* mapPixelsSlowly(vivid, (red, green, blue, out, i) => {
    const wide = base.data[i] as number;
    const pressed = wide + share * 0.42 * (132 - wide) * (1 - Math.abs(wide - 128) / 320);
    const detail = ((luma.data[i] as number) - wide) * (1 + 0.85 * share);
    const own = lumaOf(red, green, blue);
    const gain = Math.max(0, pressed + detail + 2) / (own + 2);
    const bounded = Math.min(3.2, gain);
    out[0] = red * bounded;
    out[1] = green * bounded;
    out[2] = blue * bounded;
  });
}

const lowestAround = (source: Plane, radius: number): Plane => extremeAround(source, radius, Math.min);
const highestAround = (source: Plane, radius: number): Plane => extremeAround(source, radius, Math.max);

/** In a square, first along rows and then along columns. */
function extremeAround({ width, height, data }: Plane, radius: number, choose: (a: number, b: number) => number): Plane {
  const across = newPlane(width, height);
  const result = newPlane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let chosen = data[y * width + x] as number;
      for (let k = Math.max(0, x - radius); k <= Math.min(width - 1, x + radius); k++)
        chosen = choose(chosen, data[y * width + k] as number);
      across.data[y * width + x] = chosen;
    }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let chosen = across.data[y * width + x] as number;
      for (let k = Math.max(0, y - radius); k <= Math.min(height - 1, y + radius); k++)
        chosen = choose(chosen, across.data[k * width + x] as number);
      result.data[y * width + x] = chosen;
    }
  }
  return result;
}

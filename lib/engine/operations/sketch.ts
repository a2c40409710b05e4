/** Pencil on paper: contours by dodging, shading by hatching that follows the tones. */
import { blendSlowly } from "#lib/pixels/blend.ts";
import { gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { smoothKeepingEdges } from "#lib/pixels/edge-preserving.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { fractalNoise, valueNoise } from "#lib/pixels/noise.ts";
import { lumaPlane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";

export function* sketch(source: Raster, strength: number, seed: number): Work<Raster> {
  const { width } = source;
  const scale = Math.max(source.width, source.height) / 1024;
  const luma = lumaPlane(yield* part(smoothKeepingEdges(source, 4 * scale, 30), 0, 0.4));
  const around = yield* part(gaussianBlurSlowly(luma, Math.max(1, 7 * scale)), 0.4, 0.6);
  const drawn = yield* mapPixelsSlowly(source, (_red, _green, _blue, out, i) => {
    const x = (i % width) / scale;
    const y = Math.floor(i / width) / scale;
    const own = luma.data[i] as number;
    const line = Math.min(1, ((own + 6) / ((around.data[i] as number) + 6)) ** 2.6);
    const dark = 1 - own / 255;
    // Two directions of hatching; the second only where it is darkest.
    const stroke = valueNoise((x + y) * 0.42, (x - y) * 0.03, seed);
    const crossing = valueNoise((x - y) * 0.42, (x + y) * 0.03, seed + 9);
    const hatch = Math.max(0, dark - 0.3) * (0.35 + 0.65 * stroke) + Math.max(0, dark - 0.62) * crossing;
    const tooth = 0.93 + 0.07 * fractalNoise(x * 0.7, y * 0.7, seed + 3, 2);
    const paper = Math.max(0, line * (1 - 0.62 * Math.min(1, hatch))) * tooth;
    out[0] = 34 + 218 * paper;
    out[1] = 34 + 216 * paper;
    out[2] = 38 + 207 * paper;
  });
  return strength >= 1 ? drawn : yield* blendSlowly(source, drawn, strength);
}

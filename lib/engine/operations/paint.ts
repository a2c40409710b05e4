/** Oil and watercolour: strokes from the Kuwahara filter, then the relief of thick paint or the paper under thin paint. */
import { blendSlowly } from "#lib/pixels/blend.ts";
import { blurRasterSlowly } from "#lib/pixels/blur.ts";
import { smoothKeepingEdges } from "#lib/pixels/edge-preserving.ts";
import { slopes } from "#lib/pixels/edges.ts";
import { kuwahara } from "#lib/pixels/kuwahara.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { lumaPlane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { saturation } from "./tone.ts";

export function* oilPainting(source: Raster, strength: number, seed: number): Work<Raster> {
  const { width, height } = source;
  const scale = Math.max(width, height) / 1024;
  const flat = yield* part(kuwahara(source, Math.max(2, Math.round(7 * scale))), 0, 0.7);
  const strokes = yield* part(saturation(flat, 0.3), 0.7, 0.8);
  const luma = lumaPlane(strokes);
  const painted = yield* mapPixelsSlowly(strokes, (red, green, blue, out, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    const before = x > 0 && y > 0 ? (luma.data[i - 1 - width] as number) : (luma.data[i] as number);
    const bristle = fractalNoise(x * 0.35 + y * 0.1, y * 0.06 - x * 0.02, seed, 2) - 0.5;
    const relief = 0.35 * Math.max(-40, Math.min(40, (luma.data[i] as number) - before)) + 13 * bristle;
    out[0] = red + relief;
    out[1] = green + relief;
    out[2] = blue + relief;
  });
  return strength >= 1 ? painted : yield* blendSlowly(source, painted, strength);
}

export function* watercolour(source: Raster, strength: number, seed: number): Work<Raster> {
  const { width, height } = source;
  const scale = Math.max(width, height) / 1024;
  const washes = yield* part(kuwahara(source, Math.max(2, Math.round(4 * scale))), 0, 0.55);
  const smooth = yield* part(smoothKeepingEdges(washes, 14 * scale, 40), 0.55, 0.75);
  const bled = yield* blurRasterSlowly(smooth, Math.max(0.7, 1.2 * scale));
  yield 0.85;
  const rims = slopes(lumaPlane(bled));
  const painted = yield* mapPixelsSlowly(bled, (red, green, blue, out, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    const pigment = fractalNoise((x / scale) * 0.012, (y / scale) * 0.012, seed, 4) - 0.5;
    const tooth = fractalNoise((x / scale) * 0.45, (y / scale) * 0.45, seed + 5, 2) - 0.5;
    const rim = Math.min(1, (rims.data[i] as number) / 22);
    const edge = Math.min(x, y, width - 1 - x, height - 1 - y) / (Math.min(width, height) * 0.07);
    const ragged = edge + 1.6 * (fractalNoise((x / scale) * 0.02, (y / scale) * 0.02, seed + 8, 4) - 0.62);
    const wet = Math.min(1, Math.max(0, ragged * 3));
    const thin = 0.84 - 0.3 * pigment - 0.16 * tooth + 0.25 * rim;
    const dye = wet * Math.max(0, thin);
    out[0] = 252 - dye * (252 - 255 * (red / 255) ** 0.86) * 1.12;
    out[1] = 250 - dye * (250 - 255 * (green / 255) ** 0.86) * 1.12;
    out[2] = 243 - dye * (243 - 255 * (blue / 255) ** 0.86) * 1.12;
  });
  return strength >= 1 ? painted : yield* blendSlowly(source, painted, strength);
}

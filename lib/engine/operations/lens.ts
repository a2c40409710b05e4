/** What a lens does: depth of field, a glow around lights, the smear of movement. */
import { blend } from "#lib/pixels/blend.ts";
import { blurRasterSlowly, gaussianBlur } from "#lib/pixels/blur.ts";
import { lumaOf } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { joinPlanes, newPlane, type Plane, rgbPlanes } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { saturation } from "./tone.ts";

/** Blurs one part out of its own colours only, so that a sharp subject leaves no halo in it. */
export function* defocus(source: Raster, place: Plane, strength: number): Work<Raster> {
  const sigma = Math.max(1.5, (Math.max(source.width, source.height) / 1024) * 9 * strength);
  const sharp = { ...place, data: place.data.map((value) => ramp(value, 0.4, 1)) };
  const weight = gaussianBlur(sharp, sigma);
  yield 0.3;
  const planes: Plane[] = [];
  for (const [n, plane] of rgbPlanes(source).entries()) {
    const spread = gaussianBlur({ ...plane, data: plane.data.map((value, i) => value * (sharp.data[i] as number)) }, sigma);
    planes.push({ ...spread, data: spread.data.map((value, i) => value / Math.max(0.004, weight.data[i] as number)) });
    yield 0.3 + 0.2 * n;
  }
  const soft = joinPlanes(planes as [Plane, Plane, Plane]);
  const known = { ...place, data: place.data.map((value, i) => value * ramp(weight.data[i] as number, 0.004, 0.03)) };
  return blend(source, soft, known);
}

export function* glow(source: Raster, strength: number, scale: number): Work<Raster> {
  const lights = yield* part(
    mapPixelsSlowly(source, (red, green, blue, out) => {
      const share = ramp(lumaOf(red, green, blue), 70, 230);
      out[0] = red * share;
      out[1] = green * share;
      out[2] = blue * share;
    }),
    0,
    0.3,
  );
  const soft = yield* part(blurRasterSlowly(lights, Math.max(1, 16 * scale)), 0.3, 0.9);
  return blend(source, soft, Math.min(1, 0.62 * strength), "screen");
}

/** From left to right. */
export function* motionBlur(source: Raster, reach: number): Work<Raster> {
  const { width, height, channels } = source;
  const result = newRaster(width, height, 3);
  for (let y = 0; y < height; y++) {
    if (y % 32 === 0) yield y / height;
    for (let c = 0; c < 3; c++) {
      const at = (x: number): number => source.data[(y * width + Math.min(width - 1, Math.max(0, x))) * channels + c] as number;
      let sum = 0;
      for (let k = -reach; k <= reach; k++) sum += at(k);
      for (let x = 0; x < width; x++) {
        result.data[(y * width + x) * 3 + c] = sum / (2 * reach + 1);
        sum += at(x + reach + 1) - at(x - reach);
      }
    }
  }
  return result;
}

/** A sharp strip between soft ground and soft sky, strong colours: a model railway. */
export function* tiltShift(source: Raster, strength: number): Work<Raster> {
  const { width, height } = source;
  const scale = Math.max(width, height) / 1024;
  const vivid = saturation(source, 0.3);
  yield 0.1;
  const near = yield* part(blurRasterSlowly(vivid, Math.max(1, 3 * scale * strength)), 0.1, 0.4);
  const far = yield* part(blurRasterSlowly(vivid, Math.max(1.5, 8 * scale * strength)), 0.4, 0.8);
  const away = (y: number): number => ramp(Math.abs(y / height - 0.56), 0.07, 0.24);
  const soft = blend(vivid, near, planeOfRows(width, height, away));
  yield 0.9;
  return blend(
    soft,
    far,
    planeOfRows(width, height, (y) => ramp(away(y), 0.45, 1)),
  );
}

function planeOfRows(width: number, height: number, shareAt: (y: number) => number): Plane {
  const result = newPlane(width, height);
  for (let y = 0; y < height; y++) result.data.fill(shareAt(y), y * width, (y + 1) * width);
  return result;
}

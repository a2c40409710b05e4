/** What a lens does: depth of field, a glow around lights, the smear of movement. */
import { blendSlowly } from "#lib/pixels/blend.ts";
import { blurRasterSlowly, gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { lumaOf } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { channelPlane, joinPlanes, newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { saturation } from "./tone.ts";

/** Blurs one part out of its own colours only, so that a sharp subject leaves no halo in it. */
export function* defocus(source: Raster, place: Plane, strength: number): Work<Raster> {
  const sigma = Math.max(1.5, (Math.max(source.width, source.height) / 1024) * 9 * strength);
  const sharp = { ...place, data: place.data.map((value) => ramp(value, 0.4, 1)) };
  yield 0;
  const weight = yield* part(gaussianBlurSlowly(sharp, sigma), 0, 0.2);
  const planes: Plane[] = [];
  for (const channel of [0, 1, 2]) {
    const from = 0.2 + 0.2 * channel;
    yield from;
    const plane = channelPlane(source, channel);
    multiply(plane, sharp);
    yield from;
    const spread = yield* part(gaussianBlurSlowly(plane, sigma), from, from + 0.2);
    divide(spread, weight);
    planes.push(spread);
  }
  yield 0.85;
  const soft = joinPlanes(planes as [Plane, Plane, Plane]);
  yield 0.9;
  const known = { ...place, data: place.data.map((value, i) => value * ramp(weight.data[i] as number, 0.004, 0.03)) };
  return yield* part(blendSlowly(source, soft, known), 0.9, 1);
}

function multiply(plane: Plane, by: Plane): void {
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = (plane.data[i] as number) * (by.data[i] as number);
}

function divide(plane: Plane, by: Plane): void {
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = (plane.data[i] as number) / Math.max(0.004, by.data[i] as number);
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
  return yield* part(blendSlowly(source, soft, Math.min(1, 0.62 * strength), "screen"), 0.9, 1);
}

/** From left to right; `place` is what moves, and takes its streaks out of its own colours only, so that what stands before it leaves none. */
export function* motionBlur(source: Raster, strength: number, place?: Plane): Work<Raster> {
  const { width, height } = source;
  const reach = Math.max(3, Math.round(34 * strength * (Math.max(width, height) / 1024)));
  const result = newRaster(width, height, 3);
  const weights = new Float32Array(width).fill(1);
  for (let y = 0; y < height; y++) {
    if (y % 32 === 0) yield y / height;
    if (place !== undefined) for (let x = 0; x < width; x++) weights[x] = ramp(place.data[y * width + x] as number, 0.5, 1);
    for (let c = 0; c < 3; c++) smearRow(source, y, c, weights, reach, result);
    if (place !== undefined) keepRow(source, y, place, result);
  }
  return result;
}

/** One channel of one row: the mean of what is within reach, each by its weight; where nothing weighs, as it was. */
function smearRow({ data, width, channels }: Raster, y: number, channel: number, weights: Float32Array, reach: number, to: Raster): void {
  const last = width - 1;
  const first = y * width * channels + channel;
  const [weightAt, valueAt] = [
    (x: number): number => weights[Math.min(last, Math.max(0, x))] as number,
    (x: number): number => data[first + Math.min(last, Math.max(0, x)) * channels] as number,
  ];
  let [sum, weight] = [0, 0];
  for (let k = -reach; k <= reach; k++) {
    sum += weightAt(k) * valueAt(k);
    weight += weightAt(k);
  }
  for (let x = 0; x < width; x++) {
    to.data[(y * width + x) * 3 + channel] = weight < 0.5 ? valueAt(x) : sum / weight;
    const [joins, leaves] = [x + reach + 1, x - reach];
    sum += weightAt(joins) * valueAt(joins) - weightAt(leaves) * valueAt(leaves);
    weight += weightAt(joins) - weightAt(leaves);
  }
}

function keepRow({ data, width, channels }: Raster, y: number, place: Plane, to: Raster): void {
  for (let i = y * width; i < (y + 1) * width; i++) {
    const share = place.data[i] as number;
    for (let c = 0; c < 3; c++) {
      const own = data[i * channels + c] as number;
      to.data[i * 3 + c] = own + share * ((to.data[i * 3 + c] as number) - own);
    }
  }
}

/** A sharp strip between soft ground and soft sky, strong colours: a model railway. */
export function* tiltShift(source: Raster, strength: number, row = 0.56): Work<Raster> {
  const { width, height } = source;
  const scale = Math.max(width, height) / 1024;
  const vivid = yield* part(saturation(source, 0.3), 0, 0.1);
  const near = yield* part(blurRasterSlowly(vivid, Math.max(1, 3 * scale * strength)), 0.1, 0.4);
  const far = yield* part(blurRasterSlowly(vivid, Math.max(1.5, 8 * scale * strength)), 0.4, 0.8);
  const away = (y: number): number => ramp(Math.abs(y / height - row), 0.07, 0.24);
  const soft = yield* part(blendSlowly(vivid, near, planeOfRows(width, height, away)), 0.8, 0.9);
  return yield* blendSlowly(
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

/** Turning by any angle, levelling, zooming: what would be empty is cut off, so that pictures stay full. */
import type { GeometryOperation } from "#lib/engine/instructions/operation.ts";
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { boxOfRatio, coverSlowly, crop } from "#lib/pixels/crop.ts";
import { lumaPlane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import { mirror, rotateQuarters } from "#lib/pixels/rotate.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { frameSubject } from "./framing.ts";

/** Undefined where there is nothing to do: a picture that stands straight. How it leans and what it is of are seen in `looks`. */
export function* reshape(source: Raster, operation: GeometryOperation, looks = source): Work<Raster | undefined> {
  const { width, height } = source;
  switch (operation.kind) {
    case "rotate":
      return yield* rotateQuarters(source, operation.quarters);
    case "turn":
      return yield* turn(source, operation.degrees);
    case "straighten": {
      const degrees = findTilt(looks);
      yield 0.1;
      return Math.abs(degrees) < 0.2 ? undefined : yield* turn(source, -degrees);
    }
    case "mirror":
      return yield* mirror(source, operation.axis);
    case "crop": {
      const box = boxOfRatio(width, height, operation.ratio[0] / operation.ratio[1]);
      return crop(source, yield* frameSubject(looks, box.width, box.height));
    }
    case "zoom": {
      const [w, h] = [Math.max(1, Math.round(width / operation.times)), Math.max(1, Math.round(height / operation.times))];
      const box = yield* part(frameSubject(looks, w, h), 0, 0.5);
      return yield* part(coverSlowly(crop(source, box), width, height), 0.5, 1);
    }
  }
}

/** Clockwise; keeps the picture's shape and size. */
function* turn(source: Raster, degrees: number): Work<Raster> {
  const { width, height, channels } = source;
  const quarters = Math.round(degrees / 90);
  const base = quarters === 0 ? source : yield* rotateQuarters(source, quarters);
  const angle = ((degrees - quarters * 90) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // How much the turned picture must grow so that a frame of its own shape fits inside.
  const shape = Math.max(base.width / base.height, base.height / base.width);
  const scale = Math.abs(cos) + shape * Math.abs(sin);
  const result = newRaster(base.width, base.height, channels);
  for (let y = 0; y < result.height; y++) {
    if (y % 16 === 0) yield y / result.height;
    for (let x = 0; x < result.width; x++) {
      const [dx, dy] = [(x + 0.5 - result.width / 2) / scale, (y + 0.5 - result.height / 2) / scale];
      const u = Math.min(base.width - 1, Math.max(0, dx * cos + dy * sin + base.width / 2 - 0.5));
      const v = Math.min(base.height - 1, Math.max(0, dy * cos - dx * sin + base.height / 2 - 0.5));
      const [left, top] = [Math.floor(u), Math.floor(v)];
      const [right, bottom] = [Math.min(base.width - 1, left + 1), Math.min(base.height - 1, top + 1)];
      for (let c = 0; c < channels; c++) {
        const at = (column: number, row: number): number => base.data[(row * base.width + column) * channels + c] as number;
        const upper = at(left, top) + (u - left) * (at(right, top) - at(left, top));
        const lower = at(left, bottom) + (u - left) * (at(right, bottom) - at(left, bottom));
        result.data[(y * result.width + x) * channels + c] = upper + (v - top) * (lower - upper);
      }
    }
  }
  return quarters % 2 === 0 ? { ...result, width, height } : result;
}

/** How far level and upright lines lean clockwise, in degrees; 0 where no lines agree. */
export function findTilt(source: Raster): number {
  const scale = Math.min(1, 640 / Math.max(source.width, source.height));
  const small = resize(source, Math.max(1, Math.round(source.width * scale)), Math.max(1, Math.round(source.height * scale)), "area");
  const luma = gaussianBlur(lumaPlane(small), 1.4);
  const perDegree = 10;
  const most = 12;
  const bins = new Float64Array(2 * most * perDegree + 1);
  let total = 0;
  for (let y = 2; y < small.height - 2; y++) {
    for (let x = 2; x < small.width - 2; x++) {
      const at = (dx: number, dy: number): number => luma.data[(y + dy) * small.width + x + dx] as number;
      const gx = at(1, -1) + 2 * at(1, 0) + at(1, 1) - at(-1, -1) - 2 * at(-1, 0) - at(-1, 1);
      const gy = at(-1, 1) + 2 * at(0, 1) + at(1, 1) - at(-1, -1) - 2 * at(0, -1) - at(1, -1);
      const weight = Math.hypot(gx, gy);
      if (weight < 40) continue;
      const isLevel = Math.abs(gy) > Math.abs(gx);
      const lean = (Math.atan(isLevel ? -gx / gy : gy / gx) * 180) / Math.PI;
      total += weight;
      if (Math.abs(lean) > most) continue;
      const bin = Math.round((lean + most) * perDegree);
      // A horizon says more than a wall: buildings lean by perspective.
      bins[bin] = (bins[bin] as number) + weight * (isLevel ? 1.5 : 1);
    }
  }
  const smooth = bins.map((_, n) => {
    let sum = 0;
    for (let k = -6; k <= 6; k++) sum += (bins[n + k] ?? 0) * (7 - Math.abs(k));
    return sum / 49;
  });
  const best = smooth.reduce((top, value, n) => (value > (smooth[top] as number) ? n : top), 0);
  const mean = smooth.reduce((sum, value) => sum + value, 0) / smooth.length;
  return total === 0 || (smooth[best] as number) < 2.2 * mean ? 0 : best / perDegree - most;
}

import { rgbToLab } from "./colour.ts";
import { bytesOf, type Raster } from "./raster.ts";

export function isSameRaster(a: Raster, b: Raster): boolean {
  if (a.width !== b.width || a.height !== b.height || a.channels !== b.channels) return false;
  const [own, other] = [bytesOf(a), bytesOf(b)];
  // Two that differ only far down are told apart without going all the way there.
  for (let i = 0; i < own.length; i += 997) if (own[i] !== other[i]) return false;
  for (let i = 0; i < own.length; i++) if (own[i] !== other[i]) return false;
  return true;
}

/** Mean CIE 1976 colour difference of two pictures of one size; about 2.3 is just noticeable. */
export function meanDeltaE(a: Raster, b: Raster): number {
  let sum = 0;
  const count = a.width * a.height;
  for (let i = 0; i < count; i++) {
    const first = labAt(a, i);
    const second = labAt(b, i);
    sum += Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
  }
  return sum / count;
}

export function largestDifference(a: Raster, b: Raster): number {
  let largest = 0;
  for (let i = 0; i < a.data.length; i++) largest = Math.max(largest, Math.abs((a.data[i] as number) - (b.data[i] as number)));
  return largest;
}

function labAt(raster: Raster, pixel: number): readonly [number, number, number] {
  const at = pixel * raster.channels;
  const red = raster.data[at] as number;
  if (raster.channels === 1) return rgbToLab(red, red, red);
  return rgbToLab(red, raster.data[at + 1] as number, raster.data[at + 2] as number);
}

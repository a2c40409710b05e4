/** What comes over is as sharp as the picture around it: a model softens or sharpens all it gives back, and that would show. */
import { boxBlur } from "../blur.ts";
import { lumaPlane, type Plane } from "../plane.ts";
import { newRaster, type Raster } from "../raster.ts";

/** Odd, so that all columns and rows are asked. */
const sampleStep = 3;
/** More would sharpen what was packed with loss, and its blocks. */
const gains = { least: 0.6, most: 1.8 } as const;

/** RGB, lying on each other; `isKept` is 1 where both show the same: there two bands of structure are made as strong in one as in the other. */
export function matchSharpness(picture: Raster, result: Raster, isKept: Uint8Array): Raster {
  const own = lumaPlane(picture);
  const other = lumaPlane(result);
  const [ownSoft, otherSoft] = [soften(own, 1), soften(other, 1)];
  const [ownSlow, otherSlow] = [soften(ownSoft, 2), soften(otherSoft, 2)];
  const fine = gainOf(own, ownSoft, other, otherSoft, isKept) - 1;
  const coarse = gainOf(ownSoft, ownSlow, otherSoft, otherSlow, isKept) - 1;
  const matched = newRaster(result.width, result.height, 3);
  const [a, b, c] = [other.data, otherSoft.data, otherSlow.data];
  for (let i = 0, at = 0; i < a.length; i++, at += 3) {
    const more = fine * ((a[i] as number) - (b[i] as number)) + coarse * ((b[i] as number) - (c[i] as number));
    for (let k = 0; k < 3; k++) matched.data[at + k] = (result.data[at + k] as number) + more;
  }
  return matched;
}

function gainOf(own: Plane, ownSlow: Plane, other: Plane, otherSlow: Plane, isKept: Uint8Array): number {
  let wanted = 0;
  let given = 0;
  for (let i = 0; i < isKept.length; i += sampleStep) {
    if (isKept[i] === 0) continue;
    const one = (own.data[i] as number) - (ownSlow.data[i] as number);
    const two = (other.data[i] as number) - (otherSlow.data[i] as number);
    wanted += one * one;
    given += two * two;
  }
  return wanted === 0 || given === 0 ? 1 : Math.max(gains.least, Math.min(gains.most, Math.sqrt(wanted / given)));
}

function soften(plane: Plane, radius: number): Plane {
  const once = boxBlur(plane, radius);
  return boxBlur(once, radius, once);
}

/** What comes over is as sharp as the picture around it: a model softens or sharpens all it gives back, and that would show. */
import { boxBlur } from "../blur.ts";
import { lumaPlane } from "../plane.ts";
import { newRaster, type Raster } from "../raster.ts";
import { evenSharpness } from "./even-sharpness.ts";

/** RGB, lying on each other; `isKept` is 1 where both show the same. */
export function matchSharpness(picture: Raster, result: Raster, isKept: Uint8Array): Raster {
  const own = lumaPlane(picture);
  const other = lumaPlane(result);
  const once = boxBlur(other, 1);
  const soft = boxBlur(once, 1, once);
  const missing = { ...own, data: own.data.map((value, i) => value - (other.data[i] as number)) };
  const rest = { ...missing, data: missing.data.slice() };
  evenSharpness(rest, other, soft, isKept);
  const matched = newRaster(result.width, result.height, 3);
  for (let i = 0, at = 0; i < rest.data.length; i++, at += 3) {
    const told = (missing.data[i] as number) - (rest.data[i] as number);
    for (let c = 0; c < 3; c++) matched.data[at + c] = (result.data[at + c] as number) + told;
  }
  return matched;
}

/**
 * Takes the old background's colour out of a cut-out's soft rim: there each pixel takes the mean of the solid part
 * near it, so that hair cut from a lawn is not green on a beach.
 */
import { gaussianBlur } from "../blur.ts";
import { joinPlanes, type Plane, rgbPlanes } from "../plane.ts";
import type { Raster } from "../raster.ts";
import type { Work } from "../work.ts";
import { ramp } from "./ramp.ts";

export function* cleanEdges(source: Raster, mask: Plane): Work<Raster> {
  const sigma = Math.max(1.2, Math.max(source.width, source.height) / 300);
  const solid = { ...mask, data: mask.data.map((value) => ramp(value, 0.75, 1)) };
  const weight = gaussianBlur(solid, sigma);
  yield 0.2;
  const planes: Plane[] = [];
  for (const [n, plane] of rgbPlanes(source).entries()) {
    const spread = gaussianBlur({ ...plane, data: plane.data.map((value, i) => value * (solid.data[i] as number)) }, sigma);
    planes.push({
      ...plane,
      data: plane.data.map((value, i) => {
        const near = weight.data[i] as number;
        const share = ramp(mask.data[i] as number, 0.98, 0.6) * ramp(near, 0.002, 0.05);
        return share === 0 ? value : value + share * ((spread.data[i] as number) / near - value);
      }),
    });
    yield 0.2 + 0.25 * (n + 1);
  }
  return joinPlanes(planes as [Plane, Plane, Plane]);
}

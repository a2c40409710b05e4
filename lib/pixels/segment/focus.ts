/**
 * Where a picture is in focus: what has been blurred once loses little of its slope when it is blurred again, while a
 * sharp edge loses half. Told from the edges and spread over what lies between them.
 */
import { gaussianBlur } from "../blur.ts";
import { slopes } from "../edges.ts";
import { lumaPlane, newPlane, type Plane } from "../plane.ts";
import type { Raster } from "../raster.ts";
import { ramp } from "./ramp.ts";
import { scalePlane } from "./refine.ts";

/** Large enough for blur to be seen, small enough for the grain of a sensor to be gone. */
export const focusSide = 640;
const blurAgain = 1.6;
/** What is left of a slope before it is compared: levels a pixel. */
const [leastSlope, sureSlope] = [0.7, 3];

/** −1 blurred, 1 sharp, about 0 where nothing tells, at the given size; `source` has been brought to `focusSide`. */
export function focusOf(source: Raster, width: number, height: number): Plane {
  const { width: w, height: h } = source;
  const luma = lumaPlane(source);
  const [own, again] = [slopes(luma), slopes(gaussianBlur(luma, blurAgain))];
  const [told, weights] = [newPlane(w, h), newPlane(w, h)];
  const kept = own.data.map((slope, i) => slope / ((again.data[i] as number) + 0.01));
  const [soft, sharp] = limitsFor(kept.filter((_, i) => (own.data[i] as number) > sureSlope));
  for (let i = 0; i < told.data.length; i++) {
    const slope = own.data[i] as number;
    const weight = slope * ramp(slope, leastSlope, sureSlope);
    weights.data[i] = weight;
    told.data[i] = weight * (2 * ramp(kept[i] as number, soft, sharp) - 1);
  }
  const spread = Math.max(w, h) / 50;
  const [sum, all] = [gaussianBlur(told, spread), gaussianBlur(weights, spread)];
  const share = { width: w, height: h, data: sum.data.map((value, i) => value / ((all.data[i] as number) + 0.35)) };
  return scalePlane(share, width, height);
}

/** A picture that was enlarged, or is soft all over, is measured by the sharpest it has. */
function limitsFor(ratios: Float32Array): readonly [soft: number, sharp: number] {
  const best = ratios.sort()[Math.floor(ratios.length * 0.9)] ?? 2;
  return [Math.min(1.2, 1 + 0.3 * (best - 1)), Math.min(1.6, 1 + 0.75 * (best - 1))];
}

/** All that is settled at the result's size: where it lies, what it changed, in which colours that is brought over. */
import { evenColours } from "../paste/colour-field.ts";
import type { Raster } from "../raster.ts";
import { findChange } from "./find-change.ts";
import { giveBack } from "./give-back.ts";
import { judgeChange, type Verdict } from "./judge-change.ts";
import { matchSharpness } from "./match-sharpness.ts";
import { placeResult } from "./place-result.ts";
import { inverseOf, type Placement } from "./placement.ts";
import { register } from "./register.ts";
import { type Softness, widen } from "./shape-mask.ts";

export interface MergePlan {
  /** Why nothing but the whole result makes sense. */
  readonly reason: "global" | "unaligned" | null;
  readonly placement: Placement;
  /** The result in the picture's colours, where it lies itself. */
  readonly result: Raster;
  /** How much of it comes over, at the picture's places: grey. */
  readonly alpha: Raster;
  readonly verdict: Verdict | null;
}

/** In pixels of the size at which the two are compared, `share` of the model's own: what it blurs is so much narrower there. */
export function softnessAt(share: number): Softness {
  return { grow: Math.max(1, Math.round(3 * share)), feather: 2 * Math.max(1, Math.round(2 * share)) };
}

/** RGB, both of one size: the picture as the model saw it, and what it made of it. */
export function planMerge(picture: Raster, result: Raster, softness = softnessAt(1)): MergePlan {
  const { width, height } = picture;
  const { placement, isAligned } = register(picture, result);
  if (!isAligned) {
    const alpha: Raster = { width, height, channels: 1, data: new Uint8Array(width * height).fill(255) };
    return { reason: "unaligned", placement, result, alpha, verdict: null };
  }
  const change = findChange(picture, result, placement);
  const verdict = judgeChange(picture, change);
  const reason = verdict.isGlobal ? "global" : null;
  const own = toOwnColours(picture, result, placement, change.mask);
  const placed = placeResult({ result: own, placement, width, height });
  const alpha: Raster = { width, height, channels: 1, data: giveBack({ ...change, picture, placed, softness }) };
  return { reason, placement, result: own, alpha, verdict };
}

/** Fitted where the result lies, so that it is read through the placement only once. */
function toOwnColours(picture: Raster, result: Raster, placement: Placement, mask: Uint8Array): Raster {
  const { width, height } = result;
  const back = inverseOf(placement);
  // The whole of the picture shows, wherever the result ends.
  const there = placeResult({ result: picture, placement: back, width, height });
  const wide = widen(mask, width, height, 6);
  const isKept = new Uint8Array(width * height);
  const columns = Int32Array.from({ length: width }, (_, x) => Math.round(back.scaleX * x + back.shiftX));
  for (let row = 0; row < height; row++) {
    const y = Math.round(back.scaleY * row + back.shiftY);
    if (y < 0 || y >= height) continue;
    for (let column = 0; column < width; column++) {
      const x = columns[column] as number;
      if (x >= 0 && x < width && wide[y * width + x] === 0) isKept[row * width + column] = 1;
    }
  }
  const evened = evenColours(there, result, isKept, new Uint8ClampedArray(result.data.length));
  return matchSharpness(there, evened ? { ...result, data: evened } : result, isKept);
}

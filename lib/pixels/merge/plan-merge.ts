/** All that is settled at the result's size: where it lies, what it changed, in which colours that is brought over. */
import type { Raster } from "../raster.ts";
import { findChange } from "./find-change.ts";
import { giveBack } from "./give-back.ts";
import { judgeChange, type Verdict } from "./judge-change.ts";
import { toOwnColours } from "./own-colours.ts";
import { placeResult } from "./place-result.ts";
import type { Placement } from "./placement.ts";
import { register } from "./register.ts";
import type { Softness } from "./shape-mask.ts";

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
  const own = toOwnColours(picture, result, placement, change);
  const placed = placeResult({ result: own, placement, width, height });
  const alpha: Raster = { width, height, channels: 1, data: giveBack({ ...change, picture, placed, shown: change.placed, softness }) };
  return { reason, placement, result: own, alpha, verdict };
}

/** Carries a plan out at the picture's own size. */
import type { Counts } from "../paste/blend-in.ts";
import { layIn } from "../paste/lay-in.ts";
import { measureDrift, openRim } from "../paste/soft-rim.ts";
import type { SparseMask } from "../paste/sparse-mask.ts";
import type { Raster } from "../raster.ts";
import { openPlaced, placeResult } from "./place-result.ts";
import type { MergePlan } from "./plan-merge.ts";

export interface BringOver {
  /** RGB or RGBA; written to, and only where `alpha` is above 0. */
  readonly picture: Raster;
  /** The plan's, at the picture's size. */
  readonly alpha: SparseMask;
  /** The picture as the plan was made for it, RGB. */
  readonly shown: Raster;
  readonly plan: Pick<MergePlan, "result" | "placement" | "alpha">;
}

export function bringOver({ picture, alpha, shown, plan }: BringOver): Counts {
  const { width, height } = picture;
  const { result, placement } = plan;
  const whole = { x: 0, y: 0, width, height };
  const placed = placeResult({ result, placement, width: shown.width, height: shown.height });
  const rim = openRim(measureDrift(shown, placed, plan.alpha), width, height, true);
  return layIn({ picture, box: whole, alpha, readRow: openPlaced({ result, placement, width, height }), rim, own: whole });
}

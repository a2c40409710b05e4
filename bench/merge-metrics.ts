/** What a merge did right and wrong, against the truth a case was built with. */
import { boxBlur } from "#lib/pixels/blur.ts";
import { bringOver } from "#lib/pixels/merge/bring-over.ts";
import type { MergePlan } from "#lib/pixels/merge/plan-merge.ts";
import { widen } from "#lib/pixels/merge/shape-mask.ts";
import { withSpans } from "#lib/pixels/paste/sparse-mask.ts";
import { lumaPlane, type Plane, rgbPlanes } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { type CaseKind, deltaE, type MergeCase } from "./merge-cases.ts";

export interface MergeFigures {
  readonly kind: CaseKind;
  readonly reason: string | null;
  /** Farthest corner of the picture, px. */
  readonly error: number;
  readonly recall: number;
  readonly faintRecall: number;
  readonly kept: number;
  readonly keptBeyond: number;
  /** Step of luma across the rim of what was brought over, over that of the ideal edit; and that of all three channels together. */
  readonly seam: number;
  readonly colourSeam: number;
  /** Of what is untouched within ten pixels of the edit, how far the merged picture is from it, ΔE. */
  readonly beside: number;
  readonly edited: number;
  /** What of the picture would change, however little. */
  readonly changed: number;
  readonly seconds: number;
}

export function measureMerge(built: MergeCase, plan: MergePlan): Omit<MergeFigures, "seconds"> {
  const { picture, difference, kind } = built;
  const { width, height } = picture;
  const edited = Uint8Array.from(difference, (value) => (value > 0 ? 1 : 0));
  const near = widen(edited, width, height, 12);
  const alpha = plan.alpha.data;
  let [strong, strongFound, faint, faintFound, untouched, kept, beyond, keptBeyond, changed] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < alpha.length; i++) {
    const d = difference[i] as number;
    const a = alpha[i] as number;
    if (a > 0) changed++;
    if (d >= 8) {
      strong++;
      if (a >= 128) strongFound++;
    } else if (d >= 4) {
      faint++;
      if (a >= 128) faintFound++;
    } else if (d === 0) {
      untouched++;
      if (a === 0) kept++;
      if (near[i] === 1) continue;
      beyond++;
      if (a === 0) keptBeyond++;
    }
  }
  const merged = mergedBy(built, plan);
  return {
    kind,
    reason: plan.reason,
    error: placementError(built, plan),
    recall: strong < 200 ? Number.NaN : strongFound / strong,
    faintRecall: faint < 500 ? Number.NaN : faintFound / faint,
    kept: kept / untouched,
    keptBeyond: keptBeyond / beyond,
    seam: seamOf(plan, [lumaPlane(merged)], [lumaPlane(built.ideal)]),
    colourSeam: seamOf(plan, rgbPlanes(merged), rgbPlanes(built.ideal)),
    beside: besideOf(built, merged, edited),
    edited: (alpha.length - untouched) / alpha.length,
    changed: changed / alpha.length,
  };
}

function placementError({ picture: { width, height }, placement: truth }: MergeCase, { placement }: MergePlan): number {
  let worst = 0;
  for (const x of [0, width - 1]) {
    for (const y of [0, height - 1]) {
      const dx = (placement.scaleX - truth.scaleX) * x + placement.shiftX - truth.shiftX;
      const dy = (placement.scaleY - truth.scaleY) * y + placement.shiftY - truth.shiftY;
      worst = Math.max(worst, Math.hypot(dx, dy));
    }
  }
  return worst;
}

function mergedBy({ picture }: MergeCase, plan: MergePlan): Raster {
  const merged: Raster = { ...picture, data: Uint8Array.from(picture.data) };
  bringOver({ picture: merged, alpha: withSpans(plan.alpha), shown: picture, plan });
  return merged;
}

function besideOf({ picture }: MergeCase, merged: Raster, edited: Uint8Array): number {
  const near = widen(edited, picture.width, picture.height, 10);
  let [sum, count] = [0, 0];
  for (let i = 0; i < edited.length; i++) {
    if (near[i] === 0 || edited[i] === 1) continue;
    sum += deltaE(merged, picture, i);
    count++;
  }
  return sum / count;
}

export function seamOf({ alpha }: Pick<MergePlan, "alpha">, merged: readonly Plane[], ideal: readonly Plane[]): number {
  const ours = merged.reduce((sum, plane) => sum + stepsWithin(alpha, plane), 0);
  const theirs = ideal.reduce((sum, plane) => sum + stepsWithin(alpha, plane), 0);
  return theirs === 0 ? Number.NaN : ours / theirs;
}

/** Where a mask is between open and closed; softened a little, so that lost sharpness is not taken for a missing step. */
function stepsWithin({ width, data: shares }: Raster, plane: Plane): number {
  const { data } = boxBlur(plane, 1);
  let sum = 0;
  for (let i = width; i < data.length - width; i++) {
    const share = shares[i] as number;
    if (share === 0 || share === 255) continue;
    sum += Math.abs((data[i + 1] as number) - (data[i - 1] as number));
    sum += Math.abs((data[i + width] as number) - (data[i - width] as number));
  }
  return sum;
}

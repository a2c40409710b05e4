/** What a merge did right and wrong, against the truth a case was built with. */
import { boxBlur } from "#lib/pixels/blur.ts";
import { bringOver } from "#lib/pixels/merge/bring-over.ts";
import type { MergePlan } from "#lib/pixels/merge/plan-merge.ts";
import { widen } from "#lib/pixels/merge/shape-mask.ts";
import { withSpans } from "#lib/pixels/paste/sparse-mask.ts";
import { channelPlane } from "#lib/pixels/plane.ts";
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
  /** Step of luma across the rim of what was brought over, over that of the ideal edit. */
  readonly seam: number;
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
    seam: seamOf(built, plan, merged),
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

/** Both softened a little, so that lost sharpness is not taken for a missing step. */
function seamOf({ picture, ideal }: MergeCase, { alpha }: MergePlan, merged: Raster): number {
  const { width } = picture;
  const [a, b] = [boxBlur(channelPlane(merged, 1), 1).data, boxBlur(channelPlane(ideal, 1), 1).data];
  let [ours, theirs] = [0, 0];
  for (let i = width; i < a.length - width; i++) {
    const value = alpha.data[i] as number;
    if (value === 0 || value === 255) continue;
    ours += Math.abs((a[i + 1] as number) - (a[i - 1] as number)) + Math.abs((a[i + width] as number) - (a[i - width] as number));
    theirs += Math.abs((b[i + 1] as number) - (b[i - 1] as number)) + Math.abs((b[i + width] as number) - (b[i - width] as number));
  }
  return theirs === 0 ? Number.NaN : ours / theirs;
}

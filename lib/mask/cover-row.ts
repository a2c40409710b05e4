/** One row of pixels while a shape is drawn into it: how much of each is covered. */
import type { CombineMode } from "./mask-document.ts";

/** Covers a stretch between two real places by a weight; what of a pixel lies in it counts. */
export function addSpan(covered: Float32Array, from: number, to: number, weight: number): void {
  if (from >= to) return;
  const first = Math.floor(from);
  const last = Math.floor(to);
  if (first === last) {
    covered[first] = (covered[first] ?? 0) + (to - from) * weight;
    return;
  }
  covered[first] = (covered[first] ?? 0) + (first + 1 - from) * weight;
  for (let at = first + 1; at < last; at += 1) covered[at] = (covered[at] ?? 0) + weight;
  covered[last] = (covered[last] ?? 0) + (to - last) * weight;
}

/** Brings what a shape covers of a row (0..1) into the mask. */
export function combineRow(mask: Uint8Array, start: number, covered: Float32Array, left: number, right: number, mode: CombineMode): void {
  const isKept = mode !== "intersect";
  for (let column = left; column < right; column += 1) {
    const share = covered[column] ?? 0;
    if (share === 0 && isKept) continue;
    const level = Math.min(255, Math.round(share * 255));
    const known = mask[start + column] ?? 0;
    if (mode === "add") mask[start + column] = Math.max(known, level);
    else mask[start + column] = Math.min(known, mode === "subtract" ? 255 - level : level);
  }
}

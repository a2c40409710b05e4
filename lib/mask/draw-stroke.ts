/** Strokes drawn on top of a mask: what is on the screen while they grow, and wherever few are drawn. */
import type { PaintMode } from "./mask-document.ts";
import { isEmpty, type MaskWindow, type Patch, patchAround, wholePatch } from "./mask-window.ts";
import type { Brush } from "./stroke-parts.ts";
import { type Canvas, StrokeRows } from "./stroke-rows.ts";

/** Draws the stroke from its point number `from`, with the body that leads there; only inside of `clip`. */
export function drawStroke(
  mask: Uint8Array,
  window: MaskWindow,
  brush: Brush,
  points: readonly number[],
  from = 0,
  clip: Patch = wholePatch(window),
): Patch {
  const patch = strokePatch(window, brush, points, from, clip);
  if (!isEmpty(patch)) new StrokeRows(window, brush, points, from).draw(new OnTop(mask, window.width, brush.mode), patch);
  return patch;
}

/** The pixels it may change. */
export function strokePatch(window: MaskWindow, brush: Brush, points: readonly number[], from: number, clip: Patch): Patch {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = Math.max(0, from - 1) * 3; at + 2 < points.length; at += 3) {
    const x = ((points[at] ?? 0) - window.x) * window.scale;
    const y = ((points[at + 1] ?? 0) - window.y) * window.scale;
    const reach = (brush.size / 2) * (points[at + 2] ?? 1) * window.scale + 0.5;
    left = Math.min(left, x - reach);
    top = Math.min(top, y - reach);
    right = Math.max(right, x + reach);
    bottom = Math.max(bottom, y + reach);
  }
  return patchAround(clip, left, top, right, bottom);
}

class OnTop implements Canvas {
  readonly finished = null;
  private readonly mask: Uint8Array;
  private readonly width: number;
  private readonly isAdding: boolean;

  constructor(mask: Uint8Array, width: number, mode: PaintMode) {
    this.mask = mask;
    this.width = width;
    this.isAdding = mode === "add";
  }

  fill(row: number, from: number, to: number): void {
    this.mask.fill(this.isAdding ? 255 : 0, row * this.width + from, row * this.width + to);
  }

  merge(row: number, from: number, to: number, levels: Uint8Array): void {
    const { mask, isAdding } = this;
    for (let column = from, at = row * this.width + from; column < to; column += 1, at += 1) {
      const level = levels[column] ?? 0;
      const known = mask[at] ?? 0;
      if (isAdding ? level > known : 255 - level < known) mask[at] = isAdding ? level : 255 - level;
    }
  }
}

/**
 * Strokes painted over a mask that was there before. A stroke raises or lowers a pixel to a bound, so any row of strokes does
 * no more than keep the old value between two: what the strokes make of black, and what they make of white. Undoing a stroke
 * therefore needs the old mask only once, whatever was painted.
 */
import { IncrementalMask } from "./incremental-mask.ts";
import type { MaskOperation, Stroke } from "./mask-document.ts";
import { joinPatches, type MaskWindow, type Patch, wholeWindow } from "./mask-window.ts";
import { applyOperations } from "./rasterise.ts";
import type { Brush } from "./stroke-parts.ts";

const startWhite: MaskOperation = { kind: "invert" };

export class PaintedOver {
  readonly window: MaskWindow;
  private readonly low: IncrementalMask;
  private readonly high: IncrementalMask;

  constructor(window: MaskWindow) {
    this.window = window;
    this.low = new IncrementalMask(window);
    this.high = new IncrementalMask(window);
    this.high.show([startWhite]);
  }

  extendStroke(brush: Brush, points: readonly number[], from: number): Patch {
    return joinPatches(this.low.extendStroke(brush, points, from), this.high.extendStroke(brush, points, from));
  }

  keepStroke(strokes: readonly Stroke[]): void {
    this.low.keepStroke(strokes);
    this.high.keepStroke([startWhite, ...strokes]);
  }

  /** Makes it that of exactly these strokes; answers which pixels may have changed. */
  show(strokes: readonly Stroke[]): Patch {
    return joinPatches(this.low.show(strokes), this.high.show([startWhite, ...strokes]));
  }

  /** The value of one pixel that was `old` before. */
  at(pixel: number, old: number): number {
    return Math.max(this.low.pixels[pixel] ?? 0, Math.min(this.high.pixels[pixel] ?? 255, old));
  }
}

/** All at once, in full size; `old` is changed in place. */
export function paintOver(old: Uint8Array, width: number, height: number, strokes: readonly Stroke[]): Uint8Array {
  applyOperations(old, wholeWindow(width, height), strokes);
  return old;
}

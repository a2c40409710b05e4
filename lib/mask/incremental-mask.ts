/**
 * The mask of one window, kept up to date: a new operation is drawn on top, a taken back one is reached again from the
 * nearest kept copy. What it holds always equals a drawing from the start.
 */
import { type Brush, drawStroke } from "./draw-stroke.ts";
import type { MaskOperation } from "./mask-document.ts";
import { joinPatches, type MaskWindow, nothing, type Patch, wholePatch } from "./mask-window.ts";
import { applyOperation } from "./rasterise.ts";

interface Copy {
  readonly count: number;
  readonly pixels: Uint8Array;
}

const operationsBetweenCopies = 12;
const mostCopies = 10;

export class IncrementalMask {
  readonly window: MaskWindow;
  readonly pixels: Uint8Array;
  private drawn: readonly MaskOperation[] = [];
  private copies: readonly Copy[] = [];
  /** Points of a stroke that is being painted; they are in the pixels but in no operation yet. */
  private hasGesture = false;

  constructor(window: MaskWindow) {
    this.window = window;
    this.pixels = new Uint8Array(window.width * window.height);
  }

  /** Draws what a growing stroke has gained since its point number `from`. */
  extendStroke(brush: Brush, points: readonly number[], from: number): Patch {
    this.hasGesture = true;
    return drawStroke(this.pixels, this.window, brush, points, from);
  }

  /** The growing stroke became this operation: its pixels are there already. */
  keepStroke(operations: readonly MaskOperation[]): void {
    this.hasGesture = false;
    this.drawn = operations;
    this.keepCopy();
  }

  /** Makes the pixels those of exactly these operations; answers which may have changed. */
  show(operations: readonly MaskOperation[]): Patch {
    const common = commonStart(this.drawn, operations);
    let patch = nothing;
    let from = common;
    if (this.hasGesture || common < this.drawn.length) {
      from = this.restore(Math.min(common, operations.length));
      patch = wholePatch(this.window);
    }
    this.hasGesture = false;
    for (let at = from; at < operations.length; at += 1) {
      const operation = operations[at];
      if (operation) patch = joinPatches(patch, applyOperation(this.pixels, this.window, operation));
      this.drawn = operations.slice(0, at + 1);
      this.keepCopy();
    }
    this.drawn = operations;
    return patch;
  }

  private restore(count: number): number {
    this.copies = this.copies.filter((copy) => copy.count <= count);
    const copy = this.copies.at(-1);
    if (copy) this.pixels.set(copy.pixels);
    else this.pixels.fill(0);
    return copy?.count ?? 0;
  }

  private keepCopy(): void {
    const count = this.drawn.length;
    if (count - (this.copies.at(-1)?.count ?? 0) < operationsBetweenCopies) return;
    this.copies = thinOut([...this.copies, { count, pixels: this.pixels.slice() }]);
  }
}

function commonStart(one: readonly MaskOperation[], other: readonly MaskOperation[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}

/** Steps far back are rarely gone to again: of the copies there, only every second one stays. */
function thinOut(copies: readonly Copy[]): readonly Copy[] {
  if (copies.length <= mostCopies) return copies;
  const half = Math.floor(copies.length / 2);
  return copies.filter((_, at) => at >= half || at % 2 === 0);
}

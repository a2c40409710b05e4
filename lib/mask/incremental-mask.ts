/**
 * The mask of one window, kept up to date: a new operation is drawn on top, a taken back one is reached again from the
 * nearest kept copy. What it holds always equals a drawing from the start.
 */
import { drawStroke } from "./draw-stroke.ts";
import type { MaskOperation } from "./mask-document.ts";
import { cutPatch, isEmpty, joinPatches, type MaskWindow, nothing, type Patch, wholePatch } from "./mask-window.ts";
import { applyOperation, patchOf } from "./rasterise.ts";
import type { Brush } from "./stroke-parts.ts";

interface Copy {
  readonly count: number;
  readonly pixels: Uint8Array;
}

const operationsBetweenCopies = 12;
const mostCopies = 10;
/** A large raster affords fewer: going far back then draws more, going back a step does not. */
const mostCopiedPixels = 24_000_000;
const leastCopies = 3;

export class IncrementalMask {
  readonly window: MaskWindow;
  readonly pixels: Uint8Array;
  private drawn: readonly MaskOperation[] = [];
  private copies: readonly Copy[] = [];
  /** Where a stroke is being painted: it is in the pixels but in no operation yet. */
  private gesture: Patch = nothing;

  constructor(window: MaskWindow) {
    this.window = window;
    this.pixels = new Uint8Array(window.width * window.height);
  }

  /** Draws what a growing stroke has gained since its point number `from`. */
  extendStroke(brush: Brush, points: readonly number[], from: number): Patch {
    const patch = drawStroke(this.pixels, this.window, brush, points, from);
    this.gesture = joinPatches(this.gesture, patch);
    return patch;
  }

  /** The growing stroke became this operation: its pixels are there already. */
  keepStroke(operations: readonly MaskOperation[]): void {
    this.gesture = nothing;
    this.drawn = operations;
    this.keepCopy();
  }

  /** Makes the pixels those of exactly these operations; answers which may have changed. */
  show(operations: readonly MaskOperation[]): Patch {
    const common = commonStart(this.drawn, operations);
    let patch = this.goBack(common);
    for (let at = common; at < operations.length; at += 1) {
      const operation = operations[at];
      if (operation) patch = joinPatches(patch, applyOperation(this.pixels, this.window, operation));
      this.drawn = operations.slice(0, at + 1);
      this.keepCopy();
    }
    this.drawn = operations;
    return patch;
  }

  /** Forgets all but the first operations. Where each pixel stands for itself, only those that had changed are drawn anew. */
  private goBack(count: number): Patch {
    let patch: Patch | null = this.gesture;
    for (const operation of this.drawn.slice(count)) {
      const changed = patchOf(this.window, operation);
      patch = patch && changed && joinPatches(patch, changed);
    }
    this.gesture = nothing;
    this.copies = this.copies.filter((copy) => copy.count <= count);
    if (patch && isEmpty(patch)) return nothing;
    const copy = this.copies.at(-1);
    const again = this.drawn.slice(copy?.count ?? 0, count);
    const whole = wholePatch(this.window);
    const clip = patch && again.every((operation) => patchOf(this.window, operation)) ? cutPatch(whole, patch) : whole;
    this.restore(copy, clip);
    for (const operation of again) applyOperation(this.pixels, this.window, operation, clip);
    this.drawn = this.drawn.slice(0, count);
    return clip;
  }

  private restore(copy: Copy | undefined, { left, top, right, bottom }: Patch): void {
    const { width } = this.window;
    for (let row = top; row < bottom; row += 1) {
      const [from, to] = [row * width + left, row * width + right];
      if (copy) this.pixels.set(copy.pixels.subarray(from, to), from);
      else this.pixels.fill(0, from, to);
    }
  }

  private keepCopy(): void {
    const count = this.drawn.length;
    if (count - (this.copies.at(-1)?.count ?? 0) < operationsBetweenCopies) return;
    const most = Math.max(leastCopies, Math.min(mostCopies, Math.floor(mostCopiedPixels / this.pixels.length)));
    this.copies = thinOut([...this.copies, { count, pixels: this.pixels.slice() }], most);
  }
}

function commonStart(one: readonly MaskOperation[], other: readonly MaskOperation[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}

/** Steps far back are rarely gone to again: of the copies there, only every second one stays. */
function thinOut(copies: readonly Copy[], most: number): readonly Copy[] {
  if (copies.length <= most) return copies;
  const half = Math.floor(copies.length / 2);
  return copies.filter((_, at) => at >= half || at % 2 === 0);
}

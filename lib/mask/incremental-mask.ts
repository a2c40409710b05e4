/**
 * The mask of one window, kept up to date: a new operation is drawn on top, a taken back one is reached again from the
 * nearest kept copy. What it holds always equals a drawing from the start: on black, or on the mask that was there before.
 */
import { drawStroke, strokePatch } from "./draw-stroke.ts";
import { commonStart, type MaskOperation } from "./mask-document.ts";
import { cutPatch, isEmpty, joinPatches, type MaskWindow, nothing, type Patch, wholePatch } from "./mask-window.ts";
import { applyOperations, patchOf } from "./rasterise.ts";
import type { Brush } from "./stroke-parts.ts";

interface Copy {
  readonly count: number;
  readonly pixels: Uint8Array;
}

const operationsBetweenCopies = 12;
const mostCopies = 10;
const newestOperations = 3 * operationsBetweenCopies;
/** A large raster affords fewer: going far back then draws more, going back a step does not. */
const mostCopiedPixels = 24_000_000;
const leastCopies = 3;

export class IncrementalMask {
  readonly window: MaskWindow;
  readonly pixels: Uint8Array;
  private drawn: readonly MaskOperation[] = [];
  private copies: readonly Copy[];
  /** Where a stroke is being painted: it is in the pixels but in no operation yet. */
  private gesture: Patch = nothing;
  /** What lay below the piece that is shown ahead of the hand. */
  private ahead: { readonly patch: Patch; readonly rows: readonly Uint8Array[] } | null = null;

  constructor(window: MaskWindow, start: Uint8Array | null = null) {
    this.window = window;
    this.pixels = start?.slice() ?? new Uint8Array(window.width * window.height);
    this.copies = start ? [{ count: 0, pixels: start }] : [];
  }

  /** Draws what a growing stroke has gained since its point number `from`. */
  extendStroke(brush: Brush, points: readonly number[], from: number): Patch {
    const gone = this.dropAhead();
    const patch = drawStroke(this.pixels, this.window, brush, points, from);
    this.gesture = joinPatches(this.gesture, patch);
    return joinPatches(gone, patch);
  }

  /** Draws on from the first of these points, where the stroke has come to; whatever happens next takes that back. */
  showAhead(brush: Brush, points: readonly number[]): Patch {
    const gone = this.dropAhead();
    const patch = strokePatch(this.window, brush, points, 1, wholePatch(this.window));
    if (isEmpty(patch)) return gone;
    this.ahead = { patch, rows: this.rowsOf(patch).map((row) => row.slice()) };
    drawStroke(this.pixels, this.window, brush, points, 1);
    return joinPatches(gone, patch);
  }

  /** The growing stroke became this operation: its pixels are there already, and nothing but what was shown ahead changes. */
  keepStroke(operations: readonly MaskOperation[]): Patch {
    const gone = this.dropAhead();
    this.gesture = nothing;
    this.drawn = operations;
    this.keepCopy();
    return gone;
  }

  /** Makes the pixels those of exactly these operations; answers which may have changed. */
  show(operations: readonly MaskOperation[]): Patch {
    const common = commonStart(this.drawn, operations);
    let patch = joinPatches(this.dropAhead(), this.goBack(common));
    for (let at = common; at < operations.length; ) {
      // Of many at once only the newest will soon be taken back: those before them are drawn in one go.
      const older = operations.length - at - newestOperations;
      const next = operations.slice(at, at + Math.max(1, older));
      applyOperations(this.pixels, this.window, next);
      for (const operation of next) patch = joinPatches(patch, patchOf(this.window, operation) ?? wholePatch(this.window));
      at += next.length;
      this.drawn = operations.slice(0, at);
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
    applyOperations(this.pixels, this.window, again, clip);
    this.drawn = this.drawn.slice(0, count);
    return clip;
  }

  private dropAhead(): Patch {
    if (!this.ahead) return nothing;
    const { patch, rows } = this.ahead;
    for (const [at, row] of this.rowsOf(patch).entries()) row.set(rows[at] ?? []);
    this.ahead = null;
    return patch;
  }

  private rowsOf({ left, top, right, bottom }: Patch): readonly Uint8Array[] {
    const { width } = this.window;
    return Array.from({ length: bottom - top }, (_, at) => this.pixels.subarray((top + at) * width + left, (top + at) * width + right));
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

/** Steps far back are rarely gone to again: of the copies there, only every second one stays. */
function thinOut(copies: readonly Copy[], most: number): readonly Copy[] {
  if (copies.length <= most) return copies;
  const half = Math.floor(copies.length / 2);
  return copies.filter((_, at) => at >= half || at % 2 === 0);
}

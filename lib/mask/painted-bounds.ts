/** Where a mask is not black, told without drawing it in full size: never less than what is painted, at most a little more. */
import { IncrementalMask } from "./incremental-mask.ts";
import type { MaskOperation } from "./mask-document.ts";
import { isEmpty, joinPatches, type MaskWindow, nothing, type Patch, patchAround, wholePatch, wholeWindow } from "./mask-window.ts";
import { patchOf } from "./rasterise.ts";

interface Measured {
  readonly width: number;
  readonly height: number;
}

const overviewSide = 512;

/** Follows a mask while it is painted. */
export class PaintedBounds {
  private readonly whole: MaskWindow;
  private readonly overview: IncrementalMask;

  constructor({ width, height }: Measured) {
    this.whole = wholeWindow(width, height);
    this.overview = new IncrementalMask(wholeWindow(width, height, Math.min(1, overviewSide / Math.max(width, height))));
  }

  of(operations: readonly MaskOperation[]): Patch | null {
    this.overview.show(operations);
    const rough = roughBounds(this.overview.pixels, this.overview.window, this.whole);
    if (!rough) return null;
    const { left, top, right, bottom } = additionsOf(this.whole, operations);
    return patchAround(rough, left, top, right, bottom);
  }
}

/** The bounds of all that is not black in a smaller copy, in pixels of the whole, with a pixel of the copy around them. */
export function roughBounds(pixels: Uint8Array, { width, height }: MaskWindow, whole: MaskWindow): Patch | null {
  let [left, top, right, bottom] = [width, -1, -1, -1];
  for (let y = 0; y < height; y += 1) {
    const row = pixels.subarray(y * width, (y + 1) * width);
    const first = row.findIndex((level) => level > 0);
    if (first < 0) continue;
    left = Math.min(left, first);
    right = Math.max(
      right,
      row.findLastIndex((level) => level > 0),
    );
    if (top < 0) top = y;
    bottom = y;
  }
  if (right < 0) return null;
  const [across, down] = [whole.width / width, whole.height / height];
  const rim = width === whole.width ? 0 : 1;
  return patchAround(wholePatch(whole), (left - rim) * across, (top - rim) * down, (right + 1 + rim) * across, (bottom + 1 + rim) * down);
}

/** What painting reached at most; everything where an operation looks beyond its own pixels. */
function additionsOf(whole: MaskWindow, operations: readonly MaskOperation[]): Patch {
  const from = operations.findLastIndex(({ kind }) => kind === "clear") + 1;
  let reached = nothing;
  for (const operation of operations.slice(from)) {
    if ("mode" in operation && operation.mode !== "add") continue;
    const patch = patchOf(whole, operation);
    if (!patch) return wholePatch(whole);
    reached = joinPatches(reached, patch);
  }
  return isEmpty(reached) ? wholePatch(whole) : reached;
}

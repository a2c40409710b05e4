/**
 * Many strokes in one go, the last one first: it takes what it covers, and what is taken is closed to all before it. A place
 * that was painted a hundred times is so worked out about once. The result is that of drawing them one after the other.
 */
import { strokePatch } from "./draw-stroke.ts";
import type { Stroke } from "./mask-document.ts";
import { cutPatch, isEmpty, type MaskWindow, type Patch } from "./mask-window.ts";
import { Shares } from "./shares.ts";
import { StrokeRows } from "./stroke-rows.ts";

/** Drawn in bands, so that what is shared out stays near the processor. */
const bandPixels = 1 << 19;

export function drawStrokes(mask: Uint8Array, window: MaskWindow, strokes: readonly Stroke[], clip: Patch): void {
  const { top, bottom } = clip;
  const waiting = strokes.toReversed().flatMap((stroke) => {
    const patch = strokePatch(window, stroke, stroke.points, 0, clip);
    return isEmpty(patch) ? [] : [new Waiting(stroke, window, patch)];
  });
  const height = Math.max(1, Math.min(bottom - top, Math.floor(bandPixels / window.width)));
  const shares = new Shares(window.width, height);
  for (let first = top; first < bottom; first += height) {
    const band = { ...clip, top: first, bottom: Math.min(bottom, first + height) };
    shares.begin(first, band.bottom - first);
    for (const stroke of waiting) stroke.draw(shares, band);
    shares.lay(mask, band);
  }
}

/** A stroke that is taken apart when it is first seen that something of it will be left to see. */
class Waiting {
  private readonly stroke: Stroke;
  private readonly window: MaskWindow;
  private readonly patch: Patch;
  private rows: StrokeRows | null = null;

  constructor(stroke: Stroke, window: MaskWindow, patch: Patch) {
    this.stroke = stroke;
    this.window = window;
    this.patch = patch;
  }

  draw(shares: Shares, band: Patch): void {
    if (this.patch.bottom <= band.top || this.patch.top >= band.bottom) return;
    const patch = cutPatch(band, this.patch);
    if (shares.isTaken(patch)) return;
    this.rows ??= new StrokeRows(this.window, this.stroke, this.stroke.points, 0);
    this.rows.draw(shares.of(this.stroke.mode), patch);
  }
}

/**
 * Strokes row by row. Each pixel takes the strongest part that reaches it, so the result depends neither on the order nor on
 * how often a place was passed, and a stroke can be drawn while it grows. What is covered fully is filled in one go; only
 * pixels of the soft rim are looked at one by one.
 */
import { isEmpty, type MaskWindow, type Patch } from "./mask-window.ts";
import type { Columns, PartTable } from "./part-table.ts";
import { SolidRow } from "./solid-row.ts";
import { type Brush, hasEvenPressure, partsOf } from "./stroke-parts.ts";
import { Rim } from "./stroke-rim.ts";

/** What a stroke is drawn on. Columns are those of the raster, up to the second and not with it. */
export interface Canvas {
  /** Which stretches can no longer change, so that nobody works out what would come there. */
  readonly finished: FinishedRows | null;
  /** Covers the columns of a row fully. */
  fill(row: number, from: number, to: number): void;
  /** Covers each column of a row as much as its level says. */
  merge(row: number, from: number, to: number, levels: Uint8Array): void;
}

export interface FinishedRows {
  /** The first stretch between two columns that may still change begins here; at `to` where there is none. */
  nextOpen(row: number, from: number, to: number): number;
  /** Where the stretch ends that begins at `from`. */
  endOfOpen(row: number, from: number, to: number): number;
  /** Where the last of them ends; at `from` where there is none. */
  endOfLastOpen(row: number, from: number, to: number): number;
}

/** A stroke made ready to be drawn; it can be drawn in several pieces. */
export class StrokeRows {
  private readonly parts: PartTable;
  private readonly order: Int32Array;
  private readonly rim: Rim;
  private readonly solid: SolidRow;
  private readonly columns: Columns = { from: 0, to: 0, solidFrom: 0, solidTo: 0 };
  // Of fixed size, as they change with every row: an array that shrinks and grows is copied each time.
  private readonly active: Int32Array;
  private readonly reaches: Int32Array;

  /** From its point number `from` on. */
  constructor(window: MaskWindow, brush: Brush, points: readonly number[], from: number) {
    this.parts = partsOf(brush, points, from, window);
    this.order = this.parts.inOrder();
    this.rim = new Rim(this.parts, brush, hasEvenPressure(points, Math.max(0, from - 1)));
    this.solid = new SolidRow(this.parts.count);
    this.active = new Int32Array(this.parts.count);
    this.reaches = new Int32Array(this.parts.count * 2);
  }

  /** Draws what of it lies in the patch. */
  draw(canvas: Canvas, patch: Patch): void {
    if (isEmpty(patch)) return;
    const { parts, order, active } = this;
    let count = 0;
    let next = 0;
    for (let row = patch.top; row < patch.bottom; row += 1) {
      for (; next < order.length; next += 1) {
        const part = order[next] ?? 0;
        if (parts.top(part) > row) break;
        active[count] = part;
        count += 1;
      }
      const left = canvas.finished?.nextOpen(row, patch.left, patch.right) ?? patch.left;
      if (left >= patch.right) continue;
      const right = canvas.finished?.endOfLastOpen(row, left, patch.right) ?? patch.right;
      count = this.drawRow(canvas, row, left, right, count);
    }
  }

  /** Of so many parts that have begun above; answers how many of them have not ended. */
  private drawRow(canvas: Canvas, row: number, left: number, right: number, count: number): number {
    const { parts, active, reaches, solid, columns } = this;
    solid.begin();
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const index = active[at] ?? 0;
      if (parts.bottom(index) <= row) continue;
      parts.findColumns(index, row, left, right, columns);
      active[kept] = index;
      reaches[kept * 2] = columns.from;
      reaches[kept * 2 + 1] = columns.to;
      kept += 1;
      if (columns.solidFrom < columns.solidTo) solid.add(columns.solidFrom, columns.solidTo);
    }
    solid.join();
    for (let at = 0; at < solid.count; at += 1) canvas.fill(row, solid.from[at] ?? 0, solid.to[at] ?? 0);
    for (let at = 0; at < kept; at += 1) {
      const part = active[at] ?? 0;
      const last = reaches[at * 2 + 1] ?? 0;
      for (let from = reaches[at * 2] ?? 0; from < last; ) {
        const begin = solid.endAround(from);
        const end = Math.min(last, solid.nextFrom(begin));
        this.drawRim(canvas, part, row, begin, end);
        from = Math.max(begin, end);
      }
    }
    return kept;
  }

  private drawRim(canvas: Canvas, part: number, row: number, from: number, to: number): void {
    const { rim } = this;
    const { finished } = canvas;
    for (let open = from; open < to; ) {
      const start = finished ? finished.nextOpen(row, open, to) : open;
      const stop = finished ? finished.endOfOpen(row, start, to) : to;
      if (start < stop) {
        canvas.merge(row, start, stop, rim.measure(part, row, start, stop));
      }
      open = stop;
    }
  }
}

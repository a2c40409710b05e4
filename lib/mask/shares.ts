/** What of every pixel strokes have made white and black, the last stroke first; the rest is still to be had by those before it. */
import type { PaintMode } from "./mask-document.ts";
import type { Patch } from "./mask-window.ts";
import { endOfGroup, Groups, hasBlack, hasWhite, isTaken } from "./share-groups.ts";
import type { Canvas } from "./stroke-rows.ts";

/** For as many rows at a time as it is high. */
export class Shares {
  private readonly width: number;
  private readonly white: Uint8Array;
  private readonly black: Uint8Array;
  private readonly groups: Groups;
  private readonly adding: Share;
  private readonly subtracting: Share;
  private top = 0;

  constructor(width: number, height: number) {
    this.width = width;
    this.white = new Uint8Array(width * height);
    this.black = new Uint8Array(width * height);
    this.groups = new Groups(width, height);
    this.adding = new Share(this.white, this.black, hasWhite, width, this.groups);
    this.subtracting = new Share(this.black, this.white, hasBlack, width, this.groups);
  }

  /** Nothing is taken of so many rows from here on. */
  begin(top: number, rows: number): void {
    this.top = this.groups.top = this.adding.top = this.subtracting.top = top;
    this.white.fill(0);
    this.black.fill(0);
    this.groups.clear(rows);
  }

  /** Whether nothing of these pixels is left to be had. */
  isTaken(patch: Patch): boolean {
    return this.groups.isTaken(patch);
  }

  of(mode: PaintMode): Canvas {
    return mode === "add" ? this.adding : this.subtracting;
  }

  /** Over what was there before all strokes. */
  lay(mask: Uint8Array, patch: Patch): void {
    for (let row = patch.top; row < patch.bottom; row += 1) this.layRow(mask, row, patch.left, patch.right);
  }

  private layRow(mask: Uint8Array, row: number, left: number, right: number): void {
    const { width, groups } = this;
    for (let from = left; from < right; ) {
      const to = groups.endOfSame(row, from, right);
      const known = groups.at(row, from);
      if (known === (isTaken | hasWhite)) mask.fill(255, row * width + from, row * width + to);
      else if (known === (isTaken | hasBlack)) mask.fill(0, row * width + from, row * width + to);
      else if (known !== 0) this.mix(mask, row, from, to);
      from = to;
    }
  }

  private mix(mask: Uint8Array, row: number, from: number, to: number): void {
    const { width, white, black } = this;
    const above = this.top * width;
    for (let at = row * width + from; at < row * width + to; at += 1) {
      const high = 255 - (black[at - above] ?? 0);
      mask[at] = Math.max(white[at - above] ?? 0, Math.min(high, mask[at] ?? 0));
    }
  }
}

class Share implements Canvas {
  readonly finished: Groups;
  top = 0;
  private readonly own: Uint8Array;
  private readonly other: Uint8Array;
  private readonly sign: number;
  private readonly width: number;

  constructor(own: Uint8Array, other: Uint8Array, sign: number, width: number, groups: Groups) {
    this.own = own;
    this.other = other;
    this.sign = sign;
    this.width = width;
    this.finished = groups;
  }

  fill(row: number, from: number, to: number): void {
    const { finished, sign } = this;
    const { known } = finished;
    let index = finished.indexOf(row, from);
    for (let start = from; start < to; index += 1) {
      const end = Math.min(to, endOfGroup(start));
      const state = known[index] ?? 0;
      if ((state & isTaken) === 0) {
        const isWhole = finished.isWhole(start, end);
        const isShared = (state & ~sign) !== 0;
        // Of a group that is of one colour only that is known: nobody reads its pixels.
        if (isShared || !isWhole) this.fillRest(row, start, end, isShared);
        if (isWhole) finished.take(index, sign);
        else known[index] = state | sign;
      }
      start = end;
    }
  }

  private fillRest(row: number, from: number, to: number, isShared: boolean): void {
    const { own, other } = this;
    const start = (row - this.top) * this.width;
    for (let at = start + from; at < start + to; at += 1) own[at] = isShared ? 255 - (other[at] ?? 0) : 255;
  }

  merge(row: number, from: number, to: number, levels: Uint8Array): void {
    const { own, other } = this;
    for (let column = from, at = (row - this.top) * this.width + from; column < to; column += 1, at += 1) {
      const level = levels[column] ?? 0;
      if (level <= (own[at] ?? 0)) continue;
      const room = 255 - (other[at] ?? 0);
      own[at] = Math.min(level, room);
    }
    this.finished.mark(row, from, to, this.sign);
  }
}

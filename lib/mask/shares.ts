/** What of every pixel strokes have made white and black, the last stroke first; the rest is still to be had by those before it. */
import type { PaintMode } from "./mask-document.ts";
import type { Patch } from "./mask-window.ts";
import type { Canvas, FinishedRows } from "./stroke-rows.ts";

/** Columns are watched in groups. */
const groupBits = 5;
const groupSize = 1 << groupBits;

/** What is known of a group: whether a colour has come into it, and whether all of it is taken. */
const hasWhite = 1;
const hasBlack = 2;
const isTaken = 4;

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

  /** Nothing is taken of the rows from here on. */
  begin(top: number): void {
    this.top = this.groups.top = this.adding.top = this.subtracting.top = top;
    this.white.fill(0);
    this.black.fill(0);
    this.groups.clear();
  }

  /** Whether nothing of these pixels is left to be had. */
  isTaken({ left, top, right, bottom }: Patch): boolean {
    for (let row = top; row < bottom; row += 1) if (!this.groups.has(row, left, right)) return false;
    return true;
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
    const { own, other, sign, finished } = this;
    const foreign = (hasWhite | hasBlack) ^ sign;
    const start = (row - this.top) * this.width;
    for (let open = from; open < to; ) {
      const end = finished.endOfSame(row, open, to);
      const known = finished.at(row, open);
      if ((known & isTaken) === 0) {
        if ((known & foreign) === 0) own.fill(255, start + open, start + end);
        else for (let at = start + open; at < start + end; at += 1) own[at] = 255 - (other[at] ?? 0);
      }
      open = end;
    }
    finished.take(row, from, to, sign);
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

class Groups implements FinishedRows {
  top = 0;
  private readonly width: number;
  private readonly count: number;
  private readonly known: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.count = Math.ceil(width / groupSize);
    this.known = new Uint8Array(this.count * height);
  }

  clear(): void {
    this.known.fill(0);
  }

  at(row: number, column: number): number {
    return this.known[(row - this.top) * this.count + (column >> groupBits)] ?? 0;
  }

  /** How far from a column on the groups are in the same state. */
  endOfSame(row: number, from: number, to: number): number {
    const { known, count } = this;
    const state = this.at(row, from);
    let group = (from >> groupBits) + 1;
    while (group << groupBits < to && known[(row - this.top) * count + group] === state) group += 1;
    return Math.min(to, group << groupBits);
  }

  has(row: number, from: number, to: number): boolean {
    return this.nextOpen(row, from, to) >= to;
  }

  nextOpen(row: number, from: number, to: number): number {
    const { known, count } = this;
    let at = from;
    while (at < to && ((known[(row - this.top) * count + (at >> groupBits)] ?? 0) & isTaken) !== 0)
      at = ((at >> groupBits) + 1) << groupBits;
    return Math.min(at, to);
  }

  endOfOpen(row: number, from: number, to: number): number {
    const { known, count } = this;
    let at = from;
    while (at < to && ((known[(row - this.top) * count + (at >> groupBits)] ?? 0) & isTaken) === 0)
      at = ((at >> groupBits) + 1) << groupBits;
    return Math.min(at, to);
  }

  mark(row: number, from: number, to: number, sign: number): void {
    const { known, count } = this;
    const last = (row - this.top) * count + ((to - 1) >> groupBits);
    for (let group = (row - this.top) * count + (from >> groupBits); group <= last; group += 1) {
      const state = known[group] ?? 0;
      if ((state & isTaken) === 0) known[group] = state | sign;
    }
  }

  /** All of the groups that lie wholly between two columns; into the others the colour comes. */
  take(row: number, from: number, to: number, sign: number): void {
    this.mark(row, from, to, sign);
    const { known, count } = this;
    const first = (row - this.top) * count + ((from + groupSize - 1) >> groupBits);
    const last = (row - this.top) * count + (to === this.width ? count : to >> groupBits);
    for (let group = first; group < last; group += 1) known[group] = (known[group] ?? 0) | isTaken;
  }
}

/** What is known of the pixels of some rows, by groups of columns: asked far more often than it changes, and a group at a time. */
import type { Patch } from "./mask-window.ts";
import type { FinishedRows } from "./stroke-rows.ts";

const groupBits = 5;
const groupSize = 1 << groupBits;

/** Whether a colour has come into a group, and whether all of it is taken. */
export const hasWhite = 1;
export const hasBlack = 2;
export const isTaken = 4;

export class Groups implements FinishedRows {
  top = 0;
  /** Group after group, row after row. */
  readonly known: Uint8Array;
  private readonly width: number;
  private readonly count: number;
  /** How many groups can still change, by columns of them. */
  private readonly open: Uint16Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.count = Math.ceil(width / groupSize);
    this.known = new Uint8Array(this.count * height);
    this.open = new Uint16Array(this.count);
  }

  /** For the first rows, as many as they are. */
  clear(rows: number): void {
    this.known.fill(0);
    this.open.fill(rows);
  }

  /** Whether nothing of these pixels is left to be had. */
  isTaken({ left, top, right, bottom }: Patch): boolean {
    const { known, open, count } = this;
    for (let group = left >> groupBits; group << groupBits < right; group += 1) {
      if (open[group] === 0) continue;
      const last = (bottom - this.top) * count + group;
      for (let index = (top - this.top) * count + group; index < last; index += count)
        if (((known[index] ?? 0) & isTaken) === 0) return false;
    }
    return true;
  }

  at(row: number, column: number): number {
    return this.known[this.indexOf(row, column)] ?? 0;
  }

  /** How far from a column on the groups are in the same state. */
  endOfSame(row: number, from: number, to: number): number {
    const { known } = this;
    const index = this.indexOf(row, from);
    const state = known[index];
    let next = index + 1;
    let at = ((from >> groupBits) + 1) << groupBits;
    for (; at < to && known[next] === state; next += 1) at += groupSize;
    return Math.min(to, at);
  }

  nextOpen(row: number, from: number, to: number): number {
    const { known } = this;
    let at = from;
    for (let index = this.indexOf(row, from); at < to && ((known[index] ?? 0) & isTaken) !== 0; index += 1) at = endOfGroup(at);
    return Math.min(at, to);
  }

  endOfOpen(row: number, from: number, to: number): number {
    const { known } = this;
    let at = from;
    for (let index = this.indexOf(row, from); at < to && ((known[index] ?? 0) & isTaken) === 0; index += 1) at = endOfGroup(at);
    return Math.min(at, to);
  }

  endOfLastOpen(row: number, from: number, to: number): number {
    const { known } = this;
    let at = to;
    for (let index = this.indexOf(row, to - 1); at > from && ((known[index] ?? 0) & isTaken) !== 0; index -= 1)
      at = ((at - 1) >> groupBits) << groupBits;
    return Math.max(at, from);
  }

  mark(row: number, from: number, to: number, sign: number): void {
    const { known } = this;
    const last = this.indexOf(row, to - 1);
    for (let index = this.indexOf(row, from); index <= last; index += 1) {
      const state = known[index] ?? 0;
      if ((state & isTaken) === 0) known[index] = state | sign;
    }
  }

  /** All of a group, by where it is told of. */
  take(index: number, sign: number): void {
    const { known, open, count } = this;
    known[index] = (known[index] ?? 0) | isTaken | sign;
    open[index % count] = (open[index % count] ?? 0) - 1;
  }

  /** Whether these columns of one group are all that it has. */
  isWhole(from: number, to: number): boolean {
    return to - from === groupSize || (to === this.width && from % groupSize === 0);
  }

  /** Where it is told of the group that a pixel lies in; that of the next columns stands next to it. */
  indexOf(row: number, column: number): number {
    return (row - this.top) * this.count + (column >> groupBits);
  }
}

export function endOfGroup(column: number): number {
  return ((column >> groupBits) + 1) << groupBits;
}

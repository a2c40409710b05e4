/** What is known of the pixels of some rows, by groups of columns: asked far more often than it changes, and a group at a time. */
import type { FinishedRows } from "./stroke-rows.ts";

const groupBits = 5;
const groupSize = 1 << groupBits;

/** Whether a colour has come into a group, and whether all of it is taken. */
export const hasWhite = 1;
export const hasBlack = 2;
export const isTaken = 4;

export class Groups implements FinishedRows {
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
    let at = from;
    while (at < to && (this.at(row, at) & isTaken) !== 0) at = ((at >> groupBits) + 1) << groupBits;
    return Math.min(at, to);
  }

  endOfOpen(row: number, from: number, to: number): number {
    let at = from;
    while (at < to && (this.at(row, at) & isTaken) === 0) at = ((at >> groupBits) + 1) << groupBits;
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

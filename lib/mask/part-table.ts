/**
 * The parts of a stroke as one table of numbers: they are asked for every row they reach, and tens of thousands of objects would be in the
 * way of all else. For one row of pixels a part answers from where to where it reaches, so that nobody measures the distance of a
 * pixel to all of the stroke.
 */
import { type Box, boxAlong, overlap, type StrokePart, slack } from "./stroke-part.ts";

/** Columns of a row, each stretch up to its second number and not with it; reused, as millions are asked for. */
export interface Columns {
  from: number;
  to: number;
  solidFrom: number;
  solidTo: number;
}

/** Where a number stands in what the table holds of a part. */
export const field = {
  ...{ x: 0, y: 1, ux: 2, uy: 3, length: 4, radius: 5, endRadius: 6, solid: 7, reach: 8 },
  ...{ near: 9, far: 10, solidNear: 11, solidFar: 12 },
  ...{ left: 13, right: 14, top: 15, bottom: 16 },
  ...{ beforeUx: 17, beforeUy: 18, afterUx: 19, afterUy: 20 },
} as const;
export const fieldCount = 21;

export class PartTable {
  count = 0;
  /** Part after part. */
  numbers: Float64Array;

  /** Makes room for so many; it grows where they are more. */
  constructor(room: number) {
    this.numbers = new Float64Array(Math.max(1, room) * fieldCount);
  }

  /** All of a part. */
  add(part: StrokePart): void {
    this.write(part, part.near, part.far, part.solidNear, part.solidFar, part);
  }

  /** What of a body lies farther to its sides than a distance. */
  addRims(body: StrokePart, hollow: number): void {
    this.write(body, hollow, body.far, hollow, body.solidFar, boxAlong(body, hollow, body.far));
    this.write(body, body.near, -hollow, body.solidNear, -hollow, boxAlong(body, body.near, -hollow));
  }

  /** Which parts there are, in the order in which they begin: rows are drawn from above to below. */
  inOrder(): Int32Array {
    const { count } = this;
    // Both in one number, as a list of plain numbers is sorted many times as fast.
    const keys = Float64Array.from({ length: count }, (_, index) => this.top(index) * count + index).sort();
    return Int32Array.from(keys, (key) => key - Math.floor(key / count) * count);
  }

  top(index: number): number {
    return this.numbers[index * fieldCount + field.top] ?? 0;
  }

  bottom(index: number): number {
    return this.numbers[index * fieldCount + field.bottom] ?? 0;
  }

  /**
   * The pixels of a row between `first` and `last` (not with it) that the part reaches, and those that it covers fully.
   * Written out in plain numbers: it runs for every row of every part.
   */
  findColumns(index: number, row: number, first: number, last: number, columns: Columns): void {
    const { numbers } = this;
    const at = index * fieldCount;
    columns.from = columns.to = columns.solidFrom = columns.solidTo = 0;
    if ((numbers[at + field.right] ?? 0) <= first || (numbers[at + field.left] ?? 0) >= last) return;
    const x = numbers[at + field.x] ?? 0;
    const ux = numbers[at + field.ux] ?? 0;
    const uy = numbers[at + field.uy] ?? 0;
    const length = numbers[at + field.length] ?? 0;
    const solid = numbers[at + field.solid] ?? 0;
    const down = row + 0.5 - (numbers[at + field.y] ?? 0);
    let low = first + 0.5 - x;
    let high = last - 0.5 - x;
    // Along the body, or between the two that a disc stands between.
    if (length > 0) {
      const start = -down * uy - overlap;
      const end = start + length + 2 * overlap;
      if (ux === 0) {
        if (start > 0 || end < 0) return;
      } else {
        low = Math.max(low, (ux > 0 ? start : end) / ux);
        high = Math.min(high, (ux > 0 ? end : start) / ux);
      }
    } else {
      const beforeUx = numbers[at + field.beforeUx] ?? 0;
      const ahead = -down * (numbers[at + field.beforeUy] ?? 0);
      if (beforeUx > 0) low = Math.max(low, ahead / beforeUx);
      else if (beforeUx < 0) high = Math.min(high, ahead / beforeUx);
      else if (ahead > slack) return;
      const afterUx = numbers[at + field.afterUx] ?? 0;
      const behind = -down * (numbers[at + field.afterUy] ?? 0);
      if (afterUx > 0) high = Math.min(high, behind / afterUx);
      else if (afterUx < 0) low = Math.max(low, behind / afterUx);
      else if (behind < -slack) return;
    }
    if (low > high + 2 * slack) return;
    // To both sides of it.
    const near = numbers[at + field.near] ?? 0;
    const far = numbers[at + field.far] ?? 0;
    const solidNear = numbers[at + field.solidNear] ?? 0;
    const solidFar = numbers[at + field.solidFar] ?? 0;
    let left = Number.NEGATIVE_INFINITY;
    let right = Number.POSITIVE_INFINITY;
    let solidLeft = left;
    let solidRight = right;
    if (length === 0) {
      const reach = numbers[at + field.reach] ?? 0;
      right = Math.sqrt(reach * reach - down * down);
      left = -right;
      solidRight = Math.sqrt(solid * solid - down * down);
      solidLeft = -solidRight;
    } else if (uy !== 0) {
      const middle = down * ux;
      left = (middle + (uy > 0 ? near : far)) / uy;
      right = (middle + (uy > 0 ? far : near)) / uy;
      solidLeft = (middle + (uy > 0 ? solidNear : solidFar)) / uy;
      solidRight = (middle + (uy > 0 ? solidFar : solidNear)) / uy;
    } else {
      const across = -down * ux;
      if (across < near - slack || across > far + slack) return;
      if (across < solidNear - slack || across > solidFar + slack) solidLeft = solidRight = Number.NaN;
    }
    const from = wholeFrom(x + Math.max(low, left), last);
    const to = wholeTo(x + Math.min(high, right), first);
    if (from >= to) return;
    columns.from = from;
    columns.to = to;
    if (solid < 0) return;
    const solidFrom = wholeFrom(x + Math.max(low, solidLeft), last);
    const solidTo = wholeTo(x + Math.min(high, solidRight), first);
    if (solidFrom >= solidTo) return;
    columns.solidFrom = solidFrom;
    columns.solidTo = solidTo;
  }

  /** Written out, as it runs for tens of thousands of parts: a list of names would be looked up for each. */
  private write(part: StrokePart, near: number, far: number, solidNear: number, solidFar: number, box: Box): void {
    const at = this.count * fieldCount;
    if (at === this.numbers.length) {
      const larger = new Float64Array(at * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    const { numbers } = this;
    this.count += 1;
    numbers[at + field.x] = part.x;
    numbers[at + field.y] = part.y;
    numbers[at + field.ux] = part.ux;
    numbers[at + field.uy] = part.uy;
    numbers[at + field.length] = part.length;
    numbers[at + field.radius] = part.radius;
    numbers[at + field.endRadius] = part.endRadius;
    numbers[at + field.solid] = part.solid;
    numbers[at + field.reach] = part.reach;
    numbers[at + field.near] = near;
    numbers[at + field.far] = far;
    numbers[at + field.solidNear] = solidNear;
    numbers[at + field.solidFar] = solidFar;
    numbers[at + field.left] = box.left;
    numbers[at + field.right] = box.right;
    numbers[at + field.top] = box.top;
    numbers[at + field.bottom] = box.bottom;
    const { before, after } = part;
    // Where there is none no side is any farther: 0 in both directions, as it is already.
    if (before) {
      numbers[at + field.beforeUx] = before.ux;
      numbers[at + field.beforeUy] = before.uy;
    }
    if (after) {
      numbers[at + field.afterUx] = after.ux;
      numbers[at + field.afterUy] = after.uy;
    }
  }
}

/** The first pixel whose middle lies right of a place, at most `last`. Where the row passes a disc by no place is a number: both ends are 0 then. */
function wholeFrom(place: number, last: number): number {
  return Math.min(last, Math.ceil(place - 0.5 - slack)) | 0;
}

/** The pixel after the last whose middle lies left of it, at least `first`. */
function wholeTo(place: number, first: number): number {
  return Math.max(first, Math.floor(place - 0.5 + slack) + 1) | 0;
}

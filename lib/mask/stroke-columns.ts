/** For one row of pixels, from where to where a part of a stroke reaches, so that nobody measures the distance of a pixel to all of the stroke. */
import { overlap, type StrokePart, slack } from "./stroke-part.ts";

/** Columns of a row, each stretch up to its second number and not with it; reused, as millions are asked for. */
export interface Columns {
  from: number;
  to: number;
  solidFrom: number;
  solidTo: number;
}

/**
 * The pixels of a row between `first` and `last` (not with it) that the part reaches, and those that it covers fully.
 * Written out in plain numbers: it runs for every row of every part.
 */
export function findColumns(part: StrokePart, row: number, first: number, last: number, columns: Columns): void {
  const { x, ux, uy, length, reach, solid, near, far, solidNear, solidFar } = part;
  const down = row + 0.5 - part.y;
  columns.from = columns.to = columns.solidFrom = columns.solidTo = 0;
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
    const { before, after } = part;
    if (before) {
      const limit = -down * before.uy;
      if (before.ux > 0) low = Math.max(low, limit / before.ux);
      else if (before.ux < 0) high = Math.min(high, limit / before.ux);
      else if (limit > slack) return;
    }
    if (after) {
      const limit = -down * after.uy;
      if (after.ux > 0) high = Math.min(high, limit / after.ux);
      else if (after.ux < 0) low = Math.max(low, limit / after.ux);
      else if (limit < -slack) return;
    }
  }
  if (low > high + 2 * slack) return;
  // To both sides of it.
  let [left, right, solidLeft, solidRight] = [
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ];
  if (length === 0) {
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

/** The first pixel whose middle lies right of a place, at most `last`. Where the row passes a disc by no place is a number: both ends are 0 then. */
function wholeFrom(place: number, last: number): number {
  return Math.min(last, Math.ceil(place - 0.5 - slack)) | 0;
}

/** The pixel after the last whose middle lies left of it, at least `first`. */
function wholeTo(place: number, first: number): number {
  return Math.max(first, Math.floor(place - 0.5 + slack) + 1) | 0;
}

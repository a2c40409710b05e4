/**
 * A stroke taken apart: a body between neighbouring points, and at every point the piece of a disc that no body covers. For one row of
 * pixels each part answers from where to where it reaches, so that nobody has to measure the distance of a pixel to all of the stroke.
 */
import type { Stroke } from "./mask-document.ts";
import type { MaskWindow } from "./mask-window.ts";

export type Brush = Pick<Stroke, "mode" | "size" | "hardness">;

export interface StrokePart {
  /** A point of the stroke in the raster, and the direction from there to the next; a disc goes nowhere. */
  readonly x: number;
  readonly y: number;
  readonly ux: number;
  readonly uy: number;
  /** 0 for a disc. */
  readonly length: number;
  readonly radius: number;
  readonly endRadius: number;
  /** Up to this distance it covers fully; negative where nowhere. */
  readonly solid: number;
  readonly reach: number;
  readonly top: number;
  readonly bottom: number;
  /** A disc counts only where the bodies beside it do not: ahead of the one before it, behind the one after it. */
  readonly before: StrokePart | null;
  readonly after: StrokePart | null;
}

/** The parts drawn by a stroke from its point number `from`. */
export function partsOf({ size, hardness }: Brush, points: readonly number[], from: number, window: MaskWindow): readonly StrokePart[] {
  const count = Math.floor(points.length / 3);
  const at = (index: number) => ({
    x: ((points[index * 3] ?? 0) - window.x) * window.scale,
    y: ((points[index * 3 + 1] ?? 0) - window.y) * window.scale,
    radius: (size / 2) * (points[index * 3 + 2] ?? 1) * window.scale,
  });
  const parts: StrokePart[] = [];
  const isEven = hasEvenPressure(points, Math.max(0, from - 1));
  let body = from > 0 && from < count ? bodyBetween(at(from - 1), at(from), hardness) : null;
  if (body) parts.push(body);
  for (let index = from; index < count; index += 1) {
    const here = at(index);
    const next = index + 1 < count ? bodyBetween(here, at(index + 1), hardness) : null;
    const disc = isEven ? discBetween(here, hardness, body, next) : discBetween(here, hardness, null, null);
    if (disc) parts.push(disc);
    if (next) parts.push(next);
    body = next;
  }
  return parts;
}

export function hasEvenPressure(points: readonly number[], from: number): boolean {
  for (let at = from * 3 + 5; at < points.length; at += 3) if (points[at] !== points[from * 3 + 2]) return false;
  return true;
}

/** Up to this distance a brush covers fully; half a pixel stays for the smooth edge. */
export function solidRadius(radius: number, hardness: number): number {
  return Math.min(radius * hardness, radius - 0.5);
}

/** Points nearer to each other are one. */
const shortest = 1e-6;
/** A body goes on a little beyond its ends, so that a disc can be left out where bodies hardly turn: most of a stroke's. */
const overlap = 0.02;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Null where nothing of it would be seen between the bodies. */
function discBetween({ x, y, radius }: Place, hardness: number, before: StrokePart | null, after: StrokePart | null): StrokePart | null {
  const reach = radius + 0.5;
  const bounds = before && after ? wedgeBounds(before, after, reach) : { above: -reach, below: reach };
  if (!bounds) return null;
  const box = { top: Math.floor(y + bounds.above - slack), bottom: Math.ceil(y + bounds.below + slack) };
  const solid = solidRadius(radius, hardness);
  return { x, y, ux: 0, uy: 0, length: 0, radius, endRadius: radius, solid, reach, ...box, before, after };
}

/** How far up and down the piece reaches that opens on the outer side of a turn. */
function wedgeBounds(before: StrokePart, after: StrokePart, reach: number): { readonly above: number; readonly below: number } | null {
  const turn = before.ux * after.uy - before.uy * after.ux;
  if (before.ux * after.ux + before.uy * after.uy <= 0) return { above: -reach, below: reach };
  if (reach * Math.abs(turn) < overlap) return null;
  const side = turn > 0 ? -reach : reach;
  const [one, other] = [side * before.ux, side * after.ux];
  // Where it goes past straight up or down it reaches farthest there.
  const isSteep = before.uy * after.uy < 0;
  const far = one + other < 0 ? -reach : reach;
  return { above: Math.min(0, one, other, isSteep ? far : 0), below: Math.max(0, one, other, isSteep ? far : 0) };
}

function bodyBetween(from: Place, to: Place, hardness: number): StrokePart | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < shortest) return null;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const reach = Math.max(from.radius, to.radius) + 0.5;
  const solid = solidRadius(Math.min(from.radius, to.radius), hardness);
  const aside = reach * Math.abs(ux) + overlap;
  const box = { top: Math.floor(Math.min(from.y, to.y) - aside), bottom: Math.ceil(Math.max(from.y, to.y) + aside) };
  return {
    x: from.x,
    y: from.y,
    ux,
    uy,
    length,
    radius: from.radius,
    endRadius: to.radius,
    solid,
    reach,
    ...box,
    before: null,
    after: null,
  };
}

/** Columns of a row, each stretch up to its second number and not with it; reused, as millions are asked for. */
export interface Columns {
  from: number;
  to: number;
  solidFrom: number;
  solidTo: number;
}

const slack = 1e-6;

/**
 * The pixels of a row between `first` and `last` (not with it) that the part reaches, and those that it covers fully.
 * Written out in plain numbers: it runs for every row of every part.
 */
export function findColumns(part: StrokePart, row: number, first: number, last: number, columns: Columns): void {
  const { x, ux, uy, length, reach, solid } = part;
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
  let middle = 0;
  let half = Number.POSITIVE_INFINITY;
  let solidHalf = Number.POSITIVE_INFINITY;
  if (length === 0) {
    half = Math.sqrt(reach * reach - down * down);
    solidHalf = Math.sqrt(solid * solid - down * down);
  } else if (uy !== 0) {
    middle = (down * ux) / uy;
    half = reach / Math.abs(uy);
    solidHalf = solid / Math.abs(uy);
  } else {
    if (Math.abs(down) > reach + slack) return;
    if (Math.abs(down) > solid + slack) solidHalf = Number.NaN;
  }
  // Not a number where the row passes the disc by: then no comparison holds.
  const from = Math.ceil(x + Math.max(low, middle - half) - 0.5 - slack);
  const to = Math.floor(x + Math.min(high, middle + half) - 0.5 + slack) + 1;
  if (!(from < to)) return;
  columns.from = from;
  columns.to = to;
  if (solid < 0) return;
  const solidFrom = Math.ceil(x + Math.max(low, middle - solidHalf) - 0.5 - slack);
  const solidTo = Math.floor(x + Math.min(high, middle + solidHalf) - 0.5 + slack) + 1;
  if (!(solidFrom < solidTo)) return;
  columns.solidFrom = solidFrom;
  columns.solidTo = solidTo;
}

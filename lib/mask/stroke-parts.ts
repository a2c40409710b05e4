/**
 * A stroke taken apart: a disc at every point and a body between neighbours. For one row of pixels each part answers from
 * where to where it reaches, so that nobody has to measure the distance of a pixel to all of the stroke.
 */
import type { Stroke } from "./mask-document.ts";
import type { MaskWindow } from "./mask-window.ts";

export type Brush = Pick<Stroke, "mode" | "size" | "hardness">;

export interface StrokePart {
  /** A point of the stroke in the raster, and the way from there to the next; a disc goes nowhere. */
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  /** 0 for a disc. */
  readonly length: number;
  readonly radius: number;
  readonly endRadius: number;
  /** Up to this distance it covers fully; negative where nowhere. */
  readonly solid: number;
  readonly reach: number;
  readonly top: number;
  readonly bottom: number;
  /** A disc counts only where the bodies beside it do not: behind the one before it, ahead of the one after it. */
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
    parts.push(discAt(here, hardness, isEven ? body : null, isEven ? next : null));
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

interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function discAt({ x, y, radius }: Place, hardness: number, before: StrokePart | null, after: StrokePart | null): StrokePart {
  const reach = radius + 0.5;
  const solid = solidRadius(radius, hardness);
  const box = { top: Math.floor(y - reach), bottom: Math.ceil(y + reach) };
  return { x, y, dx: 0, dy: 0, length: 0, radius, endRadius: radius, solid, reach, ...box, before, after };
}

function bodyBetween(from: Place, to: Place, hardness: number): StrokePart | null {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  if (length < shortest) return null;
  const reach = Math.max(from.radius, to.radius) + 0.5;
  const solid = solidRadius(Math.min(from.radius, to.radius), hardness);
  const box = { top: Math.floor(Math.min(from.y, to.y) - reach), bottom: Math.ceil(Math.max(from.y, to.y) + reach) };
  const ends = { x: from.x, y: from.y, dx, dy, length, radius: from.radius, endRadius: to.radius };
  return { ...ends, solid, reach, ...box, before: null, after: null };
}

/** Columns `from` to `to` (not with it) of a row; reused, as millions are asked for. */
export interface Columns {
  from: number;
  to: number;
}

const slack = 1e-6;

/** The pixels of a row between `first` and `last` (not with it) whose centres lie within `distance` of the part. */
export function findColumns(part: StrokePart, row: number, distance: number, first: number, last: number, columns: Columns): void {
  const down = row + 0.5 - part.y;
  let left = first + 0.5 - part.x;
  let right = last - 0.5 - part.x;
  if (part.length === 0) {
    const half = Math.sqrt(distance * distance - down * down);
    // Not a number where the row passes the disc by: then no comparison holds below.
    left = Math.max(left, -half);
    right = Math.min(right, half);
  } else {
    const ux = part.dx / part.length;
    const uy = part.dy / part.length;
    columns.from = left;
    columns.to = right;
    cut(columns, uy, down * ux - distance, down * ux + distance);
    cut(columns, ux, -down * uy, part.length - down * uy);
    left = columns.from;
    right = columns.to;
  }
  columns.from = Math.ceil(part.x + left - 0.5 - slack);
  columns.to = Math.floor(part.x + right - 0.5 + slack) + 1;
  if (!(columns.from < columns.to)) columns.to = columns.from = 0;
}

/** Keeps the stretch in which `x * factor` lies between two limits. */
function cut(columns: Columns, factor: number, least: number, most: number): void {
  if (factor === 0) {
    if (least > slack || most < -slack) columns.to = Number.NEGATIVE_INFINITY;
    return;
  }
  columns.from = Math.max(columns.from, factor > 0 ? least / factor : most / factor);
  columns.to = Math.min(columns.to, factor > 0 ? most / factor : least / factor);
}

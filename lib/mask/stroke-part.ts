/** A piece of a stroke that can tell for itself what it covers: a body between two points, or a disc at one. */

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
  /** From where to where a body reaches, across the way it goes; and where it covers fully. */
  readonly near: number;
  readonly far: number;
  readonly solidNear: number;
  readonly solidFar: number;
  /** The pixels that hold all of it. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** A disc counts only where the bodies beside it do not: ahead of the one before it, behind the one after it. */
  readonly before: StrokePart | null;
  readonly after: StrokePart | null;
}

/** How far a number may be off that should be another. */
export const slack = 1e-6;

/** Up to this distance a brush covers fully; half a pixel stays for the smooth edge. */
export function solidRadius(radius: number, hardness: number): number {
  return Math.min(radius * hardness, radius - 0.5);
}

/** Points nearer to each other are one. */
const shortest = 1e-6;
/** A body goes on a little beyond its ends, so that a disc can be left out where bodies hardly turn: most of a stroke's. */
export const overlap = 0.02;

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Null where nothing of it would be seen between the bodies. Up to `hollow` others cover everything. */
export function discBetween(
  { x, y, radius }: Place,
  hardness: number,
  before: StrokePart | null,
  after: StrokePart | null,
  hollow: number,
): StrokePart | null {
  const reach = radius + 0.5;
  const bounds = before && after ? wedgeBounds(before, after, reach, hollow) : { above: -reach, below: reach };
  if (!bounds) return null;
  const box = boxAround(x, y, reach, bounds.above, bounds.below);
  const solid = solidRadius(radius, hardness);
  const across = { near: -reach, far: reach, solidNear: -solid, solidFar: solid };
  return { x, y, ux: 0, uy: 0, length: 0, radius, endRadius: radius, solid, reach, ...across, ...box, before, after };
}

interface Bounds {
  readonly above: number;
  readonly below: number;
}

/** How far up and down the piece reaches that opens on the outer side of a turn. */
function wedgeBounds(before: StrokePart, after: StrokePart, reach: number, hollow: number): Bounds | null {
  const turn = before.ux * after.uy - before.uy * after.ux;
  if (before.ux * after.ux + before.uy * after.uy <= 0) return { above: -reach, below: reach };
  if (reach * Math.abs(turn) < overlap) return null;
  const side = turn > 0 ? -reach : reach;
  const [one, other] = [side * before.ux, side * after.ux];
  const inner = Math.max(0, hollow) / reach;
  // Where it goes past straight up or down it reaches farthest there.
  const isSteep = before.uy * after.uy < 0;
  const far = one + other < 0 ? -reach : reach;
  const corners = [one, other, one * inner, other * inner, isSteep ? far : one];
  return { above: Math.min(...corners), below: Math.max(...corners) };
}

export function bodyBetween(from: Place, to: Place, hardness: number): StrokePart | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < shortest) return null;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const reach = Math.max(from.radius, to.radius) + 0.5;
  const solid = solidRadius(Math.min(from.radius, to.radius), hardness);
  const across = { near: -reach, far: reach, solidNear: -solid, solidFar: solid };
  const ends = { radius: from.radius, endRadius: to.radius, solid, reach };
  const place = { x: from.x, y: from.y, ux, uy, length };
  return { ...place, ...ends, ...across, ...boxAlong(place, -reach, reach), before: null, after: null };
}

type Way = Pick<StrokePart, "x" | "y" | "ux" | "uy" | "length">;
export type Box = Pick<StrokePart, "left" | "right" | "top" | "bottom">;

/** All that lies beside a way, from `near` to `far` of it. */
export function boxAlong({ x, y, ux, uy, length }: Way, near: number, far: number): Box {
  return {
    left: Math.floor(x + Math.min(0, ux * length) + Math.min(uy * near, uy * far) - overlap),
    right: Math.ceil(x + Math.max(0, ux * length) + Math.max(uy * near, uy * far) + overlap),
    top: Math.floor(y + Math.min(0, uy * length) + Math.min(-ux * near, -ux * far) - overlap),
    bottom: Math.ceil(y + Math.max(0, uy * length) + Math.max(-ux * near, -ux * far) + overlap),
  };
}

function boxAround(x: number, y: number, reach: number, above: number, below: number): Box {
  return {
    left: Math.floor(x - reach - slack),
    right: Math.ceil(x + reach + slack),
    top: Math.floor(y + above - slack),
    bottom: Math.ceil(y + below + slack),
  };
}

/** A disc that covers fully all that it reaches. */
export function solidDisc(x: number, y: number, radius: number): StrokePart {
  const across = { near: -radius, far: radius, solidNear: -radius, solidFar: radius };
  const box = boxAround(x, y, radius, -radius, radius);
  const ends = { radius, endRadius: radius, solid: radius, reach: radius };
  return { x, y, ux: 0, uy: 0, length: 0, ...ends, ...across, ...box, before: null, after: null };
}

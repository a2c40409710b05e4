/**
 * The middle of a stroke as few thick pieces. Hundreds of short bodies lie side by side, and nearly all of what they cover is covered
 * fully: one straight piece in place of many, a little thinner, covers most of that, and the bodies are left with their rims.
 */
import type { PartTable } from "./part-table.ts";
import { boxAlong, type StrokePart, solidDisc } from "./stroke-part.ts";

/** How far a stroke may bend away from a piece, as a share of what it covers fully to each side. */
const mostBend = 0.1;
const mostBodies = 32;
/** Thinner strokes are as quickly drawn whole. */
const leastSolid = 12;

/**
 * Adds the same in other parts: the bodies' rims, and pieces that cover what lies between them. Answers for each body up to which distance
 * from it all is covered by those pieces.
 */
export function hollowOut(bodies: readonly StrokePart[], parts: PartTable): readonly number[] {
  const hollows: number[] = [];
  for (let first = 0; first < bodies.length; ) {
    const { count, bend, solid } = straightFrom(bodies, first);
    const core = solid - bend;
    const hollow = core - bend;
    for (let at = first; at < first + count; at += 1) {
      const body = bodies[at];
      if (body && count > 1) parts.addRims(body, hollow);
      else if (body) parts.add(body);
      hollows.push(count > 1 ? hollow : 0);
    }
    const [start, last] = [bodies[first], bodies[first + count - 1]];
    if (start && last && count > 1) addCore(parts, start, endOf(last), core);
    first += count;
  }
  return hollows;
}

interface Straight {
  readonly count: number;
  /** The farthest that a point lies from the straight way. */
  readonly bend: number;
  /** What all of them cover fully. */
  readonly solid: number;
}

function straightFrom(bodies: readonly StrokePart[], first: number): Straight {
  for (let count = Math.min(mostBodies, bodies.length - first); count > 1; count >>= 1) {
    const solid = leastSolidOf(bodies, first, count);
    if (solid < leastSolid) continue;
    const bend = bendOf(bodies, first, count, solid * mostBend);
    if (bend !== null) return { count, bend, solid };
  }
  return { count: 1, bend: 0, solid: 0 };
}

function leastSolidOf(bodies: readonly StrokePart[], first: number, count: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = first; at < first + count; at += 1) least = Math.min(least, bodies[at]?.solid ?? 0);
  return least;
}

/** The farthest that a point between them lies from the straight way; null where that is more than allowed. */
function bendOf(bodies: readonly StrokePart[], first: number, count: number, most: number): number | null {
  const [start, last] = [bodies[first], bodies[first + count - 1]];
  if (!start || !last) return null;
  const [dx, dy] = [last.x + last.ux * last.length - start.x, last.y + last.uy * last.length - start.y];
  const squared = dx * dx + dy * dy;
  let farthest = 0;
  for (let at = first + 1; at < first + count; at += 1) {
    const [x, y] = [(bodies[at]?.x ?? 0) - start.x, (bodies[at]?.y ?? 0) - start.y];
    const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / squared));
    farthest = Math.max(farthest, (x - along * dx) ** 2 + (y - along * dy) ** 2);
    if (farthest > most * most) return null;
  }
  return Math.sqrt(farthest);
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function endOf({ x, y, ux, uy, length }: StrokePart): Place {
  return { x: x + ux * length, y: y + uy * length };
}

/** All within a distance of the straight way, and nothing else. */
function addCore(parts: PartTable, start: StrokePart, to: Place, radius: number): void {
  const [dx, dy] = [to.x - start.x, to.y - start.y];
  const length = Math.hypot(dx, dy);
  parts.add(solidDisc(start.x, start.y, radius));
  parts.add(solidDisc(to.x, to.y, radius));
  if (length === 0) return;
  const way = { x: start.x, y: start.y, ux: dx / length, uy: dy / length, length };
  const across = { near: -radius, far: radius, solidNear: -radius, solidFar: radius, solid: radius, reach: radius };
  parts.add({ ...start, ...way, ...across, ...boxAlong(way, -radius, radius) });
}

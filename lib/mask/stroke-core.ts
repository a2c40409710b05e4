/**
 * The middle of a stroke as few thick pieces. Hundreds of short bodies lie side by side, and nearly all of what they cover is covered
 * fully: one straight piece in place of many, a little thinner, covers most of that, and the bodies are left with their rims.
 */
import { type StrokePart, solidDisc, withRows } from "./stroke-part.ts";

/** How far a stroke may bend away from a piece, as a share of what it covers fully to each side. */
const mostBend = 0.1;
const mostBodies = 32;
/** Thinner strokes are as quickly drawn whole. */
const leastSolid = 4;

/** The same in other parts: the bodies' rims, and pieces that cover what lies between them. */
export function hollowOut(bodies: readonly StrokePart[]): readonly StrokePart[] {
  const parts: StrokePart[] = [];
  for (let first = 0; first < bodies.length; ) {
    const { count, bend, solid } = straightFrom(bodies, first);
    const together = bodies.slice(first, first + count);
    const [start, last] = [together[0], together.at(-1)];
    first += count;
    if (!start || !last || count < 2) {
      parts.push(...together);
      continue;
    }
    const core = solid - bend;
    parts.push(...coreOf(start, endOf(last), core));
    for (const body of together) parts.push(...rimsOf(body, core - bend));
  }
  return parts;
}

interface Straight {
  readonly count: number;
  /** The farthest that a point lies from the straight way. */
  readonly bend: number;
  /** What all of them cover fully. */
  readonly solid: number;
}

function straightFrom(bodies: readonly StrokePart[], first: number): Straight {
  const start = bodies[first];
  let found: Straight = { count: 1, bend: 0, solid: start?.solid ?? 0 };
  let { solid } = found;
  for (let count = 2; start && count <= mostBodies && first + count <= bodies.length; count += 1) {
    const last = bodies[first + count - 1];
    const known = bodies[first + count - 2];
    // Where no body joins the one before, the stroke stood still: it goes on from the same place.
    if (!last || !known) break;
    solid = Math.min(solid, last.solid);
    if (solid < leastSolid) break;
    const end = endOf(last);
    let bend = 0;
    for (const { x, y } of bodies.slice(first + 1, first + count)) bend = Math.max(bend, distanceTo(x, y, start, end));
    if (bend > solid * mostBend) break;
    found = { count, bend, solid };
  }
  return found;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function endOf({ x, y, ux, uy, length }: StrokePart): Place {
  return { x: x + ux * length, y: y + uy * length };
}

/** Of a place to the straight way between two others. */
function distanceTo(x: number, y: number, from: Place, to: Place): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / squared));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

/** All within a distance of the straight way, and nothing else. */
function coreOf(start: StrokePart, to: Place, radius: number): readonly StrokePart[] {
  const [dx, dy] = [to.x - start.x, to.y - start.y];
  const length = Math.hypot(dx, dy);
  const ends = [solidDisc(start.x, start.y, radius), solidDisc(to.x, to.y, radius)];
  if (length === 0) return ends;
  const across = { near: -radius, far: radius, solidNear: -radius, solidFar: radius };
  return [...ends, withRows({ ...start, ux: dx / length, uy: dy / length, length, ...across, solid: radius, reach: radius })];
}

/** What of a body lies farther to its sides than a distance. */
function rimsOf(body: StrokePart, hollow: number): readonly StrokePart[] {
  return [withRows({ ...body, near: hollow, solidNear: hollow }), withRows({ ...body, far: -hollow, solidFar: -hollow })];
}

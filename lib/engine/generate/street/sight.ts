/** What an eye in a street meets in one direction: its ground, a wall, a roof, the gable of a house that stands above the one before. */
import type { Street, StreetHouse } from "./plan.ts";

export interface Sight {
  part: "sky" | "ground" | "wall" | "gable" | "roof" | "eave";
  side: -1 | 1;
  house: StreetHouse | undefined;
  /** Where: away from the eye, to its right, above the ground. */
  z: number;
  x: number;
  y: number;
  /** How far behind the front of the houses. */
  deep: number;
}

export function newSight(): Sight {
  return { part: "sky", side: 1, house: undefined, z: 0, x: 0, y: 0, deep: 0 };
}

/** `right` and `up` to every metre away; `eyeHeight` below the ground is what a puddle sees. */
export function look(street: Street, right: number, up: number, eyeHeight: number, out: Sight): void {
  const ground = up * eyeHeight < 0 && eyeHeight > 0 ? -eyeHeight / up : Infinity;
  const left = reachWall(street, right, -1);
  const other = reachWall(street, right, 1);
  const side = left < other ? -1 : 1;
  const wall = Math.min(left, other);
  out.house = undefined;
  if (ground <= wall) {
    put(out, "ground", side, ground, street, right, 0);
    return;
  }
  out.part = "sky";
  if (wall === Infinity || meetEave(street, side, wall, right, up, eyeHeight, out)) return;
  meetHouses(street, side, wall, right, up, eyeHeight, out);
}

/** Roofs hang over: their edge and what is seen of them from below. */
function meetEave(street: Street, side: -1 | 1, wall: number, right: number, up: number, eyeHeight: number, out: Sight): boolean {
  const { overhang, eye, half, bend } = street;
  if (overhang === 0) return false;
  const edge = firstRoot(-side * bend, side * right, side * eye.x - half + overhang, 0);
  const house = street.sides[side].find(({ to }) => to > edge);
  if (house === undefined) return false;
  const [atEdge, atWall] = [eyeHeight + up * edge, eyeHeight + up * wall];
  if (atEdge > house.tall + 0.2 || atWall < house.tall) return false;
  put(out, "eave", side, edge, street, right, atEdge);
  out.house = house;
  out.deep = Math.max(0, house.tall - atEdge);
  return true;
}

function put(out: Sight, part: Sight["part"], side: -1 | 1, z: number, { eye }: Street, right: number, y: number): void {
  out.part = part;
  out.side = side;
  out.z = z;
  out.x = eye.x + right * z;
  out.y = y;
}

/** The first time the line of sight crosses the front of that row. */
function reachWall({ bend, eye, half }: Street, right: number, side: -1 | 1): number {
  return firstRoot(-side * bend, side * right, side * eye.x - half, 0);
}

/** The smallest root of a t² + b t + c beyond `after`. */
function firstRoot(a: number, b: number, c: number, after: number): number {
  if (Math.abs(a) < 1e-9) {
    const only = -c / b;
    return only > after ? only : Infinity;
  }
  const inside = b * b - 4 * a * c;
  if (inside < 0) return Infinity;
  const root = Math.sqrt(inside);
  const [one, two] = [(-b - root) / (2 * a), (-b + root) / (2 * a)];
  const [near, far] = one < two ? [one, two] : [two, one];
  if (near > after) return near;
  return far > after ? far : Infinity;
}

/** Walks on over the roofs until one of them is in the way. */
function meetHouses(street: Street, side: -1 | 1, wall: number, right: number, up: number, eyeHeight: number, out: Sight): void {
  const houses = street.sides[side];
  const { bend, eye, half } = street;
  const deepAt = (t: number): number => side * (eye.x + right * t - bend * t * t) - half;
  for (let n = 0; n < houses.length; n++) {
    const house = houses[n] as StreetHouse;
    if (house.to < wall) continue;
    const { tall, slope, depth } = house;
    const isFirst = house.from <= wall;
    const start = isFirst ? wall : house.from;
    const y = eyeHeight + up * start;
    const deep = isFirst ? 0 : deepAt(start);
    if (deep < -0.01) return;
    if (deep > 2 * depth || y > 75) return;
    if (y < tall + slope * Math.min(deep, 2 * depth - deep)) {
      put(out, isFirst ? "wall" : "gable", side, start, street, right, y);
      out.house = house;
      out.deep = deep;
      return;
    }
    if (slope === 0) continue;
    // The slope towards the street: as high over the eave as it lies behind the front.
    const t = firstRoot(slope * side * bend, up - slope * side * right, eyeHeight - tall - slope * (side * eye.x - half), start);
    if (t > house.to) continue;
    const behind = deepAt(t);
    if (behind < 0 || behind > depth) continue;
    put(out, "roof", side, t, street, right, eyeHeight + up * t);
    out.house = house;
    out.deep = behind;
    return;
  }
}

/** A thing on the table: a distance function in its own space, the ball it lies in, and what its skin is made of. */
import type { Radiance } from "../light/radiance.ts";

export interface Skin {
  readonly colour: Radiance;
  /** 0 = chalk, 1 = glaze. */
  gloss: number;
  /** How much light comes through from behind: fruit, wax, cream. */
  glow: number;
  /** Above 0 it is a light itself. */
  shine: number;
  /** How much is seen through it: glass. */
  clear: number;
}

export type Distance = (x: number, y: number, z: number) => number;

export interface Solid {
  /** Where its foot stands. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly scale: number;
  readonly cos: number;
  readonly sin: number;
  /** The ball around it, in its own space: the height of the middle, and the radius. */
  readonly middle: number;
  readonly reach: number;
  /** Nothing of it is lower or higher, in its own space. */
  readonly top: number;
  readonly distance: Distance;
  /** Light goes through it, so that its shadow is faint. */
  readonly isClear?: true;
  /** Given a point of the skin in its own space, and how far up the skin looks. */
  readonly skin: (x: number, y: number, z: number, up: number, out: Skin) => void;
}

export type Form = Omit<Solid, "x" | "y" | "z" | "scale" | "cos" | "sin">;

export function place(form: Form, x: number, z: number, scale: number, turn = 0, y = 0): Solid {
  return { ...form, x, y, z, scale, cos: Math.cos(turn), sin: Math.sin(turn) };
}

/** Distance to a solid from a point of the room. */
export function distanceTo(solid: Solid, x: number, y: number, z: number): number {
  const { scale, cos, sin } = solid;
  const px = (x - solid.x) / scale;
  const pz = (z - solid.z) / scale;
  return solid.distance(px * cos - pz * sin, (y - solid.y) / scale, px * sin + pz * cos) * scale;
}

/** The smaller of two, with the corner between them rounded. */
export function blendMin(a: number, b: number, softness: number): number {
  const h = Math.max(0, softness - Math.abs(a - b)) / softness;
  return Math.min(a, b) - h * h * softness * 0.25;
}

/** What a lathe makes of a radius that changes with the height. */
export function lathe(radius: (y: number) => number, bottom: number, top: number, steepness: number): Distance {
  const middle = (bottom + top) / 2;
  const half = (top - bottom) / 2;
  return (x, y, z) => {
    const held = y < bottom ? bottom : Math.min(y, top);
    const side = (Math.sqrt(x * x + z * z) - radius(held)) * steepness;
    const ends = Math.abs(y - middle) - half;
    if (side > 0 && ends > 0) return Math.sqrt(side * side + ends * ends);
    return Math.max(side, ends);
  };
}

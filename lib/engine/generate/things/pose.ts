/** An outline before the light, built of limbs that taper as those of people and beasts do. */
import type { Point } from "#lib/engine/lettering/outlines.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { lengthOf } from "#lib/pixels/length.ts";
import { type Canvas, ellipse, paint, polygon, type Shape, stroke } from "../light/canvas.ts";

const dark = [16, 14, 20] as const;

/** What its rounds and its limbs are coloured, in their order; an outline has one dark for all. */
export interface Clothes {
  readonly rounds: readonly Rgb[];
  readonly limbs: readonly Rgb[];
}

/** Where a joint is, as shares of the height (to the side that is looked to, and up), and how thick it is there. */
type Joint = readonly [u: number, v: number, thick: number];

export interface Pose {
  readonly limbs: readonly (readonly Joint[])[];
  /** Right, up, and both reaches. */
  readonly rounds: readonly (readonly [number, number, number, number])[];
  readonly cloth?: readonly (readonly [number, number])[];
  /** Thin things: a stick, antlers. */
  readonly sticks?: readonly (readonly (readonly [number, number])[])[];
}

export function strike(
  canvas: Canvas,
  { limbs, rounds, cloth, sticks = [] }: Pose,
  x: number,
  y: number,
  tall: number,
  side: number,
  clothes?: Clothes,
): void {
  const at = ([u, v]: readonly [number, number]): Point => [x + side * u * tall, y - v * tall];
  for (const [n, [u, v, wide, high]] of rounds.entries())
    paint(canvas, ellipse(...at([u, v]), wide * tall, high * tall), clothes?.rounds[n] ?? dark);
  if (cloth !== undefined) paint(canvas, polygon(cloth.map(at)), dark);
  for (const stick of sticks) paint(canvas, stroke(stick.map(at), Math.max(1, tall * 0.012)), dark);
  for (const [k, limb] of limbs.entries())
    for (const [n, [u, v, thick]] of limb.entries()) {
      const next = limb[n + 1];
      if (next !== undefined)
        paint(canvas, tapered(at([u, v]), thick * tall, at([next[0], next[1]]), next[2] * tall), clothes?.limbs[k] ?? dark);
    }
}

/** From one round joint to the next. */
function tapered([ax, ay]: Point, from: number, [bx, by]: Point, to: number): Shape {
  const thick = Math.max(from, to);
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy + 1e-9;
  return {
    left: Math.min(ax, bx) - thick,
    right: Math.max(ax, bx) + thick,
    top: Math.min(ay, by) - thick,
    bottom: Math.max(ay, by) + thick,
    distance: (x, y) => {
      const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
      return lengthOf(x - ax - t * dx, y - ay - t * dy) - from - t * (to - from);
    },
  };
}

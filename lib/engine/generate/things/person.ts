/** Somebody who stands and looks away from us: an outline only, for who is seen against the light. */
import type { Point } from "#lib/engine/lettering/outlines.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { type Canvas, ellipse, paint, polygon, stroke } from "../light/canvas.ts";
import type { Spot } from "./spot.ts";

const dark = [16, 14, 20] as const;

export function paintPerson({ canvas, scene, x, y, size }: Spot): void {
  const random = createRandom(scene.seed + 53);
  standUpright(canvas, x, y, size, random() < 0.5 ? -1 : 1);
}

/** Seven and a half heads tall, the weight on one leg. */
export function standUpright(canvas: Canvas, x: number, y: number, tall: number, side: number): void {
  const at = (u: number, v: number): Point => [x + side * u * tall, y - v * tall];
  const part = (points: readonly (readonly [number, number])[]): void =>
    paint(canvas, polygon(points.map(([u, v]) => at(u, v))), dark, 1, Math.max(1, tall * 0.008));
  paint(canvas, ellipse(...at(0.004, 0.935), tall * 0.05, tall * 0.064), dark);
  part([
    [-0.022, 0.9],
    [0.026, 0.9],
    [0.034, 0.84],
    [-0.03, 0.84],
  ]);
  part([
    [-0.03, 0.862],
    [-0.085, 0.835],
    [-0.096, 0.79],
    [-0.088, 0.65],
    [-0.082, 0.5],
    [-0.09, 0.4],
    [0.088, 0.4],
    [0.082, 0.5],
    [0.086, 0.65],
    [0.098, 0.79],
    [0.088, 0.835],
    [0.034, 0.862],
  ]);
  part([
    [-0.088, 0.46],
    [-0.004, 0.46],
    [-0.012, 0.27],
    [-0.026, 0.02],
    [-0.052, 0],
    [-0.092, 0.006],
    [-0.072, 0.03],
    [-0.082, 0.25],
  ]);
  part([
    [-0.004, 0.46],
    [0.088, 0.46],
    [0.086, 0.26],
    [0.088, 0.03],
    [0.12, 0.008],
    [0.06, 0],
    [0.044, 0.03],
    [0.026, 0.25],
  ]);
  for (const [elbow, hand] of [
    [-0.126, -0.112],
    [0.124, 0.108],
  ] as const)
    paint(canvas, stroke([at(elbow > 0 ? 0.088 : -0.086, 0.81), at(elbow, 0.62), at(hand, 0.44)], tall * 0.042), dark);
}

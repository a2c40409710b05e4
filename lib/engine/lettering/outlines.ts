/** Outlines of letters: moved, measured, and cut into straight pieces where they are to be drawn. */
import type { Extent, PathStep } from "./typeface.ts";

export type Point = readonly [x: number, y: number];

export function moved(outline: readonly PathStep[], dx: number, dy: number): readonly PathStep[] {
  return outline.map(([kind, ...numbers]) => [kind, ...numbers.map((value, n) => value + (n % 2 === 0 ? dx : dy))] as unknown as PathStep);
}

/** By the points that shape the curves: letters have some at each of their ends. */
export function extentOf(outlines: readonly (readonly PathStep[])[]): Extent | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const outline of outlines) {
    for (const step of outline) {
      for (let n = 1; n < step.length; n += 2) {
        const [x, y] = [step[n] as number, step[n + 1] as number];
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
    }
  }
  return left <= right ? { left, top, right, bottom } : undefined;
}

/** Closed polygons in pixels, none of whose sides strays visibly from the curve. */
export function flatten(outline: readonly PathStep[], scale: number, x: number, y: number): readonly (readonly Point[])[] {
  const polygons: Point[][] = [];
  let polygon: Point[] = [];
  for (const step of outline) {
    const points: Point[] = [];
    for (let n = 1; n < step.length; n += 2) points.push([x + (step[n] as number) * scale, y + (step[n + 1] as number) * scale]);
    if (step[0] === "M") {
      polygon = [points[0] as Point];
      polygons.push(polygon);
    } else curveTo(polygon, points);
  }
  return polygons.filter(({ length }) => length > 2);
}

/** A line, a quadratic or a cubic curve, by how many points it goes by. */
function curveTo(polygon: Point[], points: readonly Point[]): void {
  const start = polygon.at(-1) as Point;
  const all = [start, ...points];
  const bend = all.slice(2).reduce((most, point, n) => {
    const [a, b] = [all[n] as Point, all[n + 1] as Point];
    return Math.max(most, Math.abs(a[0] - 2 * b[0] + point[0]) + Math.abs(a[1] - 2 * b[1] + point[1]));
  }, 0);
  const pieces = Math.max(1, Math.ceil(Math.sqrt(bend * 2.5)));
  for (let n = 1; n <= pieces; n++) polygon.push(pointAt(all, n / pieces));
}

/** By halving the way between neighbours until one point is left. */
function pointAt(points: readonly Point[], t: number): Point {
  let row = points;
  while (row.length > 1) {
    row = row.slice(1).map(([x, y], n): Point => {
      const [fromX, fromY] = row[n] as Point;
      return [fromX + t * (x - fromX), fromY + t * (y - fromY)];
    });
  }
  return row[0] as Point;
}

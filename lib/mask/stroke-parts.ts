/** A stroke taken apart: a body between neighbouring points, and at every point the piece of a disc that no body covers. */
import type { Stroke } from "./mask-document.ts";
import type { MaskWindow } from "./mask-window.ts";
import { PartTable } from "./part-table.ts";
import { hollowOut } from "./stroke-core.ts";
import { bodyBetween, discBetween, type StrokePart } from "./stroke-part.ts";

export type Brush = Pick<Stroke, "mode" | "size" | "hardness">;

/** The parts drawn by a stroke from its point number `from`. */
export function partsOf({ size, hardness }: Brush, points: readonly number[], from: number, window: MaskWindow): PartTable {
  const count = Math.floor(points.length / 3);
  const at = (index: number) => ({
    x: ((points[index * 3] ?? 0) - window.x) * window.scale,
    y: ((points[index * 3 + 1] ?? 0) - window.y) * window.scale,
    radius: (size / 2) * (points[index * 3 + 2] ?? 1) * window.scale,
  });
  const bodies: StrokePart[] = [];
  // The number of the body that begins at a point; where the stroke stands still none does.
  const bodyFrom: (number | null)[] = [];
  for (let index = Math.max(0, from - 1); index + 1 < count; index += 1) {
    const body = bodyBetween(at(index), at(index + 1), hardness);
    bodyFrom[index] = body && bodies.length;
    if (body) bodies.push(body);
  }
  const parts = new PartTable(3 * (count - from) + 3);
  const hollows = hollowOut(bodies, parts);
  const isEven = hasEvenPressure(points, Math.max(0, from - 1));
  for (let index = from; index < count; index += 1) {
    const [one, other] = [bodyFrom[index - 1] ?? null, bodyFrom[index] ?? null];
    const before = isEven && one !== null ? (bodies[one] ?? null) : null;
    const after = isEven && other !== null ? (bodies[other] ?? null) : null;
    const hollow = Math.min(hollows[one ?? -1] ?? 0, hollows[other ?? -1] ?? 0);
    const disc = discBetween(at(index), hardness, before, after, hollow);
    if (disc) parts.add(disc);
  }
  return parts;
}

export function hasEvenPressure(points: readonly number[], from: number): boolean {
  for (let at = from * 3 + 5; at < points.length; at += 3) if (points[at] !== points[from * 3 + 2]) return false;
  return true;
}

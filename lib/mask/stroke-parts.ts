/** A stroke taken apart: a body between neighbouring points, and at every point the piece of a disc that no body covers. */
import type { Stroke } from "./mask-document.ts";
import type { MaskWindow } from "./mask-window.ts";
import { hollowOut } from "./stroke-core.ts";
import { bodyBetween, discBetween, type StrokePart } from "./stroke-part.ts";

export type Brush = Pick<Stroke, "mode" | "size" | "hardness">;

/** The parts drawn by a stroke from its point number `from`. */
export function partsOf({ size, hardness }: Brush, points: readonly number[], from: number, window: MaskWindow): readonly StrokePart[] {
  const count = Math.floor(points.length / 3);
  const at = (index: number) => ({
    x: ((points[index * 3] ?? 0) - window.x) * window.scale,
    y: ((points[index * 3 + 1] ?? 0) - window.y) * window.scale,
    radius: (size / 2) * (points[index * 3 + 2] ?? 1) * window.scale,
  });
  const bodies: StrokePart[] = [];
  const discs: StrokePart[] = [];
  const isEven = hasEvenPressure(points, Math.max(0, from - 1));
  let body = from > 0 && from < count ? bodyBetween(at(from - 1), at(from), hardness) : null;
  if (body) bodies.push(body);
  for (let index = from; index < count; index += 1) {
    const here = at(index);
    const next = index + 1 < count ? bodyBetween(here, at(index + 1), hardness) : null;
    const disc = isEven ? discBetween(here, hardness, body, next) : discBetween(here, hardness, null, null);
    if (disc) discs.push(disc);
    if (next) bodies.push(next);
    body = next;
  }
  return [...hollowOut(bodies), ...discs];
}

export function hasEvenPressure(points: readonly number[], from: number): boolean {
  for (let at = from * 3 + 5; at < points.length; at += 3) if (points[at] !== points[from * 3 + 2]) return false;
  return true;
}

/**
 * Strokes as capsules between neighbouring points. Each pixel takes the strongest capsule that reaches it, so the result
 * depends neither on the order nor on how often a place was passed, and a stroke can be drawn while it grows.
 */
import type { PaintMode, Stroke } from "./mask-document.ts";
import { isEmpty, joinPatches, type MaskWindow, nothing, type Patch, patchAround } from "./mask-window.ts";

export type Brush = Pick<Stroke, "mode" | "size" | "hardness">;

/** Draws the stroke from its point number `from`, with the capsule that leads there. */
export function drawStroke(mask: Uint8Array, window: MaskWindow, brush: Brush, points: readonly number[], from = 0): Patch {
  let patch = nothing;
  const count = Math.floor(points.length / 3);
  for (let at = from; at < count; at += 1) {
    patch = joinPatches(patch, drawCapsule(mask, window, brush, points, Math.max(0, at - 1), at));
  }
  return patch;
}

function drawCapsule(mask: Uint8Array, window: MaskWindow, brush: Brush, points: readonly number[], from: number, to: number): Patch {
  const { x, y, scale } = window;
  const ax = ((points[from * 3] ?? 0) - x) * scale;
  const ay = ((points[from * 3 + 1] ?? 0) - y) * scale;
  const bx = ((points[to * 3] ?? 0) - x) * scale;
  const by = ((points[to * 3 + 1] ?? 0) - y) * scale;
  const radiusA = (brush.size / 2) * (points[from * 3 + 2] ?? 1) * scale;
  const radiusB = (brush.size / 2) * (points[to * 3 + 2] ?? 1) * scale;
  const reach = Math.max(radiusA, radiusB) + 0.5;
  const patch = patchAround(window, Math.min(ax, bx) - reach, Math.min(ay, by) - reach, Math.max(ax, bx) + reach, Math.max(ay, by) + reach);
  if (isEmpty(patch)) return nothing;
  const dx = bx - ax;
  const dy = by - ay;
  const lengthSquared = dx * dx + dy * dy;
  const write = writers[brush.mode];
  // Neighbouring capsules overlap nearly wholly; what is full already cannot change any more.
  const done = brush.mode === "add" ? 255 : 0;
  const isEven = radiusA === radiusB;
  const full = solidRadius(Math.min(radiusA, radiusB), brush.hardness);
  const fullSquared = full > 0 ? full * full : -1;
  for (let row = patch.top; row < patch.bottom; row += 1) {
    const py = row + 0.5 - ay;
    const start = row * window.width;
    for (let column = patch.left; column < patch.right; column += 1) {
      if (mask[start + column] === done) continue;
      const px = column + 0.5 - ax;
      const along = lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSquared));
      const qx = px - along * dx;
      const qy = py - along * dy;
      const squared = qx * qx + qy * qy;
      if (squared > reach * reach) continue;
      const radius = isEven ? radiusA : radiusA + (radiusB - radiusA) * along;
      const level = squared <= fullSquared ? 255 : levelAt(Math.sqrt(squared), radius, brush.hardness);
      if (level > 0) write(mask, start + column, level);
    }
  }
  return patch;
}

/** Up to this distance a brush covers fully; half a pixel stays for the smooth edge. */
function solidRadius(radius: number, hardness: number): number {
  return Math.min(radius * hardness, radius - 0.5);
}

function levelAt(distance: number, radius: number, hardness: number): number {
  const inner = solidRadius(radius, hardness);
  const t = (distance - inner) / (radius + 0.5 - inner);
  if (t <= 0) return 255;
  if (t >= 1) return 0;
  return Math.round(255 * (1 - t * t * (3 - 2 * t)));
}

const writers: Readonly<Record<PaintMode, (mask: Uint8Array, at: number, level: number) => void>> = {
  add(mask, at, level) {
    if (level > (mask[at] ?? 0)) mask[at] = level;
  },
  subtract(mask, at, level) {
    if (255 - level < (mask[at] ?? 0)) mask[at] = 255 - level;
  },
};

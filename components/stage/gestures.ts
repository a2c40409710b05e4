/** One gesture from pointer down to pointer up: collects points of the picture and becomes one operation, or nothing. */

import type { Point, TracePoint } from "#components/ui/viewport.ts";
import type { CombineMode, MaskOperation } from "#lib/mask/mask-document.ts";
import type { Tool } from "./tool-settings.ts";

/** Keeps a stroke small: to a tenth of a pixel, and no point nearer to the last than anybody could see. */
export function addTrace(points: number[], traced: readonly TracePoint[], nearest: number): number {
  const before = points.length / 3;
  for (const at of traced) {
    const { x, y } = at;
    const count = points.length;
    const distance = Math.hypot(x - (points[count - 3] ?? Number.POSITIVE_INFINITY), y - (points[count - 2] ?? Number.POSITIVE_INFINITY));
    if (count > 0 && distance < nearest) continue;
    const width = Math.max(0.1, at.pressure) * (at.lean ? widening(at.lean, wayTo(points, at, nearest * 4)) : 1);
    points.push(Math.round(x * 10) / 10, Math.round(y * 10) / 10, Math.round(width * 100) / 100);
  }
  return before;
}

/** A pen is held at a slant; only one that lies lower than this draws wider. */
const upright = Math.sin((35 * Math.PI) / 180);
const widest = 2.5;

/** By how much a leaning pen draws wider: like a pencil's side, most of all when it goes across the way it lies. */
function widening(lean: Point, way: Point): number {
  const length = Math.hypot(lean.x, lean.y);
  const far = Math.hypot(way.x, way.y);
  if (length <= upright || far === 0) return 1;
  const across = Math.abs(lean.x * way.y - lean.y * way.x) / (length * far);
  return 1 + (widest - 1) * Math.min(1, (length - upright) / (1 - upright)) * across;
}

/** The way the hand came, over some distance: that from one point to the next trembles. */
function wayTo(points: readonly number[], { x, y }: Point, reach: number): Point {
  let way = { x: 0, y: 0 };
  for (let at = points.length - 3; at >= 0 && Math.hypot(way.x, way.y) < reach; at -= 3) {
    way = { x: x - (points[at] ?? 0), y: y - (points[at + 1] ?? 0) };
  }
  return way;
}

/** The shape between where a drag began and where it is; whole pixels for boxes, as a mask is made of pixels. */
export function shapeOf(tool: Tool, mode: CombineMode, trace: readonly Point[], isEven: boolean): MaskOperation | null {
  const [first] = trace;
  const last = trace.at(-1);
  if (!first || !last) return null;
  if (tool === "rectangle" || tool === "ellipse") {
    let across = last.x - first.x;
    let down = last.y - first.y;
    if (isEven) {
      const side = Math.max(Math.abs(across), Math.abs(down));
      across = across < 0 ? -side : side;
      down = down < 0 ? -side : side;
    }
    const x = Math.round(Math.min(first.x, first.x + across));
    const y = Math.round(Math.min(first.y, first.y + down));
    const width = Math.round(Math.abs(across));
    const height = Math.round(Math.abs(down));
    return width > 0 && height > 0 ? { kind: tool, mode, x, y, width, height } : null;
  }
  if (trace.length < 3) return null;
  return { kind: "polygon", mode, points: trace.flatMap(({ x, y }) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]) };
}

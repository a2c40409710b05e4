/** Shapes as polygons with smooth edges: exact coverage along a line, several lines for one row of pixels. */
import { addSpan, combineRow } from "./cover-row.ts";
import { cornersOf, type Shape } from "./mask-document.ts";
import { isEmpty, type MaskWindow, type Patch, patchAround, wholePatch } from "./mask-window.ts";

/** Even an edge that lies almost level is off by no more than a sixteenth of a pixel. */
const linesPerRow = 8;

export function drawShape(mask: Uint8Array, window: MaskWindow, shape: Shape, clip: Patch = wholePatch(window)): Patch {
  const corners = cornersOf(shape).map((value, at) => (value - (at % 2 === 0 ? window.x : window.y)) * window.scale);
  const inside = boundsOf(clip, corners);
  const changed = shape.mode === "intersect" ? clip : inside;
  const edges = new EdgeSweep(corners);
  const covered = new Float32Array(window.width + 1);
  for (let row = changed.top; row < changed.bottom; row += 1) {
    covered.fill(0, changed.left, changed.right);
    if (!isEmpty(inside) && row >= inside.top && row < inside.bottom) edges.addRow(covered, row, window.width);
    combineRow(mask, row * window.width, covered, changed, shape.mode);
  }
  return changed;
}

/** The pixels it may change. */
export function shapePatch(window: MaskWindow, shape: Shape, clip: Patch): Patch {
  if (shape.mode === "intersect") return clip;
  const corners = cornersOf(shape).map((value, at) => (value - (at % 2 === 0 ? window.x : window.y)) * window.scale);
  return boundsOf(clip, corners);
}

function boundsOf(clip: Patch, corners: readonly number[]): Patch {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at + 1 < corners.length; at += 2) {
    left = Math.min(left, corners[at] ?? 0);
    right = Math.max(right, corners[at] ?? 0);
    top = Math.min(top, corners[at + 1] ?? 0);
    bottom = Math.max(bottom, corners[at + 1] ?? 0);
  }
  return patchAround(clip, left, top, right, bottom);
}

interface Edge {
  readonly top: number;
  readonly bottom: number;
  readonly x: number;
  readonly slope: number;
  readonly turn: 1 | -1;
}

function edgesOf(corners: readonly number[]): readonly Edge[] {
  const edges: Edge[] = [];
  for (let at = 0; at + 1 < corners.length; at += 2) {
    const next = at + 3 < corners.length ? at + 2 : 0;
    const [ax = 0, ay = 0, bx = 0, by = 0] = [corners[at], corners[at + 1], corners[next], corners[next + 1]];
    if (ay === by) continue;
    const slope = (bx - ax) / (by - ay);
    edges.push(ay < by ? { top: ay, bottom: by, x: ax, slope, turn: 1 } : { top: by, bottom: ay, x: bx, slope, turn: -1 });
  }
  return edges.sort((one, other) => one.top - other.top);
}

/** Walks down an outline; only the edges a line can meet are looked at. */
class EdgeSweep {
  private readonly edges: readonly Edge[];
  private active: Edge[] = [];
  private next = 0;

  constructor(corners: readonly number[]) {
    this.edges = edgesOf(corners);
  }

  /** A loop drawn over itself stays filled: inside is where the outline has wound around at all. */
  addRow(covered: Float32Array, row: number, width: number): void {
    for (let edge = this.edges[this.next]; edge && edge.top < row + 1; edge = this.edges[this.next]) {
      this.active.push(edge);
      this.next += 1;
    }
    this.active = this.active.filter(({ bottom }) => bottom > row);
    for (let line = 0; line < linesPerRow; line += 1) {
      const y = row + (line + 0.5) / linesPerRow;
      const crossings: { x: number; turn: number }[] = [];
      for (const { top, bottom, x, slope, turn } of this.active) {
        if (top <= y && y < bottom) crossings.push({ x: x + (y - top) * slope, turn });
      }
      crossings.sort((one, other) => one.x - other.x);
      let winding = 0;
      let start = 0;
      for (const { x, turn } of crossings) {
        if (winding === 0) start = x;
        winding += turn;
        if (winding === 0) addSpan(covered, Math.max(0, start), Math.min(width, x), 1 / linesPerRow);
      }
    }
  }
}

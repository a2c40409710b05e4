/** Shapes as polygons with smooth edges: exact coverage along a line, several lines for one row of pixels. */
import { addSpan, combineRow } from "./cover-row.ts";
import { type CombineMode, cornersOf, type Shape } from "./mask-document.ts";
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
    const isInside = !isEmpty(inside) && row >= inside.top && row < inside.bottom;
    drawRow(mask, row * window.width, covered, isInside ? edges.linesOf(row, window.width) : [], changed, shape.mode);
  }
  return changed;
}

/** What all lines cover is filled in one go; only the pixels along the edges are looked at one by one. */
function drawRow(
  mask: Uint8Array,
  start: number,
  covered: Float32Array,
  lines: readonly Line[],
  { left, right }: Patch,
  mode: CombineMode,
): void {
  const solids = solidsOf(lines, left, right);
  let from = left;
  for (let at = 0; at <= solids.length; at += 2) {
    const to = solids[at] ?? right;
    const next = solids[at + 1] ?? right;
    covered.fill(0, from, to);
    for (const line of lines) addLine(covered, line, from, to);
    combineRow(mask, start, covered, from, to, mode);
    if (mode !== "intersect") mask.fill(mode === "add" ? 255 : 0, start + to, start + next);
    from = next;
  }
}

function addLine(covered: Float32Array, line: Line, from: number, to: number): void {
  for (let at = 0; at < line.length; at += 2) {
    addSpan(covered, Math.max(from, line[at] ?? 0), Math.min(to, line[at + 1] ?? 0), 1 / linesPerRow);
  }
}

/** Whole pixels that lie in the same stretch of every line, each from its first number up to the second; none where lines have unlike many. */
function solidsOf(lines: readonly Line[], left: number, right: number): readonly number[] {
  const solids: number[] = [];
  const [first] = lines;
  if (!first || lines.some(({ length }) => length !== first.length)) return solids;
  let before = left;
  for (let at = 0; at < first.length; at += 2) {
    let from = before;
    let to = right;
    for (const line of lines) {
      from = Math.max(from, Math.ceil(line[at] ?? 0));
      to = Math.min(to, Math.floor(line[at + 1] ?? 0));
    }
    if (from >= to) continue;
    solids.push(from, to);
    before = to;
  }
  return solids;
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

/** Where a line lies inside an outline: stretches from left to right, each from its first place to its second. */
type Line = readonly number[];

/** Walks down an outline; only the edges a line can meet are looked at. */
class EdgeSweep {
  private readonly edges: readonly Edge[];
  private active: Edge[] = [];
  private next = 0;

  constructor(corners: readonly number[]) {
    this.edges = edgesOf(corners);
  }

  /** A loop drawn over itself stays filled: inside is where the outline has wound around at all. */
  linesOf(row: number, width: number): readonly Line[] {
    for (let edge = this.edges[this.next]; edge && edge.top < row + 1; edge = this.edges[this.next]) {
      this.active.push(edge);
      this.next += 1;
    }
    this.active = this.active.filter(({ bottom }) => bottom > row);
    return Array.from({ length: linesPerRow }, (_, line) => this.lineAt(row + (line + 0.5) / linesPerRow, width));
  }

  private lineAt(y: number, width: number): Line {
    const crossings: { x: number; turn: number }[] = [];
    for (const { top, bottom, x, slope, turn } of this.active) {
      if (top <= y && y < bottom) crossings.push({ x: x + (y - top) * slope, turn });
    }
    crossings.sort((one, other) => one.x - other.x);
    const line: number[] = [];
    let winding = 0;
    let start = 0;
    for (const { x, turn } of crossings) {
      if (winding === 0) start = x;
      winding += turn;
      if (winding === 0) line.push(Math.max(0, start), Math.min(width, x));
    }
    return line;
  }
}

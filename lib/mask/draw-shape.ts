/** Shapes as polygons with smooth edges: exact coverage along a line, several lines for one row of pixels. */
import { type CombineMode, cornersOf, type Shape } from "./mask-document.ts";
import { isEmpty, type MaskWindow, type Patch, patchAround, wholePatch } from "./mask-window.ts";

const linesPerRow = 4;

export function drawShape(mask: Uint8Array, window: MaskWindow, shape: Shape): Patch {
  const corners = cornersOf(shape).map((value, at) => (value - (at % 2 === 0 ? window.x : window.y)) * window.scale);
  const patch = boundsOf(window, corners);
  const edges = edgesOf(corners);
  const isCut = shape.mode === "intersect";
  const covered = new Float32Array(window.width + 1);
  const { top, bottom } = isCut ? wholePatch(window) : patch;
  for (let row = top; row < bottom; row += 1) {
    covered.fill(0);
    if (!isEmpty(patch) && row >= patch.top && row < patch.bottom) addRow(covered, edges, row, window.width);
    combineRow(mask, row * window.width, covered, isCut ? wholePatch(window) : patch, shape.mode);
  }
  return isCut ? wholePatch(window) : patch;
}

function boundsOf(window: MaskWindow, corners: readonly number[]): Patch {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at + 1 < corners.length; at += 2) {
    left = Math.min(left, corners[at] ?? 0);
    right = Math.max(right, corners[at] ?? 0);
    top = Math.min(top, corners[at + 1] ?? 0);
    bottom = Math.max(bottom, corners[at + 1] ?? 0);
  }
  return patchAround(window, left, top, right, bottom);
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
  return edges;
}

/** A loop drawn over itself stays filled: inside is where the outline has wound around at all. */
function addRow(covered: Float32Array, edges: readonly Edge[], row: number, width: number): void {
  for (let line = 0; line < linesPerRow; line += 1) {
    const y = row + (line + 0.5) / linesPerRow;
    const crossings = edges
      .filter(({ top, bottom }) => top <= y && y < bottom)
      .map(({ top, x, slope, turn }) => ({ x: x + (y - top) * slope, turn }))
      .sort((one, other) => one.x - other.x);
    let winding = 0;
    let start = 0;
    for (const { x, turn } of crossings) {
      if (winding === 0) start = x;
      winding += turn;
      if (winding === 0) addSpan(covered, Math.max(0, start), Math.min(width, x), 1 / linesPerRow);
    }
  }
}

function addSpan(covered: Float32Array, from: number, to: number, weight: number): void {
  if (from >= to) return;
  const first = Math.floor(from);
  const last = Math.floor(to);
  if (first === last) {
    covered[first] = (covered[first] ?? 0) + (to - from) * weight;
    return;
  }
  covered[first] = (covered[first] ?? 0) + (first + 1 - from) * weight;
  for (let at = first + 1; at < last; at += 1) covered[at] = (covered[at] ?? 0) + weight;
  covered[last] = (covered[last] ?? 0) + (to - last) * weight;
}

function combineRow(mask: Uint8Array, start: number, covered: Float32Array, { left, right }: Patch, mode: CombineMode): void {
  for (let column = left; column < right; column += 1) {
    const level = Math.min(255, Math.round((covered[column] ?? 0) * 255));
    const known = mask[start + column] ?? 0;
    if (mode === "add") mask[start + column] = Math.max(known, level);
    else mask[start + column] = Math.min(known, mode === "subtract" ? 255 - level : level);
  }
}

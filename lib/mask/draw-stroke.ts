/**
 * Strokes row by row. Each pixel takes the strongest part that reaches it, so the result depends neither on the order nor on
 * how often a place was passed, and a stroke can be drawn while it grows. What is covered fully is filled in one go; only
 * pixels of the soft rim are looked at one by one.
 */
import { isEmpty, type MaskWindow, nothing, type Patch, patchAround, wholePatch } from "./mask-window.ts";
import { SolidRow } from "./solid-row.ts";
import { type Brush, type Columns, findColumns, hasEvenPressure, partsOf, type StrokePart, solidRadius } from "./stroke-parts.ts";

/** Draws the stroke from its point number `from`, with the body that leads there; only inside of `clip`. */
export function drawStroke(
  mask: Uint8Array,
  window: MaskWindow,
  brush: Brush,
  points: readonly number[],
  from = 0,
  clip: Patch = wholePatch(window),
): Patch {
  const patch = strokePatch(window, brush, points, from, clip);
  if (isEmpty(patch)) return nothing;
  const parts = [...partsOf(brush, points, from, window)].sort((one, other) => one.top - other.top);
  const rim = new Rim(mask, brush, hasEvenPressure(points, Math.max(0, from - 1)) ? parts[0] : undefined);
  const solid = new SolidRow();
  const columns: Columns = { from: 0, to: 0, solidFrom: 0, solidTo: 0 };
  // Of fixed size, as they change with every row: an array that shrinks and grows is copied each time.
  const active = new Int32Array(parts.length);
  const reaches = new Int32Array(parts.length * 2);
  let count = 0;
  let next = 0;
  for (let row = patch.top; row < patch.bottom; row += 1) {
    for (; next < parts.length && (parts[next]?.top ?? 0) <= row; next += 1) {
      active[count] = next;
      count += 1;
    }
    solid.begin();
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const index = active[at] ?? 0;
      const part = parts[index];
      if (!part || part.bottom <= row) continue;
      findColumns(part, row, patch.left, patch.right, columns);
      active[kept] = index;
      reaches[kept * 2] = columns.from;
      reaches[kept * 2 + 1] = columns.to;
      kept += 1;
      if (columns.solidFrom < columns.solidTo) solid.add(columns.solidFrom, columns.solidTo);
    }
    count = kept;
    solid.join();
    const start = row * window.width;
    solid.fill(mask, start, brush.mode === "add" ? 255 : 0);
    for (let at = 0; at < count; at += 1) {
      const from = reaches[at * 2] ?? 0;
      const to = reaches[at * 2 + 1] ?? 0;
      const part = parts[active[at] ?? 0];
      if (part && from < to) rim.write(part, row, start, from, to, solid);
    }
  }
  return patch;
}

/** The pixels it may change. */
export function strokePatch(window: MaskWindow, brush: Brush, points: readonly number[], from: number, clip: Patch): Patch {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = Math.max(0, from - 1) * 3; at + 2 < points.length; at += 3) {
    const x = ((points[at] ?? 0) - window.x) * window.scale;
    const y = ((points[at + 1] ?? 0) - window.y) * window.scale;
    const reach = (brush.size / 2) * (points[at + 2] ?? 1) * window.scale + 0.5;
    left = Math.min(left, x - reach);
    top = Math.min(top, y - reach);
    right = Math.max(right, x + reach);
    bottom = Math.max(bottom, y + reach);
  }
  return patchAround(clip, left, top, right, bottom);
}

/** The soft part of a stroke, a row of one part at a time; where parts overlap, the stronger one stays. */
class Rim {
  private readonly mask: Uint8Array;
  private readonly isAdding: boolean;
  private readonly hardness: number;
  private readonly isEven: boolean;
  /** Where the soft part begins and how wide it is, the same all along with even pressure. */
  private readonly inner: number;
  private readonly softness: number;

  constructor(mask: Uint8Array, { mode, hardness }: Brush, even: StrokePart | undefined) {
    this.mask = mask;
    this.isAdding = mode === "add";
    this.hardness = hardness;
    this.isEven = even !== undefined;
    this.inner = even?.solid ?? 0;
    this.softness = 1 / ((even?.reach ?? 1) - this.inner);
  }

  /** Between two columns, but for what is covered fully. */
  write(part: StrokePart, row: number, start: number, first: number, last: number, solid: SolidRow): void {
    let from = first;
    for (let at = 0; at < solid.count && from < last; at += 1) {
      const solidFrom = solid.from[at] ?? 0;
      const solidTo = solid.to[at] ?? 0;
      if (solidTo <= from) continue;
      if (solidFrom > from) this.writeSoft(part, row, start, from, Math.min(last, solidFrom));
      if (solidTo > from) from = solidTo;
    }
    if (from < last) this.writeSoft(part, row, start, from, last);
  }

  private writeSoft(part: StrokePart, row: number, start: number, from: number, to: number): void {
    if (!this.isEven) this.writeUneven(part, row, start, from, to);
    else if (part.length === 0) this.writeDisc(part, row, start, from, to);
    else this.writeBody(part, row, start, from, to);
  }

  private writeDisc({ x, y }: StrokePart, row: number, start: number, from: number, to: number): void {
    const { mask, isAdding, inner, softness } = this;
    const squaredDown = (row + 0.5 - y) ** 2;
    const done = isAdding ? 255 : 0;
    for (let column = from, at = start + from; column < to; column += 1, at += 1) {
      const known = mask[at] ?? 0;
      if (known === done) continue;
      const across = column + 0.5 - x;
      const level = smooth((Math.sqrt(across * across + squaredDown) - inner) * softness);
      if (isAdding ? level > known : 255 - level < known) mask[at] = isAdding ? level : 255 - level;
    }
  }

  private writeBody({ x, y, ux, uy }: StrokePart, row: number, start: number, from: number, to: number): void {
    const { mask, isAdding, inner, softness } = this;
    const down = (row + 0.5 - y) * ux;
    const done = isAdding ? 255 : 0;
    for (let column = from, at = start + from; column < to; column += 1, at += 1) {
      const known = mask[at] ?? 0;
      if (known === done) continue;
      const level = smooth((Math.abs((column + 0.5 - x) * uy - down) - inner) * softness);
      if (isAdding ? level > known : 255 - level < known) mask[at] = isAdding ? level : 255 - level;
    }
  }

  private writeUneven({ x, y, ux, uy, length, radius, endRadius }: StrokePart, row: number, start: number, from: number, to: number): void {
    const { mask, isAdding, hardness } = this;
    const down = row + 0.5 - y;
    const done = isAdding ? 255 : 0;
    for (let column = from, at = start + from; column < to; column += 1, at += 1) {
      const known = mask[at] ?? 0;
      if (known === done) continue;
      const across = column + 0.5 - x;
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, (across * ux + down * uy) / length));
      const distance = length === 0 ? Math.hypot(across, down) : Math.abs(across * uy - down * ux);
      const level = levelAt(distance, radius + (endRadius - radius) * along, hardness);
      if (isAdding ? level > known : 255 - level < known) mask[at] = isAdding ? level : 255 - level;
    }
  }
}

function levelAt(distance: number, radius: number, hardness: number): number {
  const inner = solidRadius(radius, hardness);
  return smooth((distance - inner) / (radius + 0.5 - inner));
}

/** The level `t` of the way from the solid part to where nothing is covered any more. */
function smooth(t: number): number {
  if (t >= 1) return 0;
  return t <= 0 ? 255 : Math.floor(255 * (1 - t * t * (3 - 2 * t)) + 0.5);
}

/**
 * Strokes row by row. Each pixel takes the strongest part that reaches it, so the result depends neither on the order nor on
 * how often a place was passed, and a stroke can be drawn while it grows. What is covered fully is filled in one go; only
 * pixels of the soft rim are looked at one by one.
 */
import type { PaintMode } from "./mask-document.ts";
import { isEmpty, type MaskWindow, nothing, type Patch, patchAround, wholePatch } from "./mask-window.ts";
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
  const rim = new Rim(patch, brush, hasEvenPressure(points, Math.max(0, from - 1)) ? parts[0] : undefined);
  const solid = new SolidRow();
  const active: StrokePart[] = [];
  let next = 0;
  for (let row = patch.top; row < patch.bottom; row += 1) {
    for (let part = parts[next]; part && part.top <= row; part = parts[next]) {
      active.push(part);
      next += 1;
    }
    dropPassed(active, row);
    solid.collect(active, row, patch);
    solid.fill(mask, row * window.width, brush.mode);
    for (const part of active) rim.collect(part, row, solid);
    rim.write(mask, row * window.width, brush.mode, solid);
  }
  return patch;
}

/** In place: this runs for every row. */
function dropPassed(parts: StrokePart[], row: number): void {
  let kept = 0;
  for (const part of parts) {
    if (part.bottom <= row) continue;
    parts[kept] = part;
    kept += 1;
  }
  parts.length = kept;
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

/** The stretches of one row that are covered fully, in order and apart from each other. */
class SolidRow {
  readonly from: number[] = [];
  readonly to: number[] = [];
  count = 0;
  private readonly columns: Columns = { from: 0, to: 0 };

  collect(parts: readonly StrokePart[], row: number, { left, right }: Patch): void {
    let found = 0;
    for (const part of parts) {
      if (part.solid < 0) continue;
      findColumns(part, row, part.solid, left, right, this.columns);
      const { from, to } = this.columns;
      if (from >= to) continue;
      let at = found;
      for (; at > 0 && (this.from[at - 1] ?? 0) > from; at -= 1) {
        this.from[at] = this.from[at - 1] ?? 0;
        this.to[at] = this.to[at - 1] ?? 0;
      }
      this.from[at] = from;
      this.to[at] = to;
      found += 1;
    }
    this.join(found);
  }

  fill(mask: Uint8Array, start: number, mode: PaintMode): void {
    const level = mode === "add" ? 255 : 0;
    for (let at = 0; at < this.count; at += 1) mask.fill(level, start + (this.from[at] ?? 0), start + (this.to[at] ?? 0));
  }

  private join(found: number): void {
    this.count = 0;
    for (let at = 0; at < found; at += 1) {
      const from = this.from[at] ?? 0;
      const to = this.to[at] ?? 0;
      const last = this.count - 1;
      if (last >= 0 && from <= (this.to[last] ?? 0)) this.to[last] = Math.max(this.to[last] ?? 0, to);
      else {
        this.from[this.count] = from;
        this.to[this.count] = to;
        this.count += 1;
      }
    }
  }
}

/** The soft part of one row. With even pressure the nearest part decides, and one level a pixel is worked out at the end. */
class Rim {
  private readonly patch: Patch;
  private readonly hardness: number;
  private readonly isEven: boolean;
  /** Where the soft part begins and how wide it is, the same all along with even pressure. */
  private readonly inner: number;
  private readonly softness: number;
  private readonly squares: Float64Array;
  private readonly levels: Uint8Array;
  private readonly columns: Columns = { from: 0, to: 0 };
  private from = Number.POSITIVE_INFINITY;
  private to = 0;

  constructor(patch: Patch, { hardness }: Brush, even: StrokePart | undefined) {
    this.patch = patch;
    this.hardness = hardness;
    this.isEven = even !== undefined;
    this.inner = even?.solid ?? 0;
    this.softness = 1 / ((even?.reach ?? 1) - this.inner);
    const width = patch.right - patch.left;
    this.squares = new Float64Array(even ? width : 0).fill(Number.POSITIVE_INFINITY);
    this.levels = new Uint8Array(even ? 0 : width);
  }

  collect(part: StrokePart, row: number, solid: SolidRow): void {
    const { left, right } = this.patch;
    findColumns(part, row, part.reach, left, right, this.columns);
    let { from } = this.columns;
    const { to } = this.columns;
    for (let at = 0; at < solid.count && from < to; at += 1) {
      const solidFrom = solid.from[at] ?? 0;
      const solidTo = solid.to[at] ?? 0;
      if (solidTo <= from) continue;
      if (solidFrom > from) this.take(part, row, from, Math.min(to, solidFrom));
      from = Math.max(from, solidTo);
    }
    if (from < to) this.take(part, row, from, to);
  }

  write(mask: Uint8Array, start: number, mode: PaintMode, solid: SolidRow): void {
    let { from } = this;
    for (let at = 0; at < solid.count && from < this.to; at += 1) {
      const to = Math.min(this.to, solid.from[at] ?? 0);
      if (from < to) this.writeBetween(mask, start, mode, from, to);
      from = Math.max(from, solid.to[at] ?? 0);
    }
    if (from < this.to) this.writeBetween(mask, start, mode, from, this.to);
    this.from = Number.POSITIVE_INFINITY;
    this.to = 0;
  }

  private writeBetween(mask: Uint8Array, start: number, mode: PaintMode, from: number, to: number): void {
    const { left } = this.patch;
    const { squares, levels, isEven, inner, softness } = this;
    const isAdding = mode === "add";
    for (let column = from; column < to; column += 1) {
      const level = isEven ? smooth((Math.sqrt(squares[column - left] ?? 0) - inner) * softness) : (levels[column - left] ?? 0);
      const at = start + column;
      if (isAdding && level > (mask[at] ?? 0)) mask[at] = level;
      else if (!isAdding && 255 - level < (mask[at] ?? 0)) mask[at] = 255 - level;
    }
    if (isEven) squares.fill(Number.POSITIVE_INFINITY, from - left, to - left);
    else levels.fill(0, from - left, to - left);
  }

  private take(part: StrokePart, row: number, from: number, to: number): void {
    this.from = Math.min(this.from, from);
    this.to = Math.max(this.to, to);
    if (!this.isEven) this.takeLevels(part, row, from, to);
    else if (part.length === 0) this.takeDisc(part, row, from, to);
    else this.takeBody(part, row, from, to);
  }

  private takeDisc({ x, y, before, after }: StrokePart, row: number, from: number, to: number): void {
    const { left } = this.patch;
    const down = row + 0.5 - y;
    for (let column = from; column < to; column += 1) {
      const across = column + 0.5 - x;
      if (before && across * before.dx + down * before.dy < 0) continue;
      if (after && across * after.dx + down * after.dy > 0) continue;
      const squared = across * across + down * down;
      if (squared < (this.squares[column - left] ?? 0)) this.squares[column - left] = squared;
    }
  }

  private takeBody({ x, y, dx, dy, length }: StrokePart, row: number, from: number, to: number): void {
    const { left } = this.patch;
    const down = ((row + 0.5 - y) * dx) / length;
    const slope = dy / length;
    for (let column = from; column < to; column += 1) {
      const aside = (column + 0.5 - x) * slope - down;
      const squared = aside * aside;
      if (squared < (this.squares[column - left] ?? 0)) this.squares[column - left] = squared;
    }
  }

  private takeLevels({ x, y, dx, dy, length, radius, endRadius }: StrokePart, row: number, from: number, to: number): void {
    const { left } = this.patch;
    const down = row + 0.5 - y;
    for (let column = from; column < to; column += 1) {
      const across = column + 0.5 - x;
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, (across * dx + down * dy) / (length * length)));
      const distance = length === 0 ? Math.hypot(across, down) : Math.abs(across * dy - down * dx) / length;
      const level = levelAt(distance, radius + (endRadius - radius) * along, this.hardness);
      if (level > (this.levels[column - left] ?? 0)) this.levels[column - left] = level;
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

/** Areas in any size: where the screen is coarser their cells are averaged, where the picture is finer they are joined smoothly. */
import { addSpan, combineRow } from "./cover-row.ts";
import type { Area } from "./mask-document.ts";
import { type MaskWindow, type Patch, patchAround, wholePatch } from "./mask-window.ts";
import { type PackedRows, rowsOfRuns } from "./runs.ts";

export function drawArea(mask: Uint8Array, window: MaskWindow, area: Area, clip: Patch = wholePatch(window)): Patch {
  const changed = areaPatch(window, area, clip);
  const inside = areaPatch(window, { ...area, mode: "add" }, clip);
  const covered = new Float32Array(window.width + 1);
  const grid = gridOf(window, area);
  const isCoarse = grid.wide > 1.000001 || grid.high > 1.000001;
  const fine = isCoarse ? new SmoothRows(grid, area) : null;
  for (let row = changed.top; row < changed.bottom; row += 1) {
    covered.fill(0, changed.left, changed.right);
    if (row >= inside.top && row < inside.bottom) {
      if (fine) fine.addRow(covered, row, inside);
      else addAverage(covered, grid, row, window.width);
    }
    combineRow(mask, row * window.width, covered, changed.left, changed.right, area.mode);
  }
  return changed;
}

/** The pixels it may change. */
export function areaPatch(window: MaskWindow, { mode, x, y, width, height }: Area, clip: Patch): Patch {
  if (mode === "intersect") return clip;
  const left = (x - window.x) * window.scale;
  const top = (y - window.y) * window.scale;
  return patchAround(clip, left, top, left + width * window.scale, top + height * window.scale);
}

interface Grid {
  readonly packed: PackedRows;
  readonly columns: number;
  readonly rows: number;
  readonly left: number;
  readonly top: number;
  /** Size of a cell in pixels of the raster. */
  readonly wide: number;
  readonly high: number;
}

function gridOf({ x, y, scale }: MaskWindow, area: Area): Grid {
  const { columns, rows } = area;
  const packed = rowsOfRuns(area.runs, columns, rows);
  const cell = { wide: (area.width * scale) / columns, high: (area.height * scale) / rows };
  return { packed, columns, rows, left: (area.x - x) * scale, top: (area.y - y) * scale, ...cell };
}

function addAverage(covered: Float32Array, { packed, rows, left, top, wide, high }: Grid, row: number, width: number): void {
  const from = Math.max(0, (row - top) / high);
  const to = Math.min(rows, (row + 1 - top) / high);
  for (let at = Math.floor(from); at < to; at += 1) {
    const weight = ((Math.min(to, at + 1) - Math.max(from, at)) * high) / 255;
    packed.eachRun(at, (level, first, last) => {
      if (level > 0) addSpan(covered, Math.max(0, left + first * wide), Math.min(width, left + last * wide), level * weight);
    });
  }
}

class SmoothRows {
  private readonly grid: Grid;
  private readonly isSharp: boolean;
  private upper: Uint8Array;
  private lower: Uint8Array;
  private upperRow = -1;
  private lowerRow = -1;

  constructor(grid: Grid, { isSharp }: Area) {
    this.grid = grid;
    this.isSharp = isSharp;
    this.upper = new Uint8Array(grid.columns);
    this.lower = new Uint8Array(grid.columns);
  }

  addRow(covered: Float32Array, row: number, inside: Patch): void {
    const { top, high, rows, left, wide, columns } = this.grid;
    const down = Math.min(rows - 1, Math.max(0, (row + 0.5 - top) / high - 0.5));
    this.unpack(Math.floor(down));
    const low = down - Math.floor(down);
    const sharpness = this.isSharp ? Math.max(1, wide, high) : 1;
    for (let column = inside.left; column < inside.right; ) {
      const across = Math.min(columns - 1, Math.max(0, (column + 0.5 - left) / wide - 0.5));
      const at = Math.floor(across);
      const same = this.lastOfSame(at);
      if (same > at) {
        // Up to the middle of the last cell, and beyond it where there is none after it.
        const end = same === columns - 1 ? inside.right : Math.min(inside.right, Math.floor(left + (same + 0.5) * wide - 0.5));
        const to = Math.max(column + 1, end);
        covered.fill(sharpen((this.upper[at] ?? 0) / 255, sharpness), column, to);
        column = to;
        continue;
      }
      const part = across - at;
      const next = Math.min(columns - 1, at + 1);
      const upper = (this.upper[at] ?? 0) * (1 - part) + (this.upper[next] ?? 0) * part;
      const lower = (this.lower[at] ?? 0) * (1 - part) + (this.lower[next] ?? 0) * part;
      covered[column] = sharpen((upper * (1 - low) + lower * low) / 255, sharpness);
      column += 1;
    }
  }

  /** How far from a cell on all cells of both rows have its level. */
  private lastOfSame(first: number): number {
    const { upper, lower } = this;
    const level = upper[first];
    let at = first;
    while (at < upper.length && upper[at] === level && lower[at] === level) at += 1;
    return at - 1;
  }

  private unpack(row: number): void {
    const below = Math.min(this.grid.rows - 1, row + 1);
    if (this.lowerRow === row) {
      [this.upper, this.lower] = [this.lower, this.upper];
      [this.upperRow, this.lowerRow] = [this.lowerRow, this.upperRow];
    }
    if (this.upperRow !== row) this.grid.packed.unpackRow(row, this.upper);
    if (this.lowerRow !== below) this.grid.packed.unpackRow(below, this.lower);
    this.upperRow = row;
    this.lowerRow = below;
  }
}

function sharpen(level: number, sharpness: number): number {
  return Math.min(1, Math.max(0, (level - 0.5) * sharpness + 0.5));
}

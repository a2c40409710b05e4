/** What a motif of a pattern is given: where in its cell it paints, and the cells' common grid. */
import { hashPoint } from "#lib/pixels/random.ts";
import type { Radiance } from "../light/radiance.ts";
import type { Swatches } from "./swatches.ts";

export interface Grid {
  readonly across: number;
  readonly down: number;
  /** Pixels a cell is wide. */
  readonly size: number;
  readonly seed: number;
  readonly swatches: Swatches;
  /** Lemons were asked for, and no other fruit. */
  readonly isOfOne: boolean;
}

/** Paints the cell (column, row) at u, v in 0..1. */
export type Motif = (out: Radiance, u: number, v: number, column: number, row: number, grid: Grid) => void;

export function cover(distance: number, grid: Grid): number {
  return 0.5 - distance * grid.size;
}

export const tone = (grid: Grid, n: number): Radiance => grid.swatches[((n % 5) + 5) % 5] as Radiance;
export const chance = (grid: Grid, column: number, row: number, salt: number): number => hashPoint(column + salt * 131, row, grid.seed);

/** How much the soft part of a stroke covers, a row of one part at a time. */
import { type StrokePart, solidRadius } from "./stroke-part.ts";
import type { Brush } from "./stroke-parts.ts";

export class Rim {
  /** By columns; what was not measured last is of no meaning. */
  readonly levels: Uint8Array;
  private readonly hardness: number;
  private readonly isEven: boolean;

  constructor({ hardness }: Brush, isEven: boolean, columns: number) {
    this.levels = new Uint8Array(columns);
    this.hardness = hardness;
    this.isEven = isEven;
  }

  measure(part: StrokePart, row: number, from: number, to: number): void {
    if (part.length === 0) this.measureDisc(part, row, from, to);
    else if (this.isEven) this.measureBody(part, row, from, to);
    else this.measureUneven(part, row, from, to);
  }

  private measureDisc({ x, y, solid, reach }: StrokePart, row: number, from: number, to: number): void {
    const { levels } = this;
    const softness = 1 / (reach - solid);
    const squaredDown = (row + 0.5 - y) ** 2;
    for (let column = from; column < to; column += 1) {
      const across = column + 0.5 - x;
      levels[column] = smooth((Math.sqrt(across * across + squaredDown) - solid) * softness);
    }
  }

  private measureBody({ x, y, ux, uy, solid, reach }: StrokePart, row: number, from: number, to: number): void {
    const { levels } = this;
    const softness = 1 / (reach - solid);
    const down = (row + 0.5 - y) * ux;
    for (let column = from; column < to; column += 1) {
      levels[column] = smooth((Math.abs((column + 0.5 - x) * uy - down) - solid) * softness);
    }
  }

  /** Where it grows thinner or thicker on the way. */
  private measureUneven({ x, y, ux, uy, length, radius, endRadius }: StrokePart, row: number, from: number, to: number): void {
    const { levels, hardness } = this;
    const down = row + 0.5 - y;
    const thicker = (endRadius - radius) / length;
    for (let column = from; column < to; column += 1) {
      const across = column + 0.5 - x;
      const here = radius + thicker * Math.min(length, Math.max(0, across * ux + down * uy));
      const inner = solidRadius(here, hardness);
      levels[column] = smooth((Math.abs(across * uy - down * ux) - inner) / (here + 0.5 - inner));
    }
  }
}

/** The level `t` of the way from the solid part to where nothing is covered any more. */
function smooth(t: number): number {
  if (t >= 1) return 0;
  return t <= 0 ? 255 : Math.floor(255 * (1 - t * t * (3 - 2 * t)) + 0.5);
}

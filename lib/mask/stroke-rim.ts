/** How much the soft part of a stroke covers, a row of one part at a time. */
import { type StrokePart, solidRadius } from "./stroke-part.ts";
import type { Brush } from "./stroke-parts.ts";

export class Rim {
  /** By columns; what was not measured last is of no meaning. */
  readonly levels: Uint8Array;
  private readonly hardness: number;
  private readonly isEven: boolean;
  /** Where the soft part begins and how wide it is, the same all along with even pressure. */
  private readonly inner: number;
  private readonly softness: number;

  constructor({ hardness }: Brush, even: StrokePart | undefined, columns: number) {
    this.levels = new Uint8Array(columns);
    this.hardness = hardness;
    this.isEven = even !== undefined;
    this.inner = even?.solid ?? 0;
    this.softness = 1 / ((even?.reach ?? 1) - this.inner);
  }

  measure(part: StrokePart, row: number, from: number, to: number): void {
    if (!this.isEven) this.measureUneven(part, row, from, to);
    else if (part.length === 0) this.measureDisc(part, row, from, to);
    else this.measureBody(part, row, from, to);
  }

  private measureDisc({ x, y }: StrokePart, row: number, from: number, to: number): void {
    const { levels, inner, softness } = this;
    const squaredDown = (row + 0.5 - y) ** 2;
    for (let column = from; column < to; column += 1) {
      const across = column + 0.5 - x;
      levels[column] = smooth((Math.sqrt(across * across + squaredDown) - inner) * softness);
    }
  }

  private measureBody({ x, y, ux, uy }: StrokePart, row: number, from: number, to: number): void {
    const { levels, inner, softness } = this;
    const down = (row + 0.5 - y) * ux;
    for (let column = from; column < to; column += 1) {
      levels[column] = smooth((Math.abs((column + 0.5 - x) * uy - down) - inner) * softness);
    }
  }

  private measureUneven({ x, y, ux, uy, length, radius, endRadius }: StrokePart, row: number, from: number, to: number): void {
    const { levels, hardness } = this;
    const down = row + 0.5 - y;
    for (let column = from; column < to; column += 1) {
      const across = column + 0.5 - x;
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, (across * ux + down * uy) / length));
      const distance = length === 0 ? Math.hypot(across, down) : Math.abs(across * uy - down * ux);
      const here = radius + (endRadius - radius) * along;
      const inner = solidRadius(here, hardness);
      levels[column] = smooth((distance - inner) / (here + 0.5 - inner));
    }
  }
}

/** The level `t` of the way from the solid part to where nothing is covered any more. */
function smooth(t: number): number {
  if (t >= 1) return 0;
  return t <= 0 ? 255 : Math.floor(255 * (1 - t * t * (3 - 2 * t)) + 0.5);
}

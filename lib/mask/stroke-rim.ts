/** How much the soft part of a stroke covers, a row of one part at a time. */
import { field, fieldCount, type PartTable } from "./part-table.ts";
import { solidRadius } from "./stroke-part.ts";
import type { Brush } from "./stroke-parts.ts";

/** By columns; what was not measured last is of no meaning. One for all, as only one stroke is drawn at a time. */
let levels = new Uint8Array(4096);

export class Rim {
  private readonly parts: PartTable;
  private readonly hardness: number;
  private readonly isEven: boolean;

  constructor(parts: PartTable, { hardness }: Brush, isEven: boolean) {
    this.parts = parts;
    this.hardness = hardness;
    this.isEven = isEven;
  }

  /** Of one part, by columns. */
  measure(index: number, row: number, from: number, to: number): Uint8Array {
    if (levels.length < to) levels = new Uint8Array(to * 2);
    const at = index * fieldCount;
    if (this.parts.numbers[at + field.length] === 0) this.measureDisc(at, row, from, to);
    else if (this.isEven) this.measureBody(at, row, from, to);
    else this.measureUneven(at, row, from, to);
    return levels;
  }

  private measureDisc(at: number, row: number, from: number, to: number): void {
    const { numbers } = this.parts;
    const x = numbers[at + field.x] ?? 0;
    const solid = numbers[at + field.solid] ?? 0;
    const softness = 1 / ((numbers[at + field.reach] ?? 0) - solid);
    const squaredDown = (row + 0.5 - (numbers[at + field.y] ?? 0)) ** 2;
    for (let column = from; column < to; column += 1) {
      const across = column + 0.5 - x;
      levels[column] = smooth((Math.sqrt(across * across + squaredDown) - solid) * softness);
    }
  }

  private measureBody(at: number, row: number, from: number, to: number): void {
    const { numbers } = this.parts;
    const x = numbers[at + field.x] ?? 0;
    const uy = numbers[at + field.uy] ?? 0;
    const solid = numbers[at + field.solid] ?? 0;
    const softness = 1 / ((numbers[at + field.reach] ?? 0) - solid);
    const down = (row + 0.5 - (numbers[at + field.y] ?? 0)) * (numbers[at + field.ux] ?? 0);
    for (let column = from; column < to; column += 1) {
      levels[column] = smooth((Math.abs((column + 0.5 - x) * uy - down) - solid) * softness);
    }
  }

  /** Where it grows thinner or thicker on the way. */
  private measureUneven(at: number, row: number, from: number, to: number): void {
    const { numbers } = this.parts;
    const { hardness } = this;
    const x = numbers[at + field.x] ?? 0;
    const ux = numbers[at + field.ux] ?? 0;
    const uy = numbers[at + field.uy] ?? 0;
    const length = numbers[at + field.length] ?? 0;
    const radius = numbers[at + field.radius] ?? 0;
    const thicker = ((numbers[at + field.endRadius] ?? 0) - radius) / length;
    const down = row + 0.5 - (numbers[at + field.y] ?? 0);
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

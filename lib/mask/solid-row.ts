/** The stretches of one row that a stroke covers fully, in order and apart from each other. */
export class SolidRow {
  readonly from: Int32Array;
  readonly to: Int32Array;
  count = 0;
  private found = 0;

  constructor(most: number) {
    this.from = new Int32Array(most);
    this.to = new Int32Array(most);
  }

  begin(): void {
    this.found = 0;
  }

  /** Sorted in: parts mostly come in order. */
  add(from: number, to: number): void {
    let at = this.found;
    for (; at > 0 && (this.from[at - 1] ?? 0) > from; at -= 1) {
      this.from[at] = this.from[at - 1] ?? 0;
      this.to[at] = this.to[at - 1] ?? 0;
    }
    this.from[at] = from;
    this.to[at] = to;
    this.found += 1;
  }

  join(): void {
    this.count = 0;
    for (let at = 0; at < this.found; at += 1) {
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

  /** The end of the stretch that a column lies in, or the column itself. */
  endAround(column: number): number {
    for (let at = 0; at < this.count; at += 1) {
      if ((this.from[at] ?? 0) > column) break;
      if (column < (this.to[at] ?? 0)) return this.to[at] ?? 0;
    }
    return column;
  }

  /** Where the next stretch begins from a column on. */
  nextFrom(column: number): number {
    for (let at = 0; at < this.count; at += 1) if ((this.from[at] ?? 0) >= column) return this.from[at] ?? 0;
    return Number.POSITIVE_INFINITY;
  }
}

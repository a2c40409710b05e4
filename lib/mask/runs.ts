/**
 * Grey values packed row by row as runs of a level and a length: what a selection or a mask from a file is kept as. Lossless,
 * and small wherever areas are flat.
 */
export function packRuns(levels: Uint8Array, columns: number, rows: number): Uint8Array {
  let bytes = new Uint8Array(Math.max(64, rows * 8));
  let length = 0;
  for (let row = 0; row < rows; row += 1) {
    const end = (row + 1) * columns;
    for (let at = row * columns; at < end; ) {
      const from = at;
      const level = levels[at];
      while (at < end && levels[at] === level) at += 1;
      if (length + 6 > bytes.length) bytes = enlarge(bytes);
      bytes[length] = level ?? 0;
      length = writeNumber(bytes, length + 1, at - from);
    }
  }
  return bytes.slice(0, length);
}

/** Seven bits a byte; the highest says that more follow. */
function writeNumber(bytes: Uint8Array, start: number, value: number): number {
  let at = start;
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) {
    bytes[at] = (rest % 128) + 128;
    at += 1;
  }
  bytes[at] = rest;
  return at + 1;
}

function enlarge(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}

export type OnRun = (level: number, from: number, to: number) => void;

/** Packed rows that can be asked for one by one. */
export class PackedRows {
  private readonly runs: Uint8Array;
  private readonly columns: number;
  private readonly starts: Uint32Array;

  constructor(runs: Uint8Array, columns: number, rows: number) {
    this.runs = runs;
    this.columns = columns;
    this.starts = new Uint32Array(rows);
    for (let row = 0, at = 0; row < rows; row += 1) {
      this.starts[row] = at;
      at = this.read(at, ignore);
    }
  }

  eachRun(row: number, onRun: OnRun): void {
    this.read(this.starts[row] ?? this.runs.length, onRun);
  }

  unpackRow(row: number, levels: Uint8Array): void {
    this.eachRun(row, (level, from, to) => levels.fill(level, from, to));
  }

  /** Answers where the next row begins. What was cut short ends where it ends. */
  private read(start: number, onRun: OnRun): number {
    const { runs, columns } = this;
    let at = start;
    for (let column = 0; column < columns && at + 1 < runs.length; ) {
      const level = runs[at] ?? 0;
      let length = 0;
      let unit = 1;
      at += 1;
      for (; at < runs.length; at += 1, unit *= 128) {
        const byte = runs[at] ?? 0;
        length += (byte & 127) * unit;
        if (byte < 128) break;
      }
      at += 1;
      onRun(level, column, Math.min(columns, column + length));
      column += length;
    }
    return at;
  }
}

function ignore(): void {}

const known = new WeakMap<Uint8Array, PackedRows>();

/** Where each row begins is looked up once for as long as the bytes live. */
export function rowsOfRuns(runs: Uint8Array, columns: number, rows: number): PackedRows {
  const packed = known.get(runs) ?? new PackedRows(runs, columns, rows);
  known.set(runs, packed);
  return packed;
}

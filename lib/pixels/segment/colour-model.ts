/** How often a region shows each colour: a smoothed histogram over Lab. */
const steps = 16;
const cells = steps ** 3;

export interface ColourModel {
  /** Of one pixel's colour, relative to an even spread. */
  readonly likelihood: (cell: number) => number;
}

/** The histogram cell of each pixel. */
export function cellsOf(lab: Float32Array): Int32Array {
  return Int32Array.from({ length: lab.length / 3 }, (_, i) => {
    const l = place((lab[i * 3] as number) / 100);
    const a = place(((lab[i * 3 + 1] as number) + 64) / 128);
    const b = place(((lab[i * 3 + 2] as number) + 64) / 128);
    return (l * steps + a) * steps + b;
  });
}

export function learnColours(cell: Int32Array, weight: (pixel: number) => number): ColourModel {
  let table = new Float32Array(cells);
  let total = 0;
  for (let i = 0; i < cell.length; i++) {
    const share = weight(i);
    table[cell[i] as number] = (table[cell[i] as number] as number) + share;
    total += share;
  }
  for (const stride of [1, steps, steps * steps]) table = smooth(table, stride);
  const scale = total > 0 ? 200 / total : 0;
  return { likelihood: (at) => (table[at] as number) * scale + 0.02 };
}

function smooth(table: Float32Array, stride: number): Float32Array<ArrayBuffer> {
  return table.map((value, n) => {
    const at = Math.floor(n / stride) % steps;
    const before = at > 0 ? (table[n - stride] as number) : value;
    const after = at < steps - 1 ? (table[n + stride] as number) : value;
    return 0.5 * value + 0.25 * (before + after);
  }) as Float32Array<ArrayBuffer>;
}

function place(share: number): number {
  return Math.max(0, Math.min(steps - 1, Math.floor(share * steps)));
}

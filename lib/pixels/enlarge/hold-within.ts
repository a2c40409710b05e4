/** Keeps what was added from going beyond what lies around it: fewer rims beside edges, fewer specks on faces. */
import type { Plane } from "../plane.ts";

/** `fine` is twice the size of `luma`; each of its pixels stays within the nine around the one it grows out of. */
export function holdWithin(fine: Plane, { width, height, data }: Plane): void {
  // Of three rows, with one more at either end that says what the end says.
  const [least, most] = [new Float32Array(width + 2), new Float32Array(width + 2)];
  for (let y = 0; y < height; y++) {
    const [above, here, below] = [Math.max(0, y - 1) * width, y * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0; x < width; x++) {
      const [a, b, c] = [data[above + x] as number, data[here + x] as number, data[below + x] as number];
      least[x + 1] = Math.min(a, b, c);
      most[x + 1] = Math.max(a, b, c);
    }
    for (const range of [least, most]) {
      range[0] = range[1] as number;
      range[width + 1] = range[width] as number;
    }
    for (let x = 0; x < width; x++) {
      const from = Math.min(least[x] as number, least[x + 1] as number, least[x + 2] as number);
      const to = Math.max(most[x] as number, most[x + 1] as number, most[x + 2] as number);
      const at = 2 * (y * fine.width + x);
      hold(fine.data, at, from, to);
      hold(fine.data, at + 1, from, to);
      hold(fine.data, at + fine.width, from, to);
      hold(fine.data, at + fine.width + 1, from, to);
    }
  }
}

function hold(values: Float32Array, at: number, from: number, to: number): void {
  values[at] = Math.max(from, Math.min(to, values[at] as number));
}

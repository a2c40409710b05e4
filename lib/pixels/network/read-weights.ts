/** The numbers of a network as they are kept: of each layer its biases, then its weights, as floats of sixteen bits. */
import type { Layer } from "./convolve.ts";

/** What a layer takes in and gives, and how many neighbours it looks at. */
export type LayerShape = readonly [from: number, to: number, taps: 9 | 1];

export function readWeights(bytes: Uint8Array, shapes: readonly LayerShape[]): readonly Layer[] {
  const expected = 2 * shapes.reduce((sum, [from, to, taps]) => sum + to * (1 + taps * from), 0);
  if (bytes.length !== expected) throw new Error(`Expected ${expected} bytes of weights but received ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (count: number): Float32Array => {
    const start = at;
    at += 2 * count;
    return Float32Array.from({ length: count }, (_, n) => view.getFloat16(start + 2 * n, true));
  };
  return shapes.map(([from, to, taps]) => {
    const biases = take(to);
    return { from, to, biases, weights: take(to * taps * from) };
  });
}

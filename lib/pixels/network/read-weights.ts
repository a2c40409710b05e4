/** The numbers of a network as they are kept: of each layer its biases as floats of sixteen bits, then its weights. */
import type { Layer, Taps } from "./convolve.ts";

/** What a layer takes in and gives, and how many neighbours it looks at. */
export type LayerShape = readonly [from: number, to: number, taps: Taps];

/** Weights are floats of sixteen bits, or whole numbers of eight after one scale (a float of 32 bits) for each value that comes out. */
export type WeightForm = "halves" | "scaled";

export function readWeights(bytes: Uint8Array, shapes: readonly LayerShape[], form: WeightForm): readonly Layer[] {
  const sizeOf = ([from, to, taps]: LayerShape): number => to * (form === "halves" ? 2 + 2 * taps * from : 2 + 4 + taps * from);
  const expected = shapes.reduce((sum, shape) => sum + sizeOf(shape), 0);
  if (bytes.length !== expected) throw new Error(`Expected ${expected} bytes of weights but received ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (count: number, size: 1 | 2 | 4): Float32Array => {
    const start = at;
    at += size * count;
    const read = (place: number): number =>
      size === 1 ? view.getInt8(place) : size === 2 ? view.getFloat16(place, true) : view.getFloat32(place, true);
    const taken = new Float32Array(count);
    for (let n = 0; n < count; n++) taken[n] = read(start + size * n);
    return taken;
  };
  return shapes.map(([from, to, taps]) => {
    const biases = take(to, 2);
    if (form === "halves") return { from, to, taps, biases, weights: take(to * taps * from, 2) };
    const scales = take(to, 4);
    const weights = take(to * taps * from, 1);
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * (scales[Math.floor(i / (taps * from))] as number);
    return { from, to, taps, biases, weights };
  });
}

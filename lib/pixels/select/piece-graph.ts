/** What each piece of a picture looks like, which pieces touch, and how much their common border shows. */
import type { ColourSamples } from "./colour-clusters.ts";
import { type LabPlanes, meanStepOf, squaredStep } from "./lab-planes.ts";
import type { Superpixels } from "./superpixels.ts";

export interface PieceGraph extends ColourSamples {
  /** Two pieces after each other for every border. */
  readonly pairs: Int32Array;
  /** Length of the border in pixels. */
  readonly borders: Float32Array;
  /** How alike both sides of it are: 1 where nothing shows, towards 0 where it is an edge. */
  readonly likeness: Float32Array;
  /** Distance of the mean colours in Lab. */
  readonly contrast: Float32Array;
}

export function joinPieces(planes: LabPlanes, { width, labels, count }: Superpixels): PieceGraph {
  const samples = meansOf(planes, labels, count);
  const softness = 1 / (2 * meanStepOf(planes) + 1);
  const found = new Map<number, { length: number; likeness: number }>();
  for (let at = 0; at < labels.length; at += 1) {
    const isLast = at % width === width - 1;
    for (const other of [isLast ? -1 : at + 1, at + width]) {
      const [one = 0, two = 0] = [labels[at], labels[other]];
      if (other < 0 || other >= labels.length || one === two) continue;
      const key = Math.min(one, two) * count + Math.max(one, two);
      const border = found.get(key) ?? { length: 0, likeness: 0 };
      border.length += 1;
      border.likeness += Math.exp(-softness * squaredStep(planes, at, other));
      found.set(key, border);
    }
  }
  const pairs = Int32Array.from([...found.keys()].flatMap((key) => [Math.floor(key / count), key % count]));
  const borders = Float32Array.from(found.values(), ({ length }) => length);
  const likeness = Float32Array.from(found.values(), (border) => border.likeness / border.length);
  const contrast = Float32Array.from(borders, (_, pair) => {
    const [one = 0, other = 0] = [pairs[pair * 2], pairs[pair * 2 + 1]];
    return Math.hypot(
      (samples.lightness[one] ?? 0) - (samples.lightness[other] ?? 0),
      (samples.a[one] ?? 0) - (samples.a[other] ?? 0),
      (samples.b[one] ?? 0) - (samples.b[other] ?? 0),
    );
  });
  return { ...samples, pairs, borders, likeness, contrast };
}

function meansOf({ lightness, a, b }: LabPlanes, labels: Int32Array, count: number): ColourSamples {
  const size = new Float32Array(count);
  for (const piece of labels) size[piece] = (size[piece] ?? 0) + 1;
  const mean = (plane: Float32Array) => {
    const sums = new Float64Array(count);
    for (let at = 0; at < labels.length; at += 1) {
      const piece = labels[at] ?? 0;
      sums[piece] = (sums[piece] ?? 0) + (plane[at] ?? 0);
    }
    return Float32Array.from(sums, (sum, piece) => sum / Math.max(1, size[piece] ?? 1));
  };
  return { count, size, lightness: mean(lightness), a: mean(a), b: mean(b) };
}

/** A thing hangs together: what was sorted to it but lies elsewhere goes, and small gaps inside of it are closed. */
import type { PieceGraph } from "./piece-graph.ts";

/** Of the thing's size: smaller gaps are glints, drops and shadows on it, larger ones are seen through it. */
const largestGap = 0.015;
/** Of the largest part: in a box a thing may lie in several, but not in crumbs. */
const smallestPart = 0.04;

/** With a seed only the part that holds it stays. */
export function trimThing(pieces: PieceGraph, isThing: Uint8Array, seed: number | null, atRim: Uint8Array): Uint8Array {
  const parts = partsOf(pieces, isThing);
  const sizes = new Float64Array(pieces.count);
  const touchesRim = new Uint8Array(pieces.count);
  for (let piece = 0; piece < pieces.count; piece += 1) {
    const part = parts[piece] ?? 0;
    sizes[part] = (sizes[part] ?? 0) + (pieces.size[piece] ?? 0);
    if (atRim[piece]) touchesRim[part] = 1;
  }
  const largest = sizes.reduce((most, size, part) => (isThing[part] ? Math.max(most, size) : most), 0);
  const isKept = (part: number) => (seed === null ? (sizes[part] ?? 0) >= smallestPart * largest : part === parts[seed]);
  const kept = seed === null ? largest : (sizes[parts[seed] ?? 0] ?? 0);
  return Uint8Array.from(parts, (part) => {
    if (isThing[part]) return isKept(part) ? 1 : 0;
    return !touchesRim[part] && (sizes[part] ?? 0) < largestGap * kept ? 1 : 0;
  });
}

/** Each piece's part, named by the first of its pieces; neighbours of the same kind are of one part. */
function partsOf({ count, pairs }: PieceGraph, kinds: Uint8Array): Int32Array {
  const parents = Int32Array.from({ length: count }, (_, piece) => piece);
  const find = (piece: number): number => {
    let at = piece;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? at] ?? at;
      at = parents[at] ?? at;
    }
    return at;
  };
  for (let pair = 0; pair + 1 < pairs.length; pair += 2) {
    const [one = 0, other = 0] = [pairs[pair], pairs[pair + 1]];
    if (kinds[one] === kinds[other]) parents[Math.max(find(one), find(other))] = Math.min(find(one), find(other));
  }
  return parents.map((_, piece) => find(piece));
}

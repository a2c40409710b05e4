/** Chooses among the connected pieces of a mask. */
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { componentsOf } from "./components.ts";

/** Pieces that count at least a share of the best one; `score` says what a pixel counts. */
export function keepLargest(mask: Plane, score: Plane, leastOfBest: number): Plane {
  const scored = componentsOf(mask.data, mask.width, mask.height).map((pixels) => ({
    pixels,
    score: pixels.reduce((sum, i) => sum + (score.data[i] as number), 0),
  }));
  const best = scored.reduce((top, piece) => Math.max(top, piece.score), 0);
  return drawn(
    mask,
    scored.filter((piece) => piece.score >= best * leastOfBest).map(({ pixels }) => pixels),
  );
}

/** Pieces that reach into the given share of the picture's height from the top. */
export function keepReaching(mask: Plane, share: number): Plane {
  const isNear = (pixel: number): boolean => Math.floor(pixel / mask.width) < mask.height * share;
  const pieces = componentsOf(mask.data, mask.width, mask.height).filter((pixels) => pixels.some(isNear));
  return drawn(mask, pieces);
}

function drawn(mask: Plane, pieces: readonly (readonly number[])[]): Plane {
  const result = newPlane(mask.width, mask.height);
  for (const pixels of pieces) for (const i of pixels) result.data[i] = 1;
  return result;
}

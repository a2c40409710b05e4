/** Chooses among the connected pieces of a mask. */
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { componentsOf } from "./components.ts";

/** The best piece and those that count at least a share of it and reach down to a share of the height; `score` says what a pixel counts. */
export function keepLargest(mask: Plane, score: Plane, leastOfBest: number, downTo = 0): Plane {
  const scored = componentsOf(mask.data, mask.width, mask.height).map((pixels) => ({
    pixels,
    score: pixels.reduce((sum, i) => sum + (score.data[i] as number), 0),
  }));
  const best = scored.reduce((top, piece) => Math.max(top, piece.score), 0);
  return drawn(
    mask,
    scored
      .filter((piece) => piece.score === best || (piece.score >= best * leastOfBest && rowsDown(piece.pixels, mask) >= downTo))
      .map(({ pixels }) => pixels),
  );
}

/** Where its lowest pixel is, as a share of the height. */
function rowsDown(pixels: readonly number[], { width, height }: Plane): number {
  return Math.floor(Math.max(...pixels.map((i) => i / width))) / height;
}

/** The best piece and what lies about it: the stripes of a balloon are one thing. */
export function keepTogether(mask: Plane, score: Plane): Plane {
  const { width } = mask;
  const pieces = componentsOf(mask.data, mask.width, mask.height).map((pixels) => ({
    pixels,
    score: pixels.reduce((sum, i) => sum + (score.data[i] as number), 0),
    box: boxOf(pixels, width),
  }));
  const best = pieces.reduce<(typeof pieces)[number] | undefined>(
    (top, piece) => (top === undefined || piece.score > top.score ? piece : top),
    undefined,
  );
  if (best === undefined) return mask;
  const reach = 0.1 * Math.max(best.box.right - best.box.left, best.box.bottom - best.box.top) + 2;
  const isAbout = ({ score: own, box }: (typeof pieces)[number]): boolean =>
    own >= 0.06 * best.score &&
    box.left <= best.box.right + reach &&
    box.right >= best.box.left - reach &&
    box.top >= best.box.top - 2 * reach &&
    box.bottom <= best.box.bottom + reach;
  return drawn(
    mask,
    pieces.filter(isAbout).map(({ pixels }) => pixels),
  );
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boxOf(pixels: readonly number[], width: number): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (const i of pixels) {
    const [x, y] = [i % width, Math.floor(i / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

/** Pieces that reach into the given share of the picture's height from the top. */
export function keepReaching(mask: Plane, share: number): Plane {
  const { width, height } = mask;
  const rowOf = (pixel: number): number => Math.floor(pixel / width);
  const pieces = componentsOf(mask.data, width, height);
  const kept = pieces.filter((pixels) => pixels.some((pixel) => rowOf(pixel) < height * share));
  // What a cable or a branch cuts off is beside the rest, and above where that ends.
  const end = kept.reduce((low, pixels) => pixels.reduce((lowest, pixel) => Math.max(lowest, rowOf(pixel)), low), 0);
  const cutOff = pieces.filter((pixels) => {
    const middle = pixels.reduce((sum, pixel) => sum + rowOf(pixel), 0) / pixels.length;
    return !kept.includes(pixels) && pixels.length > 0.01 * width * height && middle < 0.9 * end && rowOf(pixels[0] as number) < 0.6 * end;
  });
  return drawn(mask, [...kept, ...cutOff]);
}

function drawn(mask: Plane, pieces: readonly (readonly number[])[]): Plane {
  const result = newPlane(mask.width, mask.height);
  for (const pixels of pieces) for (const i of pixels) result.data[i] = 1;
  return result;
}

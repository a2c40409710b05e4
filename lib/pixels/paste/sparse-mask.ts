/** Masks of large pictures: most of each is nothing, and whoever knows where need not look at it. */
import type { Span } from "../merge/placement.ts";
import { newRaster, type Raster } from "../raster.ts";

/** Grey. */
export interface SparseMask extends Raster {
  /** Of each row: outside of it all is 0. */
  readonly spans: readonly Span[];
}

/** Grey, along straight lines: what lies between nothings stays exactly nothing. */
export function enlargeAlpha(alpha: Raster, width: number, height: number): SparseMask {
  const large = newRaster(width, height, 1);
  const { data } = alpha;
  const places = Float32Array.from({ length: width }, (_, x) => inside(((x + 0.5) * alpha.width) / width - 0.5, alpha.width));
  const filled = Array.from({ length: alpha.height }, (_, y) => filledSpan(alpha, y));
  const spans = Array.from({ length: height }, (_, y): Span => {
    const place = inside(((y + 0.5) * alpha.height) / height - 0.5, alpha.height);
    const top = Math.floor(place);
    const bottom = Math.min(alpha.height - 1, top + 1);
    const share = place - top;
    const one = filled[top] as Span;
    const other = filled[bottom] as Span;
    const above = top * alpha.width;
    const below = bottom * alpha.width;
    // A pixel of the small one reaches as far as its neighbours.
    const from = Math.max(0, Math.floor(((Math.min(one.from, other.from) - 1) * width) / alpha.width));
    const to = Math.min(width, Math.ceil(((Math.max(one.to, other.to) + 1) * width) / alpha.width));
    for (let x = from; x < to; x++) {
      const at = places[x] as number;
      const left = Math.floor(at);
      const right = left + 1 < alpha.width ? left + 1 : left;
      const t = at - left;
      const upper = (data[above + left] as number) * (1 - t) + (data[above + right] as number) * t;
      const lower = (data[below + left] as number) * (1 - t) + (data[below + right] as number) * t;
      large.data[y * width + x] = upper * (1 - share) + lower * share;
    }
    return { from, to };
  });
  return { ...large, spans };
}

/** A mask as it is, with what of its rows is filled. */
export function withSpans(mask: Raster): SparseMask {
  return { ...mask, spans: Array.from({ length: mask.height }, (_, y) => filledSpan(mask, y)) };
}

/** From the first value of a row that is not 0 to the last; from beyond the end to the start where there is none. */
function filledSpan({ width, data }: Raster, y: number): Span {
  const row = y * width;
  let from = 0;
  let to = width;
  while (from < width && data[row + from] === 0) from++;
  if (from === width) return { from: width + 1, to: -1 };
  while (data[row + to - 1] === 0) to--;
  return { from, to };
}

function inside(place: number, length: number): number {
  return Math.max(0, Math.min(length - 1, place));
}

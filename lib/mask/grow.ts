/** Grows a mask by a disc, by distance instead of by stamping: the cost does not depend on the radius. */
import { invert } from "./invert.ts";
import { isPainted } from "./label-runs.ts";

/** Outwards by `radius` pixels of the raster; inwards where it is negative. What was half painted counts as painted. */
export function grow(mask: Uint8Array, width: number, height: number, radius: number): void {
  if (radius < 0) {
    invert(mask);
    grow(mask, width, height, -radius);
    invert(mask);
    return;
  }
  spread(mask, width, height, { opaque: radius, seam: 1 });
}

/** Wholly painted up to `opaque` pixels from what is painted, then falling off over `seam`; what is more painted stays so. */
export function spread(mask: Uint8Array, width: number, height: number, reach: Reach): void {
  const far = Math.ceil(reach.opaque + reach.seam) + 1;
  const upDown = distancesInColumns(mask, width, height, far);
  const spans = { at: new Int32Array(width), from: new Float64Array(width + 1) };
  for (let row = 0; row < height; row += 1) growRow(mask, upDown, row * width, width, reach, far, spans);
}

interface Reach {
  readonly opaque: number;
  readonly seam: number;
}

function distancesInColumns(mask: Uint8Array, width: number, height: number, far: number): Uint16Array {
  const distances = new Uint16Array(mask.length);
  const cap = Math.min(65_535, far);
  for (let at = 0; at < width; at += 1) distances[at] = isPainted(mask[at] ?? 0) ? 0 : cap;
  for (let at = width; at < mask.length; at += 1) {
    const above = distances[at - width] ?? cap;
    distances[at] = isPainted(mask[at] ?? 0) ? 0 : above < cap ? above + 1 : cap;
  }
  for (let at = (height - 1) * width - 1; at >= 0; at -= 1) {
    const below = (distances[at + width] ?? cap) + 1;
    if (below < (distances[at] ?? 0)) distances[at] = below;
  }
  return distances;
}

interface Envelope {
  /** Column of each parabola of the lower envelope, and where it begins to be the lowest. */
  readonly at: Int32Array;
  readonly from: Float64Array;
}

function growRow(mask: Uint8Array, upDown: Uint16Array, start: number, width: number, reach: Reach, far: number, spans: Envelope): void {
  const { opaque, seam } = reach;
  let count = 0;
  for (let column = 0; column < width; column += 1) {
    const height = upDown[start + column] ?? far;
    if (height >= far) continue;
    // Of a painted run only the ends are the nearest to anything beside it.
    if (height === 0 && column > 0 && column + 1 < width && upDown[start + column - 1] === 0 && upDown[start + column + 1] === 0) continue;
    let from = Number.NEGATIVE_INFINITY;
    while (count > 0) {
      const other = spans.at[count - 1] ?? 0;
      const otherHeight = upDown[start + other] ?? far;
      from = (column * column + height * height - other * other - otherHeight * otherHeight) / (2 * (column - other));
      if (from > (spans.from[count - 1] ?? 0)) break;
      count -= 1;
      from = Number.NEGATIVE_INFINITY;
    }
    spans.at[count] = column;
    spans.from[count] = from;
    count += 1;
  }
  let span = 0;
  for (let column = 0; column < width && count > 0; column += 1) {
    while (span + 1 < count && (spans.from[span + 1] ?? 0) < column) span += 1;
    if (mask[start + column] === 255) continue;
    if (upDown[start + column] === 0) {
      mask[start + column] = 255;
      continue;
    }
    const nearest = spans.at[span] ?? 0;
    const height = upDown[start + nearest] ?? far;
    const distance = Math.sqrt((column - nearest) ** 2 + height * height);
    const level = Math.round(255 * Math.min(1, Math.max(0, (opaque + seam - distance) / seam)));
    if (level > (mask[start + column] ?? 0)) mask[start + column] = level;
  }
}

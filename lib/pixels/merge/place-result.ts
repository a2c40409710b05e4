/** Brings a small result and its soft mask to a large picture's pixels: each value is read once, through size and placement together. */
import { newRaster, type Raster } from "../raster.ts";
import { mixColumns, mixRows, type Placement, shownWindow, tapsFor } from "./placement.ts";

export interface PlaceRequest {
  /** RGB. */
  readonly result: Raster;
  readonly placement: Placement;
  readonly width: number;
  readonly height: number;
}

export function placeResult({ result, placement, width, height }: PlaceRequest): Raster {
  const placed = newRaster(width, height, 3);
  const stride = result.width * 3;
  const row = new Float32Array(stride);
  const shown = shownWindow(result, placement);
  const across = tapsFor(width, ...throughSize(placement.scaleX, placement.shiftX, result.width, width), shown.across);
  const down = tapsFor(height, ...throughSize(placement.scaleY, placement.shiftY, result.height, height), shown.down);
  const { data } = placed;
  for (let y = 0; y < height; y++) {
    mixRows(result.data, row, stride, down, y);
    mixColumns(row, data as Uint8ClampedArray, y * width * 3, 3, across, 0, width);
  }
  return placed;
}

/** Grey, along straight lines: what lies between nothings stays exactly nothing. */
export function enlargeAlpha(alpha: Raster, width: number, height: number): Raster {
  const large = newRaster(width, height, 1);
  const places = Float32Array.from({ length: width }, (_, x) => inside(((x + 0.5) * alpha.width) / width - 0.5, alpha.width));
  for (let y = 0; y < height; y++) {
    const place = inside(((y + 0.5) * alpha.height) / height - 0.5, alpha.height);
    const top = Math.floor(place);
    const bottom = Math.min(alpha.height - 1, top + 1);
    const share = place - top;
    if (isEmptyRow(alpha, top) && isEmptyRow(alpha, bottom)) continue;
    for (let x = 0; x < width; x++) {
      const at = places[x] as number;
      const left = Math.floor(at);
      const right = Math.min(alpha.width - 1, left + 1);
      const [above, below] = [top * alpha.width, bottom * alpha.width];
      const t = at - left;
      const upper = (alpha.data[above + left] as number) * (1 - t) + (alpha.data[above + right] as number) * t;
      const lower = (alpha.data[below + left] as number) * (1 - t) + (alpha.data[below + right] as number) * t;
      large.data[y * width + x] = upper * (1 - share) + lower * share;
    }
  }
  return large;
}

function throughSize(scale: number, shift: number, from: number, to: number): readonly [number, number] {
  return [(scale * from) / to, scale * (from / to / 2 - 0.5) + shift];
}

function inside(place: number, length: number): number {
  return Math.max(0, Math.min(length - 1, place));
}

function isEmptyRow({ width, data }: Raster, y: number): boolean {
  for (let i = y * width; i < (y + 1) * width; i++) if (data[i] !== 0) return false;
  return true;
}

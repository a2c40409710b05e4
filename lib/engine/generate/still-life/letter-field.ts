/** How far every pixel of a box lies from the ink of its letters: what stands out from a surface is rounded by it. */
import { coverageOf } from "#lib/engine/lettering/coverage.ts";
import type { PlacedText } from "#lib/engine/lettering/place-text.ts";
import { lengthOf } from "#lib/pixels/length.ts";

export interface LetterField {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels from the nearest ink, 0 within it; at most `reach`. */
  readonly data: Float32Array;
  readonly reach: number;
}

export function* measureLetters({ polygons, box }: PlacedText, reach: number): Generator<undefined, LetterField, void> {
  const left = Math.floor(box.left - reach);
  const top = Math.floor(box.top - reach);
  const width = Math.max(1, Math.ceil(box.left + box.width + reach) - left);
  const height = Math.max(1, Math.ceil(box.top + box.height + reach) - top);
  const cover = yield* coverageOf(polygons, { left, top, width, height });
  const data = cover.data.map((share) => (share >= 0.5 ? 0 : reach));
  for (const [n, polygon] of polygons.entries()) {
    if (n % 4 === 0) yield;
    for (const [index, b] of polygon.entries()) {
      const a = polygon[(index + polygon.length - 1) % polygon.length] ?? b;
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
      const length = dx * dx + dy * dy || 1;
      const fromY = Math.max(0, Math.floor(Math.min(a[1], b[1]) - reach - top));
      const toY = Math.min(height - 1, Math.ceil(Math.max(a[1], b[1]) + reach - top));
      const fromX = Math.max(0, Math.floor(Math.min(a[0], b[0]) - reach - left));
      const toX = Math.min(width - 1, Math.ceil(Math.max(a[0], b[0]) + reach - left));
      for (let y = fromY; y <= toY; y++) {
        for (let x = fromX; x <= toX; x++) {
          const [px, py] = [x + 0.5 + left - a[0], y + 0.5 + top - a[1]];
          const t = Math.max(0, Math.min(1, (px * dx + py * dy) / length));
          const at = y * width + x;
          data[at] = Math.min(data[at] as number, lengthOf(px - t * dx, py - t * dy));
        }
      }
    }
  }
  return { left, top, width, height, data, reach };
}

/** Between pixels; outside the box, the reach. */
export function distanceAt({ left, top, width, height, data, reach }: LetterField, x: number, y: number): number {
  const [px, py] = [x - left - 0.5, y - top - 0.5];
  const [x0, y0] = [Math.floor(px), Math.floor(py)];
  if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) return reach;
  const [fx, fy] = [px - x0, py - y0];
  const at = y0 * width + x0;
  const upper = (data[at] as number) * (1 - fx) + (data[at + 1] as number) * fx;
  const lower = (data[at + width] as number) * (1 - fx) + (data[at + width + 1] as number) * fx;
  return upper * (1 - fy) + lower * fy;
}

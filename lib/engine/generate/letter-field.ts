/** How far every pixel of a box lies from the nearest stroke of its lettering: from it follow weight, outline, shadow, relief. */
import { lengthOf } from "#lib/pixels/length.ts";
import type { Lettering, Point } from "./letters.ts";

export interface LetterField {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels from the middle line of the nearest stroke; at most `reach`. */
  readonly data: Float32Array;
  readonly reach: number;
}

export interface PlacedLine {
  readonly lettering: Lettering;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export function* measureLetters(lines: readonly PlacedLine[], reach: number): Generator<undefined, LetterField, void> {
  const segments: (readonly [Point, Point])[] = [];
  for (const { lettering, x, y, scale } of lines) {
    for (const stroke of lettering.strokes) {
      const points = stroke.map(([px, py]): Point => [x + px * scale, y + py * scale]);
      for (let i = 0; i + 1 < points.length; i++) segments.push([points[i] as Point, points[i + 1] as Point]);
    }
  }
  const xs = segments.flatMap(([a, b]) => [a[0], b[0]]);
  const ys = segments.flatMap(([a, b]) => [a[1], b[1]]);
  const left = Math.floor(xs.reduce((least, x) => Math.min(least, x), Infinity) - reach);
  const top = Math.floor(ys.reduce((least, y) => Math.min(least, y), Infinity) - reach);
  const width = Math.max(1, Math.ceil(xs.reduce((most, x) => Math.max(most, x), -Infinity) + reach) - left);
  const height = Math.max(1, Math.ceil(ys.reduce((most, y) => Math.max(most, y), -Infinity) + reach) - top);
  const data = new Float32Array(width * height).fill(reach);
  for (const [n, [a, b]] of segments.entries()) {
    if (n % 12 === 0) yield;
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
        const d = lengthOf(px - t * dx, py - t * dy);
        const at = y * width + x;
        if (d < (data[at] as number)) data[at] = d;
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

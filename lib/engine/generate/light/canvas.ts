/** A float canvas and antialiased shapes by distance: what the scene painter draws with. */

import type { Point } from "#lib/engine/lettering/outlines.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { lengthOf } from "#lib/pixels/length.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";

export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** The shorter side: sizes of things are shares of it. */
  readonly unit: number;
  readonly data: Float32Array;
  /** Only on a clear sheet: what is painted covers it so far. */
  readonly alpha?: Float32Array;
}

/** Signed distance in pixels (inside negative) and where it can be inside. */
export interface Shape {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly distance: (x: number, y: number) => number;
}

/** A layer being painted; it pauses every few rows or things. */
export type Painting = Generator<undefined, void, void>;

export type Ink = Rgb | ((x: number, y: number) => Rgb);

export function newCanvas(width: number, height: number): Canvas {
  return { width, height, unit: Math.min(width, height), data: new Float32Array(width * height * 3) };
}

/** `softness` in pixels blurs the outline. */
export function paint(canvas: Canvas, shape: Shape, ink: Ink, opacity = 1, softness = 1): void {
  const { width, height, data, alpha } = canvas;
  const left = Math.max(0, Math.floor(shape.left - softness));
  const right = Math.min(width - 1, Math.ceil(shape.right + softness));
  const bottom = Math.min(height - 1, Math.ceil(shape.bottom + softness));
  for (let y = Math.max(0, Math.floor(shape.top - softness)); y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const cover = 0.5 - shape.distance(x + 0.5, y + 0.5) / softness;
      if (cover <= 0) continue;
      const share = Math.min(1, cover) * opacity;
      const colour = typeof ink === "function" ? ink(x, y) : ink;
      const at = (y * width + x) * 3;
      let weight = share;
      if (alpha !== undefined) {
        const before = alpha[y * width + x] as number;
        const after = before + share * (1 - before);
        alpha[y * width + x] = after;
        weight = share / after;
      }
      for (let c = 0; c < 3; c++) data[at + c] = (data[at + c] as number) + weight * ((colour[c] as number) - (data[at + c] as number));
    }
  }
}

/** Calls back for every pixel of rows [from, to) with the old colour; what it returns is written. */
export function* repaint(canvas: Canvas, from: number, to: number, change: (x: number, y: number, old: Rgb) => Rgb): Painting {
  const { width, data } = canvas;
  for (let y = Math.max(0, Math.floor(from)); y < Math.min(canvas.height, Math.ceil(to)); y++) {
    if (y % 8 === 0) yield;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const colour = change(x, y, [data[at] as number, data[at + 1] as number, data[at + 2] as number]);
      data[at] = colour[0];
      data[at + 1] = colour[1];
      data[at + 2] = colour[2];
    }
  }
}

export function ellipse(cx: number, cy: number, rx: number, ry = rx): Shape {
  return {
    left: cx - rx,
    right: cx + rx,
    top: cy - ry,
    bottom: cy + ry,
    distance: (x, y) => {
      const k = lengthOf((x - cx) / rx, (y - cy) / ry);
      return k === 0 ? -Math.min(rx, ry) : (k * (k - 1)) / Math.max(1e-6, lengthOf((x - cx) / (rx * rx), (y - cy) / (ry * ry)));
    },
  };
}

export function polygon(points: readonly Point[]): Shape {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
    distance: (x, y) => {
      let nearest = Infinity;
      let isInside = false;
      for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
        const a = points[i] as Point;
        const b = points[j] as Point;
        nearest = Math.min(nearest, distanceToSegment(x, y, a, b));
        if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) isInside = !isInside;
      }
      return isInside ? -nearest : nearest;
    },
  };
}

export function box(left: number, top: number, right: number, bottom: number, radius = 0): Shape {
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  const [hx, hy] = [(right - left) / 2 - radius, (bottom - top) / 2 - radius];
  return {
    left,
    top,
    right,
    bottom,
    distance: (x, y) => {
      const [qx, qy] = [Math.abs(x - cx) - hx, Math.abs(y - cy) - hy];
      return lengthOf(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - radius;
    },
  };
}

export function stroke(points: readonly Point[], thickness: number): Shape {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const r = thickness / 2;
  return {
    left: Math.min(...xs) - r,
    right: Math.max(...xs) + r,
    top: Math.min(...ys) - r,
    bottom: Math.max(...ys) + r,
    distance: (x, y) => {
      let nearest = Infinity;
      for (let i = 0; i + 1 < points.length; i++)
        nearest = Math.min(nearest, distanceToSegment(x, y, points[i] as Point, points[i + 1] as Point));
      return nearest - r;
    },
  };
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const t = share < 0 ? 0 : Math.min(share, 1);
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])];
}

/** To 8 bits, with a little noise that hides the steps of smooth gradients. */
export function* develop({ width, height, data }: Canvas, seed: number): Generator<undefined, Raster, void> {
  const raster = newRaster(width, height, 3);
  for (let y = 0; y < height; y++) {
    if (y % 32 === 0) yield;
    for (let x = 0; x < width; x++) {
      const grain = (hashPoint(x, y, seed) - 0.5) * 5;
      const at = (y * width + x) * 3;
      raster.data[at] = (data[at] as number) + grain;
      raster.data[at + 1] = (data[at + 1] as number) + grain;
      raster.data[at + 2] = (data[at + 2] as number) + grain;
    }
  }
  return raster;
}

function distanceToSegment(x: number, y: number, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
  return lengthOf(x - a[0] - t * dx, y - a[1] - t * dy);
}

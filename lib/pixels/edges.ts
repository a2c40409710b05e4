import { gaussianBlurSlowly } from "./blur.ts";
import { newPlane, type Plane } from "./plane.ts";
import { part, type Work } from "./work.ts";

/** Strength of the steepest slope at each pixel (Sobel), in levels per pixel. */
export function slopes(source: Plane): Plane {
  const { width, height, data } = source;
  const result = newPlane(width, height);
  for (let y = 0; y < height; y++) {
    const up = Math.max(0, y - 1) * width;
    const here = y * width;
    const down = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++) {
      const l = Math.max(0, x - 1);
      const r = Math.min(width - 1, x + 1);
      const v = (row: number, column: number): number => data[row + column] as number;
      const gx = v(up, r) + 2 * v(here, r) + v(down, r) - v(up, l) - 2 * v(here, l) - v(down, l);
      const gy = v(down, l) + 2 * v(down, x) + v(down, r) - v(up, l) - 2 * v(up, x) - v(up, r);
      result.data[here + x] = Math.hypot(gx, gy) / 8;
    }
  }
  return result;
}

/**
 * Ink lines, 0 (paper) to 1 (ink): a difference of Gaussians with a soft threshold (Winnemöller 2011), which draws
 * closed, even contours where an edge filter would draw double ones.
 */
export function* inkLines(source: Plane, sigma: number, threshold: number): Work<Plane> {
  const fine = yield* part(gaussianBlurSlowly(source, sigma), 0, 0.4);
  const coarse = yield* part(gaussianBlurSlowly(source, sigma * 1.6), 0.4, 0.8);
  const result = newPlane(source.width, source.height);
  for (let i = 0; i < result.data.length; i++) {
    const dip = (coarse.data[i] as number) - (fine.data[i] as number) - threshold;
    result.data[i] = dip <= 0 ? 0 : Math.tanh(dip / 3);
  }
  return result;
}

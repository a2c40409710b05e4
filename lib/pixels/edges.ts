import { gaussianBlurSlowly } from "./blur.ts";
import { newPlane, type Plane } from "./plane.ts";
import { ramp } from "./segment/ramp.ts";
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

/** Of the paper about a place: one or two contours cover less of it, waves and leaves more. */
const [calm, busy] = [0.14, 0.36];
/** In levels: what is drawn amid a lot of small stuff has to stand out from it by so much more. */
const mostMore = 7;

/**
 * Ink lines, 0 (paper) to 1 (ink): a difference of Gaussians with a soft threshold (Winnemöller 2011), which draws
 * closed, even contours where an edge filter would draw double ones. Where it would draw everywhere, only what is strong is drawn.
 */
export function* inkLines(source: Plane, sigma: number, threshold: number): Work<Plane> {
  const dips = yield* part(gaussianBlurSlowly(source, sigma * 1.6), 0, 0.3);
  const fine = yield* part(gaussianBlurSlowly(source, sigma), 0.3, 0.6);
  for (let i = 0; i < dips.data.length; i++) dips.data[i] = (dips.data[i] as number) - (fine.data[i] as number) - threshold;
  yield 0.6;
  const density = yield* part(gaussianBlurSlowly(inkOf(dips), sigma * 9), 0.6, 0.9);
  return inkOf(dips, density);
}

function inkOf(dips: Plane, density?: Plane): Plane {
  const result = newPlane(dips.width, dips.height);
  for (let i = 0; i < result.data.length; i++) {
    const more = density === undefined ? 0 : mostMore * ramp(density.data[i] as number, calm, busy);
    const dip = (dips.data[i] as number) - more;
    result.data[i] = dip <= 0 ? 0 : Math.tanh(dip / 3);
  }
  return result;
}

/** What falls through the air before a picture: flakes and drops, near ones large and few. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { Work } from "#lib/pixels/work.ts";

interface Streak {
  readonly length: number;
  /** Sideways for each step down. */
  readonly slant: number;
  readonly radius: number;
  readonly opacity: number;
  /** How wide its rim is, in pixels: what is nearer than the camera sees sharply has a wide one. */
  readonly rim?: number;
}

/** In shares of what they cover. */
export function* scatter(
  width: number,
  height: number,
  seed: number,
  count: number,
  streakOf: (random: () => number, size: number) => Streak,
): Work<Plane> {
  const random = createRandom(seed);
  const result = newPlane(width, height);
  const unit = Math.max(width, height) / 1000;
  const fitting = Math.round(count * Math.min(1, Math.max(width, height) / 700));
  for (let n = 0; n < fitting; n++) {
    if (n % 64 === 0) yield n / fitting;
    const [cx, cy] = [random() * width, random() * height];
    const size = Math.max(0.6, unit * (0.9 + 4.2 * random() ** 5));
    const { length, slant, radius, opacity, rim = 0.8 } = streakOf(random, size);
    const reach = Math.ceil(length / 2 + radius + rim);
    const sideways = Math.ceil((length / 2) * slant + radius + rim);
    for (let y = Math.max(0, Math.floor(cy) - reach); y <= Math.min(height - 1, Math.floor(cy) + reach); y++) {
      for (let x = Math.max(0, Math.floor(cx) - sideways); x <= Math.min(width - 1, Math.floor(cx) + sideways); x++) {
        const along = Math.max(-length / 2, Math.min(length / 2, y - cy));
        const distance = Math.hypot(x - cx + along * slant, y - cy - along);
        const share = opacity * ramp(distance, radius + rim, Math.max(0, radius - rim));
        const i = y * width + x;
        result.data[i] = 1 - (1 - (result.data[i] as number)) * (1 - share);
      }
    }
  }
  return result;
}

export function filled(width: number, height: number, colour: Rgb): Raster {
  const result = newRaster(width, height, 3);
  for (let i = 0; i < result.data.length; i++) result.data[i] = colour[i % 3] as number;
  return result;
}

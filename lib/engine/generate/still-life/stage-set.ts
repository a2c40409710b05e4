/** What stands about a product: an arch behind it, a flight of steps at its side. Both of plain plaster. */

import { lengthOf } from "#lib/pixels/length.ts";
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import { dim, type Radiance, set } from "../light/radiance.ts";
import type { Distance, Form } from "./solid.ts";

const rounding = 0.025;

/** A doorway: as deep as a wall, with half a circle over its posts. */
export function arch(noise: NoiseField, own: Radiance): Form {
  const [outer, inner, posts, deep] = [1.42, 1, 1.45, 0.3];
  const under = (x: number, y: number, radius: number): number => (y < posts ? Math.abs(x) : lengthOf(x, y - posts)) - radius;
  return ofPlaster(noise, own, posts + outer, lengthOf(outer, deep), (x, y, z) =>
    Math.max(under(x, y, outer), -under(x, y, inner), Math.abs(z) - deep, -y),
  );
}

/** Towards positive x it climbs. */
export function steps(noise: NoiseField, own: Radiance): Form {
  const [count, tread, rise, deep] = [4, 0.34, 0.26, 0.62];
  const half = (count * tread) / 2;
  return ofPlaster(noise, own, count * rise, lengthOf(half, deep), (x, y, z) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (let n = 0; n < count; n++) {
      const from = n * tread - half;
      nearest = Math.min(nearest, Math.max(from - x, x - half, y - (n + 1) * rise, -y, Math.abs(z) - deep));
    }
    return nearest;
  });
}

function ofPlaster(noise: NoiseField, own: Radiance, top: number, aside: number, distance: Distance): Form {
  return {
    middle: top / 2,
    reach: lengthOf(aside, top / 2) + 0.03,
    top: top + 0.02,
    // Corners are broken, as no plaster has an edge like a knife.
    distance: (x, y, z) => distance(x, y, z) - rounding,
    skin: (x, y, z, _up, out) => {
      set(out.colour, own);
      dim(out.colour, 0.98 + 0.04 * noise.fractal(x * 4, y * 4 + z * 4, 3));
      out.gloss = 0.05;
      out.glow = 0.05;
    },
  };
}

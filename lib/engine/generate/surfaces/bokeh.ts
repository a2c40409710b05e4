/** Lights far out of focus: discs of many sizes that add up, brighter at their rim. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { ramp, set, towards } from "../light/radiance.ts";
import { along, swatchesFor } from "../prints/swatches.ts";
import type { Scene } from "../scene.ts";

export function* paintBokeh(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 131);
  const swatches = swatchesFor(scene);
  const dark = along(swatches, 0.02);
  const dusk = along(swatches, 0.16);
  yield* expose(film, 0, film.height, (x, y, out) => {
    set(out, dark, 0.45);
    towards(out, dusk, 0.22 * Math.exp(-((x / film.width - 0.5) ** 2 * 4 + (y / film.height - 0.62) ** 2 * 6)));
  });
  const lights = Array.from({ length: 130 }, () => random()).sort((a, b) => a - b);
  for (const size of lights) {
    yield;
    const radius = film.unit * (0.012 + 0.075 * size ** 2.2);
    const [cx, cy] = [random() * film.width, film.height * (0.5 + 0.62 * (random() + random() - 1))];
    const colour = along(swatches, 0.35 + 0.65 * random());
    const strength = (0.26 + 0.85 * random() ** 2) * (1 - 0.55 * size);
    const blur = 1 + radius * (0.04 + 0.2 * random() * size);
    for (let y = Math.max(0, Math.floor(cy - radius - blur)); y < Math.min(film.height, cy + radius + blur); y++) {
      for (let x = Math.max(0, Math.floor(cx - radius - blur)); x < Math.min(film.width, cx + radius + blur); x++) {
        const far = lengthOf(x - cx, y - cy);
        const cover = ramp(radius + blur, radius - blur, far);
        if (cover === 0) continue;
        const share = strength * cover * (0.72 + 0.5 * ramp(radius * 0.75, radius, far));
        const at = (y * film.width + x) * 3;
        film.data[at] = (film.data[at] as number) + share * colour.r;
        film.data[at + 1] = (film.data[at + 1] as number) + share * colour.g;
        film.data[at + 2] = (film.data[at + 2] as number) + share * colour.b;
      }
    }
  }
}

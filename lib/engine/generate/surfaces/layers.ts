/** Sheets of cut paper laid over each other: a wavy edge each, lit from above, with a soft shadow on the sheet below. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { dim, ramp, set } from "../light/radiance.ts";
import { along, swatchesFor } from "../prints/swatches.ts";
import type { Scene } from "../scene.ts";

export function* paintLayers(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 91);
  const noise = createNoiseField(scene.seed + 92);
  const swatches = swatchesFor(scene);
  const count = 8;
  const turn = (random() - 0.5) * 0.9 + (random() < 0.3 ? Math.PI / 2 : 0);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const isDarkBelow = random() < 0.5;
  const sheets = Array.from({ length: count }, (_, n) => ({
    base: -0.52 + (1.06 * (n + 0.35 * random())) / (count - 1),
    tall: 0.07 + 0.1 * random(),
    wide: 0.7 + 0.9 * random(),
    drift: n * 5.7 + random() * 40,
    tone: along(swatches, isDarkBelow ? 1 - n / (count - 1) : n / (count - 1)),
  }));
  const edge = (n: number, u: number): number => {
    const sheet = sheets[n] as (typeof sheets)[number];
    return (
      sheet.base +
      sheet.tall *
        (2.6 * (noise.fractal(u * sheet.wide + sheet.drift, n * 3.1, 2) - 0.5) + 0.35 * Math.sin(u * 3.1 * sheet.wide + sheet.drift))
    );
  };
  const shine = 0.0022 * film.unit;
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [px, py] = [(x - film.width / 2) / film.unit, (y - film.height / 2) / film.unit];
    const u = px * cos + py * sin;
    const v = (py * cos - px * sin) * (film.unit / Math.max(film.width * Math.abs(sin) + film.height * Math.abs(cos), 1));
    set(out, along(swatches, isDarkBelow ? 1 : 0));
    for (let n = 0; n < count; n++) {
      const below = (v - edge(n, u)) * film.unit;
      const sheet = sheets[n] as (typeof sheets)[number];
      if (below < -film.unit * 0.06) break;
      if (below < 0.7) {
        // The shadow of the next sheet falls on this one.
        const depth = -below / (film.unit * 0.06);
        const cover = ramp(-0.7, 0.7, below);
        const fall = 0.5 * Math.exp(-depth * 3.4);
        dim(out, 1 - fall * (1 - cover));
        if (cover > 0) {
          out.r += cover * (sheet.tone.r - out.r);
          out.g += cover * (sheet.tone.g - out.g);
          out.b += cover * (sheet.tone.b - out.b);
        }
        continue;
      }
      set(out, sheet.tone);
      const fibre = 0.05 * (noise.fractal(x * 0.35, y * 0.35 + n * 9, 3) - 0.5);
      const rim = 0.35 * Math.exp(-below / (shine + 0.7));
      const falls = 1.06 - 0.22 * ramp(0, film.unit * 0.22, below);
      dim(out, falls + fibre);
      out.r += rim * (1 - out.r) * 0.5;
      out.g += rim * (1 - out.g) * 0.5;
      out.b += rim * (1 - out.b) * 0.5;
    }
  });
}

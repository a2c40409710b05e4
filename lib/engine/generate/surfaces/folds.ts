/** Silk: noise bent by noise bent by noise, lit as a surface with a sheen. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { dim, hex, ramp, set, towards } from "../light/radiance.ts";
import { along, swatchesFor } from "../prints/swatches.ts";
import type { Scene } from "../scene.ts";

export function* paintFolds(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 101);
  const noise = createNoiseField(scene.seed + 102);
  const swatches = swatchesFor(scene);
  const turn = random() * Math.PI;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const zoom = 0.9 + 0.6 * random();
  const drift = random() * 60;
  const white = hex("fffaf0");
  // Long ribbons: the noise is stretched along one way and bent.
  const surface = (u: number, v: number): number => {
    const ax = noise.fractal(u * 0.8 + drift, v * 0.8, 3);
    const ay = noise.fractal(u * 0.8 + 5.2, v * 0.8 + drift, 2);
    const w = v * 1.6 + 2.2 * ax + 0.9 * ay;
    // Folds run along the bent line, some broad, some fine.
    const broad = 0.5 + 0.5 * Math.sin(w * 7.5 + 4 * ay);
    const fine = 0.5 + 0.5 * Math.sin(w * 19 + 6 * ax + u);
    return 0.5 * (broad * broad * (3 - 2 * broad)) + 0.12 * fine + 0.38 * noise.value(w * 0.9 + 7, u * 0.4 + drift);
  };
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [px, py] = [((x - film.width / 2) / film.unit) * zoom, ((y - film.height / 2) / film.unit) * zoom];
    const [u, v] = [px * cos - py * sin, px * sin + py * cos];
    const here = surface(u, v);
    const e = 0.012;
    const dx = (surface(u + e, v) - here) / e;
    const dy = (surface(u, v + e) - here) / e;
    // Where words will lie the cloth is calmer.
    const calm = scene.room === undefined ? 0 : ramp(-0.1, 0.4, (x / film.width - 0.5) * (scene.room === "right" ? 1 : -1));
    const steep = 0.3 * (1 - 0.75 * calm);
    const nz = 1 / Math.sqrt(1 + steep * steep * (dx * dx + dy * dy));
    const facing = nz * (0.62 - steep * (dx * -0.5 + dy * 0.62));
    const tone = along(swatches, (1 - 0.7 * calm) * (ramp(0.05, 0.95, here) * 0.96 + 0.02) + 0.7 * calm * 0.32);
    set(out, tone);
    dim(out, 0.42 + 0.85 * Math.max(0, facing));
    const sheen = Math.max(0, facing) ** 14 * 2.2;
    towards(out, white, 0.5 * Math.min(1, sheen));
  });
}

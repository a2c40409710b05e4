/** Velvet and satin in soft folds, of one colour: velvet is brightest where it turns away from the eye, satin where it faces the light. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, between, dim, hex, luma, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

export function* paintDrapes(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 441);
  const noise = createNoiseField(scene.seed + 442);
  const [named] = scene.palette;
  const own = named === undefined ? hex("7a1f38") : radianceOf(named);
  const isDark = luma(own) < 0.2;
  const deep = between(own, hex("050308"), isDark ? 0.86 : 0.55);
  const bright = between(own, hex("fff6ea"), isDark ? 0.22 : 0.5);
  const turn = 0.5 + 0.9 * random();
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const drift = random() * 40;
  const calm = scene.room === "left" ? -1 : scene.room === "right" ? 1 : 0;
  // Folds run one way, swing, and run into each other.
  const heightAt = (u: number, v: number): number => {
    const swing = noise.fractal(u * 0.5 + drift, v * 0.5, 2) - 0.5;
    const w = v * 1.5 + 1.5 * swing;
    const broad = noise.value(w * 1.9 + drift, u * 0.35);
    const mid = noise.value(w * 4.3 + 9, u * 0.55 + 2 * swing);
    return 0.62 * broad + 0.26 * mid + 0.05 * noise.value(w * 11, u * 1.1);
  };
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [px, py] = [(x - film.width / 2) / film.unit, (y - film.height / 2) / film.unit];
    const [u, v] = [px * cos - py * sin, px * sin + py * cos];
    const e = 0.01;
    const here = heightAt(u, v);
    // Where words will lie the cloth is nearly flat.
    const flat = calm === 0 ? 1 : 0.3 + 0.7 * ramp(0.35, -0.2, (px * calm * film.unit) / film.width);
    const steep = 0.85 * flat;
    const dx = (steep * (heightAt(u + e, v) - here)) / e;
    const dy = (steep * (heightAt(u, v + e) - here)) / e;
    const nz = 1 / Math.sqrt(1 + dx * dx + dy * dy);
    const [nx, ny] = [-(dx * cos + dy * sin) * nz, -(dy * cos - dx * sin) * nz];
    const facing = nx * -0.52 + ny * -0.6 + nz * 0.6;
    set(out, deep);
    towards(out, own, 0.12 + 0.95 * ramp(-0.35, 0.95, facing) * (0.55 + 0.45 * ramp(0.2, 0.7, here)));
    const rim = (1 - nz) ** 1.5 * ramp(-0.1, 0.7, facing);
    const gleam = Math.max(0, facing) ** 9;
    add(out, bright, (isDark ? 0.28 : 0.14) * rim + (isDark ? 0.1 : 0.34) * gleam);
    dim(out, 0.97 + 0.06 * noise.fractal(x * 0.5, y * 0.5, 2));
  });
}

/** Smoke in a beam of light: sheets of it that fold where the air turned, on a ground that stays dark. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import type { Painting } from "../canvas.ts";
import { expose, type Film } from "../film.ts";
import { between, hex, luma, radianceOf, ramp, set, towards } from "../radiance.ts";
import type { Scene } from "../scene.ts";

export function* paintSmoke(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 431);
  const named = scene.palette.map((colour) => radianceOf(colour));
  const ground = named.find((each) => luma(each) < 0.02) ?? hex("0b0c10");
  const [first = hex("9fb0c4"), second = first] = named.filter((each) => each !== ground);
  const lean = ((scene.seed % 100) / 100 - 0.5) * 0.9;
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [px, py] = [(x - film.width / 2) / film.unit, (y - film.height / 2) / film.unit];
    const [u, v] = [px + lean * py, py];
    const ax = noise.fractal(u * 1.1 + 4, v * 0.9, 3) - 0.5;
    const ay = noise.fractal(u * 1.1, v * 0.9 + 11, 3) - 0.5;
    const bx = noise.fractal(u * 1.9 + 3.2 * ax, v * 1.5 + 3.2 * ay, 4) - 0.5;
    const by = noise.fractal(u * 1.9 - 3.2 * ay, v * 1.5 + 3.2 * ax + 5, 4) - 0.5;
    const flow = noise.fractal(u * 1.2 + 2.8 * bx, v * 0.9 + 2.8 * by, 4);
    // A sheet is brightest where it is seen along its fold.
    const fold = Math.exp(-(((flow - 0.52) / 0.055) ** 2));
    const body =
      ramp(0.22, 0.74, flow) *
      (0.35 + 0.9 * noise.fractal(u * 0.9 + bx, v * 0.7 + by + 20, 3)) *
      Math.exp(-((px * 0.6 + 1.1 * ax) ** 2) * 1.5);
    const tone = between(first, second, ramp(0.3, 0.7, noise.fractal(u * 0.8 + 30, v * 0.8, 2)));
    set(out, ground);
    towards(out, tone, 0.75 * body);
    towards(out, between(tone, hex("ffffff"), 0.35), 0.55 * fold * body);
  });
}

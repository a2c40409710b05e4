/** A sunset of neon: a striped sun over a grid that runs to the horizon, and peaks of wire beside it. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import { bloom } from "../light/bloom.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

/** Night, dusk, glow, sun, and the light of the wires. */
const sets: readonly string[] = [
  "12052e 4a1274 e0338f ffb35c 2fe0ff",
  "0a0a3a 24218c c13ad6 ffd36a ff4fd8",
  "1a0226 6a0f5c ff5a4a ffd25a ff3fa0",
  "04122e 0f3f7a 2fb0c8 ff7ac0 7af0ff",
];

/** Of the height of the picture. */
const synthHorizon = 0.6;

/** Whatever land was named with it: it has but this one. */
export function isSynthwave({ traits, setting }: Scene): boolean {
  return traits.includes("synthwave") && setting !== "pattern" && setting !== "monogram" && setting !== "table";
}

export function* paintSynthwave(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 651);
  const codes = (sets[scene.seed % sets.length] as string).split(" ").map((code) => hex(code));
  const [night, violet, rose, gold, lamp] = codes as [Radiance, Radiance, Radiance, Radiance, Radiance];
  const [named] = scene.palette;
  const wire = named === undefined ? lamp : radianceOf(named);
  const horizon = film.height * synthHorizon;
  const aside = scene.room === "left" ? 0.22 : scene.room === "right" ? -0.22 : 0;
  const sun = {
    x: film.width * (0.5 + aside),
    y: horizon - film.unit * 0.13,
    radius: film.unit * (0.2 + 0.09 * hashPoint(3, 4, scene.seed)),
  };
  const ridgeAt = (u: number): number => {
    const edge = ramp(0.16, 0.62, Math.abs(u - aside));
    const peak = 1 - Math.abs(2 * noise.value(u * 9 + (scene.seed % 50), 3) - 1);
    return film.unit * edge * (0.03 + 0.2 * peak + 0.05 * noise.value(u * 31, 8));
  };
  yield* expose(film, 0, horizon, (x, y, out) => {
    const rise = (horizon - y) / horizon;
    set(out, rose);
    towards(out, violet, ramp(0, 0.42, rise));
    towards(out, night, ramp(0.3, 0.95, rise));
    const [i, k] = [Math.floor((x / film.unit) * 130), Math.floor((y / film.unit) * 130)];
    if (hashPoint(i, k, scene.seed) > 0.992)
      add(
        out,
        hex("ffffff"),
        0.6 * ramp(0.25, 0.7, rise) * ramp(0.5, 0.1, lengthOf((x / film.unit) * 130 - i - 0.5, (y / film.unit) * 130 - k - 0.5)),
      );
    const far = lengthOf(x - sun.x, y - sun.y);
    add(out, rose, 0.5 * Math.exp((-4 * far) / film.unit));
    // The lower it is, the wider the bars of sky across it.
    const t = (y - sun.y + sun.radius) / (2 * sun.radius);
    const bar = t < 0.5 ? 1 : ramp(0.01, 0.03, Math.abs((((t - 0.5) * 14) % 1) - 0.5) - 0.42 * (t - 0.5) - 0.03);
    const cover = ramp(sun.radius + 0.8, sun.radius - 0.8, far) * bar;
    const disc = { ...gold };
    towards(disc, rose, ramp(0.1, 0.9, t) * 0.9);
    towards(out, disc, cover);
    // Peaks are black, with a bright rim.
    const up = ridgeAt(x / film.width - 0.5) - (horizon - y);
    towards(out, night, ramp(-0.8, 0.8, up));
    add(out, wire, 0.8 * ramp(film.unit * 0.006, 0, Math.abs(up)));
  });
  yield* expose(film, horizon, film.height, (x, y, out) => {
    const below = Math.max(0.5, y + 0.5 - horizon);
    const z = film.unit / below;
    const across = ((x - film.width / 2 - aside * film.width) / film.unit) * z * 1.15;
    set(out, hex("0b0322"));
    towards(out, violet, 0.65 * Math.exp(-below / (film.unit * 0.09)));
    const line = (at: number, span: number): number =>
      ramp(span * 1.6 + 0.012, span * 0.4, Math.abs(at - Math.round(at))) * Math.min(1, 0.05 / span);
    const span = z / film.unit;
    const grid = Math.max(line(across * 1.6, span * 1.8), line(z * 2.2, span * z * 2));
    add(out, wire, 0.95 * grid * ramp(film.unit * 2, film.unit * 0.02, z * film.unit * 0.03));
    // The sun lies on the ground before it.
    add(out, rose, 0.22 * Math.exp(-(((x - sun.x) / (film.unit * 0.3)) ** 2)) * Math.exp(-below / (film.unit * 0.2)));
  });
  yield* bloom(film, 0.9);
}

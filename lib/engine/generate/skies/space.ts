/** Out among the stars: clouds of gas in two colours, dust before them, stars of all sizes, planets lit from one side. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { bloom } from "../light/bloom.ts";
import type { Canvas, Painting } from "../light/canvas.ts";
import { expose, type Film, newFilm, print } from "../light/film.ts";
import { hex, type Radiance, radianceOf, ramp, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { paintPlanet } from "./planet.ts";
import { planetsOf } from "./planets.ts";
import { dot } from "./sky.ts";

const pairs: readonly (readonly [cold: string, warm: string, core: string])[] = [
  ["1c4fb0", "e0467e", "ffd9b0"],
  ["0f7f8c", "d8702c", "ffe6c0"],
  ["4a2cb0", "ff6a4a", "ffe0d0"],
  ["155a9c", "9a3fd0", "e8d8ff"],
];

export function* paintSpace(canvas: Canvas, scene: Scene): Painting {
  const film = newFilm(canvas.width, canvas.height);
  const random = createRandom(scene.seed + 3);
  yield* paintNebula(film, scene, random);
  yield* scatterStars(film, random);
  for (const planet of planetsOf(film, scene, random)) yield* paintPlanet(film, planet);
  yield* bloom(film, 1);
  yield* print(film, canvas);
}

function* paintNebula(film: Film, scene: Scene, random: () => number): Painting {
  const noise = createNoiseField(scene.seed + 31);
  const [cold, warm, core] = pairs[Math.floor(random() * pairs.length)] ?? ["1c4fb0", "e0467e", "ffd9b0"];
  const [first, second] = scene.palette;
  const a = first === undefined ? hex(cold) : radianceOf(first);
  const b = second === undefined ? (first === undefined ? hex(warm) : hex(core, 0.7)) : radianceOf(second);
  const c = hex(core);
  const lean = random() * Math.PI;
  const [cos, sin] = [Math.cos(lean), Math.sin(lean)];
  const drift = random() * 50;
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [px, py] = [(x - film.width / 2) / film.unit, (y - film.height / 2) / film.unit];
    const [u, v] = [px * cos - py * sin, px * sin + py * cos];
    const wx = noise.fractal(u * 1.5 + drift, v * 1.5, 4) - 0.5;
    const wy = noise.fractal(u * 1.5 + 9, v * 1.5 + drift, 4) - 0.5;
    const band = Math.exp(-(((v + 0.5 * wx) / 0.34) ** 2));
    const gas = noise.fractal(u * 2.2 + 2.2 * wx + drift, v * 2.2 + 2.2 * wy, 7);
    const threads = noise.ridged(u * 2.6 + 1.6 * wy, v * 2.6 + 1.6 * wx + drift, 6);
    const dust = ramp(0.46, 0.7, noise.fractal(u * 2.8 - 1.8 * wx + 20, v * 2.8 + drift, 7));
    const body = band * ramp(0.32, 0.75, gas);
    const mixed: Radiance = { ...a };
    towards(mixed, b, ramp(0.38, 0.62, noise.fractal(u * 1.2 + wx + 7, v * 1.2 + 3, 4) + 0.3 * (body - 0.4)));
    towards(mixed, c, ramp(0.55, 1, body * (0.6 + threads)));
    const shine = (0.04 + 1.1 * body * (0.35 + threads * threads)) * (1 - 0.8 * dust * (0.4 + 0.6 * band));
    out.r = 0.004 + mixed.r * shine;
    out.g = 0.005 + mixed.g * shine;
    out.b = 0.012 + mixed.b * shine;
  });
}

function* scatterStars(film: Film, random: () => number): Painting {
  const count = Math.round(((film.width * film.height) / film.unit ** 2) * 2600);
  for (let n = 0; n < count; n++) {
    if (n % 200 === 0) yield;
    const bright = random() ** 16;
    dot(film, random() * film.width, random() * film.height, film.unit * (0.0004 + 0.0012 * bright), 0.12 + 2.6 * bright, random());
  }
}

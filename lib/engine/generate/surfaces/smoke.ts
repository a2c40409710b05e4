/** Smoke in a beam of light: threads that rise side by side and are carried by turning air, so that they spread to sheets and fold. */
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { between, hex, luma, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

interface Source {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  /** Shares of the shorter side a thread rises by. */
  readonly tall: number;
}

const threads = 5200;
const steps = 520;

export function* paintSmoke(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 431);
  const named = scene.palette.map((colour) => radianceOf(colour));
  const ground =
    scene.ground === undefined
      ? (named.find((each) => luma(each) < 0.02) ??
        (named.length > 1 ? named.find((each) => luma(each) > 0.8) : undefined) ??
        hex("0b0c10"))
      : radianceOf(scene.ground);
  const others = named.filter((each) => luma(each) !== luma(ground));
  const isPale = luma(ground) > 0.4;
  const grey = hex(isPale ? "5a6472" : "b4c0ce");
  const tones = others.length > 0 ? others : scene.traits.includes("many colours") ? spectrumOf(scene.seed) : [grey];
  const shift = 0.16 * (tones.length > 2 ? 1 : 0);
  const body = yield* spread(yield* riseThreads(film, scene, noise), film.width, film.height, Math.max(1, Math.round(film.unit / 800)));
  const soft = yield* spread(body, film.width, film.height, Math.max(2, Math.round(film.unit / 150)));
  const crest = hex(isPale ? "000000" : "ffffff");
  yield* expose(film, 0, film.height, (x, y, out) => {
    const at = y * film.width + x;
    const thick = 0.62 * (body[at] as number) + 0.75 * (soft[at] as number);
    const share = 1 - Math.exp(-thick);
    // Many colours lie side by side along the plumes; one or two drift into each other.
    const drift = noise.fractal((x / film.unit) * 1.3 + 30, (y / film.unit) * 1.3, 2);
    const t = ramp(0.35 - shift, 0.65 + shift, drift + shift * (x / film.width + y / film.height - 1)) * (tones.length - 1);
    const from = Math.min(tones.length - 1, Math.floor(t));
    const tone = between(tones[from] as Radiance, (tones[from + 1] ?? tones[from]) as Radiance, t - from);
    set(out, ground);
    towards(out, tone, 0.88 * share);
    towards(out, between(tone, crest, 0.25), 0.55 * ramp(1.1, 3.4, thick));
  });
}

const spectra = ["ff2f7d 8a3ff0 2a6bff 18c8d8", "ff5a2a ff2f8d 9a3ff0 2f7dff", "ffb02a ff4a5a d03fd8 3f6bff 20c8a0"];

function spectrumOf(seed: number): readonly Radiance[] {
  return (spectra[seed % spectra.length] as string).split(" ").map((code) => hex(code));
}

/** How much smoke each pixel holds. */
function* riseThreads(film: Film, scene: Scene, noise: NoiseField): Generator<undefined, Float32Array, void> {
  const { width, height, unit } = film;
  const random = createRandom(scene.seed + 432);
  const body = new Float32Array(width * height);
  const sources = sourcesOf(scene, random);
  const weight = (0.0042 * unit * unit) / (threads * 8);
  const step = unit / steps;
  for (let n = 0; n < threads; n++) {
    if (n % 24 === 0) yield;
    const source = sources[n % sources.length] as Source;
    const t = n / threads;
    let x = width * source.x + unit * source.wide * (t - 0.5 + 0.02 * (random() - 0.5));
    let y = height * source.y;
    // A plume is thickest in its middle and has no edge.
    const side = 1.6 * Math.sin(Math.PI * t) ** 2;
    const last = Math.round(steps * source.tall * (0.92 + 0.08 * random()));
    for (let k = 0; k < last; k++) {
      const [u, v] = [x / unit, y / unit + source.x * 3];
      // The air turns without piling up anywhere: it flows along the heights of a noise. The farther up, the wilder.
      const wild = 0.25 + 2.6 * Math.min(1, (1.4 * k) / last);
      const [dx, dy] = flowAt(noise, u, v, wild);
      x += step * dx;
      y += step * (dy - 0.95);
      // Thin where it begins and where it is lost.
      deposit(body, width, height, x, y, weight * side * Math.min(1, k / 90) * Math.min(1, (last - k) / (0.3 * last)));
    }
  }
  return body;
}

function sourcesOf({ room }: Scene, random: () => number): readonly Source[] {
  const centre = room === "left" ? 0.72 : room === "right" ? 0.28 : 0.4 + 0.2 * random();
  return [
    { x: centre, y: 1.04, wide: 0.34, tall: 1.5 },
    { x: centre + 0.07, y: 1.1, wide: 0.62, tall: 1.45 },
    { x: centre - 0.08, y: 1.06, wide: 0.26, tall: 1.35 },
    { x: centre + 0.02, y: 1.02, wide: 0.12, tall: 1.2 },
  ];
}

function flowAt(noise: NoiseField, u: number, v: number, wild: number): readonly [number, number] {
  const e = 0.01;
  const height = (a: number, b: number): number =>
    0.19 * noise.value(a * 2.3, b * 1.9) + 0.1 * noise.value(a * 5.1 + 9, b * 4.3 + 4) + 0.025 * noise.value(a * 13 + 2, b * 11);
  // Turned, so that the grid of the noise does not show as upright eddies.
  const at = (x: number, y: number): number => height(0.8 * x - 0.6 * y, 0.6 * x + 0.8 * y);
  const here = at(u, v);
  return [(wild * (at(u, v + e) - here)) / e, (-wild * (at(u + e, v) - here)) / e];
}

function deposit(body: Float32Array, width: number, height: number, x: number, y: number, weight: number): void {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) return;
  const [fx, fy] = [x - x0, y - y0];
  const at = y0 * width + x0;
  body[at] = (body[at] as number) + weight * (1 - fx) * (1 - fy);
  body[at + 1] = (body[at + 1] as number) + weight * fx * (1 - fy);
  body[at + width] = (body[at + width] as number) + weight * (1 - fx) * fy;
  body[at + width + 1] = (body[at + width + 1] as number) + weight * fx * fy;
}

/** The haze between the threads: a box blur along rows, then along columns, twice. */
function* spread(from: Float32Array, width: number, height: number, reach: number): Generator<undefined, Float32Array, void> {
  let now = from;
  for (let pass = 0; pass < 4; pass++) {
    const next = new Float32Array(from.length);
    const isRow = pass % 2 === 0;
    const [lines, length, along, across] = isRow ? [height, width, 1, width] : [width, height, width, 1];
    for (let line = 0; line < lines; line++) {
      if (line % 64 === 0) yield;
      let sum = 0;
      for (let k = -reach; k < length; k++) {
        if (k + reach < length) sum += now[line * across + (k + reach) * along] as number;
        if (k - reach - 1 >= 0) sum -= now[line * across + (k - reach - 1) * along] as number;
        if (k >= 0) next[line * across + k * along] = sum / (2 * reach + 1);
      }
    }
    now = next;
  }
  return now;
}

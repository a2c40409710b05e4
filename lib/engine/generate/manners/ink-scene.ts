/** A landscape as a brush lays it on rice paper: washes that end in mist, far ones pale and near ones dark, and much left white. */
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { between, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { type Brush, stroke } from "./ink-strokes.ts";
import { bamboo, birds, boat, pines, seal, sun } from "./ink-things.ts";

const paper = hex("efe8d8");
const ink = hex("1b1c22");

interface Wash {
  /** Where the crest stands at x, both in shares of the shorter side. */
  readonly crest: (x: number) => number;
  readonly dark: number;
  /** How far down the wash runs before it is mist. */
  readonly runs: number;
  readonly drift: number;
}

export function* paintInkScene(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 211);
  const random = createRandom(scene.seed + 212);
  const tall = film.height / film.unit;
  const isWood = scene.setting === "forest" && scene.traits.every((each) => each === "bamboo");
  const hasPeaks = scene.setting !== "sea" && scene.setting !== "sky";
  const washes = isWood ? [] : washesOf(scene, noise, random, tall, hasPeaks);
  const shore = scene.setting === "sea" || scene.setting === "lake" || scene.things.includes("boat") ? tall * 0.74 : tall * 1.2;
  yield* layWashes(film, washes, noise, shore);
  const brush: Brush = { film, noise, random, ink: (share) => between(paper, ink, share) };
  if (scene.things.includes("sun") || scene.hour === "sunset") yield* sun(brush, film.unit, hex("b83a2a"));
  if (scene.things.includes("moon")) yield* sun(brush, film.unit, hex("d8cfae"));
  if (isWood) yield* bamboo(brush);
  else if (washes.length > 0) yield* pines(brush, (washes.at(-1) as Wash).crest, Math.min(shore, tall));
  if (shore < tall) yield* ripples(brush, shore);
  if (scene.things.includes("boat") || scene.setting === "sea") yield* boat(brush, shore * 1.06);
  if (scene.things.includes("birds") || (scene.seed % 2 === 0 && !isWood)) yield* birds(brush);
  yield* seal(brush, hex("b3382c"));
}

function washesOf(scene: Scene, noise: NoiseField, random: () => number, tall: number, hasPeaks: boolean): readonly Wash[] {
  const count = hasPeaks ? 5 : 2;
  const peak = 0.25 + 0.5 * random();
  return Array.from({ length: count }, (_, n) => {
    const near = n / (count - 1);
    const drift = (scene.seed % 200) * 0.37 + n * 17.3;
    const foot = tall * (hasPeaks ? 0.48 + 0.34 * near : 0.6 + 0.16 * near);
    const rise = tall * (hasPeaks ? 0.36 - 0.2 * near : 0.07);
    // Peaks gather on one side, so that the other stays open.
    const lean = (x: number): number => 0.35 + 0.75 * Math.exp(-(((x - peak - 0.5 * (n % 2)) / 0.42) ** 2));
    return {
      crest: (x) => foot - rise * lean(x) * (0.25 + 1.15 * noise.ridged(x * (1.3 + 0.5 * n) + drift, drift, 5)),
      dark: 0.16 + 0.62 * near ** 1.4,
      runs: tall * (0.2 - 0.05 * near),
      drift,
    };
  });
}

function* layWashes(film: Film, washes: readonly Wash[], noise: NoiseField, shore: number): Painting {
  const columns = washes.map(({ crest }) => Float32Array.from({ length: film.width }, (_, x) => crest(x / film.unit)));
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [x / film.unit, y / film.unit];
    const fibre = noise.fractal(x * 0.35, y * 0.06, 2) - 0.5 + 0.7 * (noise.fractal(x * 0.05, y * 0.4, 2) - 0.5);
    set(out, paper, 1 + 0.035 * fibre + 0.04 * (noise.fractal(u * 2, v * 2, 3) - 0.5));
    if (v > shore) return;
    let wet = 0;
    for (const [n, { dark, runs, drift }] of washes.entries()) {
      const below = v - (columns[n]?.[x] as number) + 0.004 * (noise.fractal(u * 60, v * 60 + n, 2) - 0.5);
      if (below < -0.006) continue;
      const body = ramp(-0.0015, 0.002, below);
      // A nearer slope hides what is behind it as far as it is wet; where it thins to mist, the paper shows.
      const flow = 0.55 + 0.9 * noise.fractal(u * 5 + drift, v * 1.6 + drift, 4);
      const depth = Math.max(0, below);
      const run = Math.exp(-((depth / (runs * flow)) ** 1.5));
      const ribs = ramp(0.42, 0.7, noise.ridged(u * 6 + 0.8 * v + drift, v * 2.2 - 1.4 * u, 4));
      const edge = 0.55 * Math.exp(-depth / 0.004) * ramp(0.38, 0.62, noise.fractal(u * 9 + drift, n, 3));
      const own = dark * (run * (0.5 + 0.55 * ribs) + edge * (0.4 + 0.6 * run));
      wet = wet * (1 - body * Math.min(1, 0.35 + run)) + body * own;
    }
    const pooled =
      wet *
      (0.9 + 0.22 * (noise.fractal(u * 26, v * 26, 3) - 0.5)) *
      ramp(shore, shore - 0.06, v + 0.03 * (noise.fractal(u * 4, 3, 3) - 0.5));
    set(tone, ink);
    // Ink is seen by how dark it looks, not by how much light it takes.
    towards(out, tone, 1 - (1 - Math.min(0.95, pooled)) ** 2.2);
  });
}

/** Still water is a few dry strokes. */
function* ripples(brush: Brush, shore: number): Painting {
  const { film, random } = brush;
  const [wide, tall] = [film.width / film.unit, film.height / film.unit];
  for (let n = 0; n < 16; n++) {
    const near = (n + random()) / 16;
    const [x, y] = [random() * wide, shore + (tall - shore) * near ** 1.4];
    const length = 0.06 + 0.22 * random();
    const points = [0, 0.33, 0.66, 1].map((t) => [x + (t - 0.5) * length, y + 0.003 * (random() - 0.5)] as const);
    yield* stroke(brush, points, 0.0018 + 0.002 * near, 0.3 + 0.3 * near, 0.5);
  }
}

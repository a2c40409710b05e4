/** Cumulus: heaps of round heads over flat bases, which no plane of noise gives. Far ones stand low and small, near ones high and large. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom, type Random } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

interface Puff {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Heap {
  readonly puffs: readonly Puff[];
  readonly base: number;
  readonly tall: number;
  /** 0 = at the horizon, 1 = nearest. */
  readonly near: number;
}

export function* paintHeaps(film: Film, scene: Scene, light: Daylight, horizon: number): Painting {
  const random = createRandom(scene.seed + 221);
  const noise = createNoiseField(scene.seed + 222);
  const count = 9;
  for (let n = 0; n < count; n++) {
    const near = (n / (count - 1)) ** 1.3;
    yield* paintHeap(film, light, noise, heapAt(film, random, near, horizon));
  }
}

function heapAt(film: Film, random: Random, near: number, horizon: number): Heap {
  const wide = film.unit * (0.14 + 0.42 * near) * (0.8 + 0.5 * random());
  const tall = wide * (0.42 + 0.34 * random());
  const x = film.width * random();
  const base = Math.min(horizon, film.height) * (0.97 - 0.36 * near + 0.06 * (random() - 0.5));
  const puffs = Array.from({ length: 46 }, () => {
    const along = random() + random() - 1;
    const up = random() ** 0.8 * (1 - along * along);
    const radius = tall * (0.16 + 0.2 * (1 - up)) * (0.65 + 0.6 * random());
    return { x: x + (along * wide) / 1.6, y: base - up * tall - radius * 0.35, radius };
  });
  return { puffs, base, tall, near };
}

function* paintHeap(film: Film, light: Daylight, noise: NoiseField, { puffs, base, tall, near }: Heap): Painting {
  const left = Math.max(0, Math.floor(Math.min(...puffs.map(({ x, radius }) => x - radius * 1.4))));
  const right = Math.min(film.width, Math.ceil(Math.max(...puffs.map(({ x, radius }) => x + radius * 1.4))));
  const top = Math.max(0, Math.floor(Math.min(...puffs.map(({ y, radius }) => y - radius * 1.4))));
  const bottom = Math.min(film.height, Math.ceil(base + tall * 0.08));
  const sunX = Math.sign(light.towardsSun[0]) * 0.62;
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const grain = 7 / tall;
  for (let y = top; y < bottom; y++) {
    if (y % 4 === 0) yield;
    for (let x = left; x < right; x++) {
      // The outline of every head is broken up by the same turbulence, so that heads grow out of each other.
      const [wx, wy] = [noise.fractal(x * grain, y * grain, 4) - 0.5, noise.fractal(x * grain + 40, y * grain + 9, 4) - 0.5];
      const [px, py] = [x + wx * tall * 0.2, y + wy * tall * 0.2];
      let [body, lit, weight] = [-1, 0, 1e-6];
      for (const puff of puffs) {
        const [u, v] = [(px - puff.x) / puff.radius, (py - puff.y) / puff.radius];
        const inside = 1 - lengthOf(u, v);
        if (inside < -0.3) continue;
        body = Math.max(body, inside);
        if (inside <= 0) continue;
        const own = inside * inside;
        lit += own * (0.46 + 0.62 * (u * sunX - v * 0.78));
        weight += own;
      }
      const floor = ramp(base + tall * (0.05 + 0.1 * wy), base - tall * 0.06, y);
      const cover = ramp(-0.05, 0.16, body) * floor;
      if (cover <= 0) continue;
      const height = Math.min(1, Math.max(0, (base - y) / tall));
      const bright = Math.min(
        1,
        Math.max(0, (lit / weight) * 0.95 + 0.25 * wx + 0.2 * ramp(0.1, 0.7, height) - 0.34 * ramp(0.3, 0, height)),
      );
      set(tone, light.cloudShade);
      towards(tone, light.cloudLit, bright);
      towards(tone, light.horizon, 0.7 * (1 - near) ** 1.5);
      const at = (y * film.width + x) * 3;
      film.data[at] = (film.data[at] as number) + cover * (tone.r - (film.data[at] as number));
      film.data[at + 1] = (film.data[at + 1] as number) + cover * (tone.g - (film.data[at + 1] as number));
      film.data[at + 2] = (film.data[at + 2] as number) + cover * (tone.b - (film.data[at + 2] as number));
    }
  }
}

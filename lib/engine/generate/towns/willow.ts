/** A willow: a leaning trunk, a dome of boughs, and strands of leaves that hang from it. */
import type { Random } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { between, dim, hex, type Radiance, towards } from "../light/radiance.ts";

interface Willow {
  readonly x: number;
  readonly foot: number;
  readonly size: number;
}

export function* hangWillow(film: Film, light: Daylight, random: Random, { x, foot, size }: Willow): Painting {
  const lean = (random() - 0.5) * 0.3;
  const bark = inLight(hex("4a4034"), light, 0.3);
  for (let n = 0; n <= 60; n++) {
    const t = n / 60;
    blot(film, x + lean * size * t * t, foot - size * 0.62 * t, size * (0.035 - 0.02 * t), bark, 1);
  }
  const [topX, topY] = [x + lean * size, foot - size * 0.62];
  const [low, high] = [hex("3f5c26"), hex("a3b85a")];
  const strands = 420;
  for (let n = 0; n < strands; n++) {
    if (n % 12 === 0) yield;
    const turn = Math.PI * random();
    const reach = size * (0.16 + 0.34 * Math.sqrt(random()));
    const [fromX, fromY] = [topX + Math.cos(turn) * reach, topY - Math.sin(turn) * reach * 0.72];
    const length = Math.min(size * (0.22 + 0.42 * random() ** 1.3), foot + size * 0.06 - fromY);
    const drift = (Math.cos(turn) * 0.12 + 0.05 * (random() - 0.5)) * size;
    // In front and above it is bright, within the tree dark.
    const depth = n / strands;
    const tone = inLight(between(low, high, 0.2 + 0.6 * depth * random() + 0.2 * Math.sin(turn)), light, 0.3 + 0.3 * depth);
    const steps = Math.ceil(length);
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      const sway = drift * t * (1.6 - t) + size * 0.008 * Math.sin(t * 5 + n);
      const leaf = { ...tone };
      dim(leaf, 0.8 + 0.4 * ((k * 0.618 + n * 0.31) % 1));
      blot(
        film,
        fromX + sway,
        fromY + length * t,
        size * 0.0022 + 0.25 + size * 0.0026 * ((k * 0.37 + n * 0.7) % 1),
        leaf,
        0.75 - 0.35 * t,
      );
    }
  }
}

function inLight(tone: Radiance, light: Daylight, sun: number): Radiance {
  const seen = {
    r: tone.r * (0.65 * light.ambient.r + sun * light.sun.r),
    g: tone.g * (0.65 * light.ambient.g + sun * light.sun.g),
    b: tone.b * (0.65 * light.ambient.b + sun * light.sun.b),
  };
  towards(seen, light.haze, 0.05);
  return seen;
}

function blot(film: Film, x: number, y: number, radius: number, tone: Radiance, strength: number): void {
  for (let py = Math.max(0, Math.floor(y - radius)); py <= Math.min(film.height - 1, y + radius); py++) {
    for (let px = Math.max(0, Math.floor(x - radius)); px <= Math.min(film.width - 1, x + radius); px++) {
      const far = Math.sqrt((px + 0.5 - x) ** 2 + (py + 0.5 - y) ** 2);
      const cover = strength * Math.max(0, Math.min(1, radius - far + 0.5));
      if (cover === 0) continue;
      const at = (py * film.width + px) * 3;
      film.data[at] = (film.data[at] as number) + cover * (tone.r - (film.data[at] as number));
      film.data[at + 1] = (film.data[at + 1] as number) + cover * (tone.g - (film.data[at + 1] as number));
      film.data[at + 2] = (film.data[at + 2] as number) + cover * (tone.b - (film.data[at + 2] as number));
    }
  }
}

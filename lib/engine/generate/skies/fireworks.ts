/** Shells that have burst: sparks on every side that fall as they fade, each with the glow of its colour. */
import type { Random } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import { add, between, hex, type Radiance } from "../light/radiance.ts";

export interface Burst {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  readonly colour: Radiance;
}

const colours = ["ffc35a", "ff6a4a", "ff9ad0", "7ac8ff", "ffe9b8", "9af0b0"];

/** Well apart, the largest in the middle third of the height that is given. */
export function burstsOver(
  random: Random,
  width: number,
  height: number,
  unit: number,
  isGolden: boolean,
  reachDown = 0.6,
): readonly Burst[] {
  const count = Math.max(4, Math.min(8, Math.round((5 * width) / unit)));
  return Array.from({ length: count }, (_, n) => {
    const large = n % 2 === 0 ? 1 : 0.6;
    return {
      x: width * ((n * 0.618 + 0.2 + 0.06 * random()) % 1),
      y: height * (0.14 + (reachDown - 0.16) * random()),
      reach: unit * (0.1 + 0.11 * random()) * large,
      colour: hex((isGolden ? colours[n % 2 === 0 ? 0 : 4] : colours[Math.floor(random() * colours.length)]) ?? "ffc35a"),
    };
  });
}

export function* lightFireworks(film: Film, random: Random, bursts: readonly Burst[], strength = 1): Painting {
  const white = hex("fff4dc");
  for (const { x, y, reach, colour } of bursts) {
    yield;
    glowAt(film, x, y, reach * 1.5, colour, 0.13 * strength);
    const rays = 70 + Math.floor(random() * 50);
    for (let ray = 0; ray < rays; ray++) {
      if (ray % 16 === 0) yield;
      // Spread over a ball: those that fly at the eye are short.
      const turn = random() * Math.PI * 2;
      const out = Math.sqrt(1 - (2 * random() - 1) ** 2) * (0.86 + 0.2 * random());
      const steps = Math.ceil(reach * out * 0.9);
      for (let k = Math.floor(steps * 0.22); k < steps; k++) {
        const t = k / steps;
        const fade = t ** 0.7 * (1 - t ** 9) * 0.6 * strength;
        const px = x + Math.cos(turn) * out * reach * t;
        const py = y + Math.sin(turn) * out * reach * t + 0.16 * reach * t * t;
        spark(film, px, py, film.unit * (0.0006 + 0.0006 * t), between(colour, white, t > 0.9 ? 0.6 : 0.12), fade);
      }
    }
    glowAt(film, x, y, reach * 0.25, white, 0.35 * strength);
  }
}

function spark(film: Film, x: number, y: number, radius: number, colour: Radiance, strength: number): void {
  const sigma = Math.max(0.5, radius);
  const reach = Math.ceil(sigma * 2);
  const light: Radiance = { r: 0, g: 0, b: 0 };
  for (let py = Math.max(0, Math.floor(y - reach)); py <= Math.min(film.height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= Math.min(film.width - 1, x + reach); px++) {
      const share = strength * Math.exp(-((px - x) ** 2 + (py - y) ** 2) / (2 * sigma * sigma));
      addTo(film, (py * film.width + px) * 3, colour, share, light);
    }
  }
}

export function glowAt(film: Film, x: number, y: number, reach: number, colour: Radiance, strength: number): void {
  const light: Radiance = { r: 0, g: 0, b: 0 };
  for (let py = Math.max(0, Math.floor(y - reach)); py <= Math.min(film.height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= Math.min(film.width - 1, x + reach); px++) {
      const far = ((px - x) ** 2 + (py - y) ** 2) / (reach * reach);
      if (far < 1) addTo(film, (py * film.width + px) * 3, colour, strength * (1 - far) ** 3, light);
    }
  }
}

function addTo(film: Film, at: number, colour: Radiance, share: number, light: Radiance): void {
  light.r = film.data[at] as number;
  light.g = film.data[at + 1] as number;
  light.b = film.data[at + 2] as number;
  add(light, colour, share);
  film.data[at] = light.r;
  film.data[at + 1] = light.g;
  film.data[at + 2] = light.b;
}

/** A strip of sand before a flat sea. */
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { between, hex, ramp, towards } from "../light/radiance.ts";
import type { Scene, ThingName } from "../scene.ts";

/** Of the height of the picture: all above it is water. */
export const shoreFrom = 0.825;

const onLand: readonly ThingName[] = ["bare tree", "car", "house", "palm", "tent", "tree"];

/** What needs ground under it stands on a strip of sand before the water. */
export function hasFlatShore({ setting, things }: Scene): boolean {
  return setting === "sea" && things.some((name) => onLand.includes(name));
}

export function* layShore(film: Film, scene: Scene, light: Daylight): Painting {
  const sand = between(hex("e2b27a"), light.middle, 0.4);
  const wet = between(sand, light.zenith, 0.35);
  const lean = scene.seed % 2 === 0 ? 1 : -1;
  yield* expose(film, film.height * 0.7, film.height, (x, y, out) => {
    const across = x / film.width - 0.5;
    const top = film.height * (shoreFrom + 0.035 - 0.05 * lean * across + 0.014 * Math.sin(across * 7 + scene.seed));
    towards(out, wet, ramp(-0.5, 0.5, y - top + film.unit * 0.016));
    towards(out, sand, ramp(-0.5, 0.5, y - top));
  });
}

/** A house of a town on a canal, and the lanterns below its eaves. */
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { hex, type Radiance, ramp, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

export interface House {
  readonly left: number;
  readonly right: number;
  readonly foot: number;
  readonly wall: number;
  readonly roof: number;
  /** The long side with its roof, or the gable end with walls that rise in steps over it. */
  readonly isGable: boolean;
  /** Its roof ends straight, and its gable in a point. */
  readonly isPlain: boolean;
  readonly colour: Radiance;
  readonly haze: number;
  readonly seed: number;
}

/** Red lanterns in a row below the eaves. */
export function hangLanterns(film: Film, light: Daylight, { hour }: Scene, { left, right, foot, wall }: House): void {
  const isLit = hour === "night" || hour === "dusk";
  const size = film.unit * 0.0085;
  const count = Math.max(1, Math.round((right - left) / (film.unit * 0.075)));
  const red = hex("c4231c");
  const shine = isLit ? 1.5 : 0.62 * light.ambient.g + 0.4 * light.sun.g;
  for (let n = 0; n < count; n++) {
    const [cx, cy] = [left + ((n + 0.5) / count) * (right - left), foot - wall + size * 1.9];
    const reach = isLit ? size * 5 : size * 1.2;
    for (let y = Math.max(0, Math.floor(cy - reach)); y < Math.min(film.height, cy + reach); y++) {
      for (let x = Math.max(0, Math.floor(cx - reach)); x < Math.min(film.width, cx + reach); x++) {
        const [u, v] = [(x + 0.5 - cx) / size, (y + 0.5 - cy) / (size * 0.86)];
        const far = Math.sqrt(u * u + v * v);
        const at = (y * film.width + x) * 3;
        const tone = { r: red.r * shine, g: red.g * shine, b: red.b * shine };
        if (isLit) {
          towards(tone, hex("ffb45a", 1.4), 0.75 * ramp(1, 0.1, far));
          film.data[at] = (film.data[at] as number) + 0.22 * Math.exp(-far * 0.9);
          film.data[at + 1] = (film.data[at + 1] as number) + 0.07 * Math.exp(-far * 0.9);
        }
        mixIn(film, at, tone, Math.max(0, Math.min(1, (1 - far) * size + 0.5)));
      }
    }
  }
}

export function mixIn(film: Film, at: number, tone: Radiance, cover: number): void {
  film.data[at] = (film.data[at] as number) + cover * (tone.r - (film.data[at] as number));
  film.data[at + 1] = (film.data[at + 1] as number) + cover * (tone.g - (film.data[at + 1] as number));
  film.data[at + 2] = (film.data[at + 2] as number) + cover * (tone.b - (film.data[at + 2] as number));
}

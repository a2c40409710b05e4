/** Single touches and strokes of an ink brush. Lengths are shares of the shorter side. */
import { lengthOf } from "#lib/pixels/length.ts";
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import { type Radiance, ramp } from "../light/radiance.ts";

export interface Brush {
  readonly film: Film;
  readonly noise: NoiseField;
  readonly random: () => number;
  /** 0 = paper, 1 = the darkest ink. */
  readonly ink: (share: number) => Radiance;
}

export type Spot = readonly [x: number, y: number];

/** A brush that is pressed in the middle and lifted at the end; a dry one leaves streaks of paper. */
export function* stroke(brush: Brush, points: readonly Spot[], width: number, dark: number, dryness = 0.2, taper = 0.65): Painting {
  const { film, noise } = brush;
  const [first, end] = [points[0] as Spot, points.at(-1) as Spot];
  const length = lengthOf(end[0] - first[0], end[1] - first[1]);
  const steps = Math.min(160, Math.max(10, Math.ceil(length / Math.max(0.001, width * 0.3))));
  const last = points.length - 1;
  for (let step = 0; step <= steps; step++) {
    if (step % 16 === 0) yield;
    const t = (step / steps) * last;
    const n = Math.min(last - 1, Math.floor(t));
    const [a, b] = [points[n] as Spot, points[n + 1] as Spot];
    const f = t - n;
    const pressed = width * (1 - taper + taper * Math.sin(Math.PI * Math.min(1, 0.12 + step / steps)));
    const dry = dryness * ramp(0.35, 1, step / steps);
    stamp(film, a[0] + f * (b[0] - a[0]), a[1] + f * (b[1] - a[1]), Math.max(0.0009, pressed), brush.ink(0.95), (x, y) => {
      const streak = ramp(dry * 0.9, dry * 0.9 + 0.25, noise.fractal(x * 0.9, y * 0.9, 2) + 0.12);
      return dark * 0.45 * streak;
    });
  }
}

/** A soft round touch; overlapping ones grow darker, as ink does. */
export function stamp(film: Film, cx: number, cy: number, radius: number, tone: Radiance, share: (x: number, y: number) => number): void {
  const [px, py, r] = [cx * film.unit, cy * film.unit, Math.max(0.6, radius * film.unit)];
  for (let y = Math.max(0, Math.floor(py - r - 1)); y <= Math.min(film.height - 1, py + r + 1); y++) {
    for (let x = Math.max(0, Math.floor(px - r - 1)); x <= Math.min(film.width - 1, px + r + 1); x++) {
      const cover = ramp(r + 0.7, r - 0.7, lengthOf(x + 0.5 - px, y + 0.5 - py));
      if (cover === 0) continue;
      const t = cover * share(x, y);
      const at = (y * film.width + x) * 3;
      film.data[at] = (film.data[at] as number) + t * (tone.r - (film.data[at] as number));
      film.data[at + 1] = (film.data[at + 1] as number) + t * (tone.g - (film.data[at + 1] as number));
      film.data[at + 2] = (film.data[at + 2] as number) + t * (tone.b - (film.data[at + 2] as number));
    }
  }
}

/** A humpbacked bridge of stone: with its own image in the water its arch makes a full circle. */
import { lengthOf } from "#lib/pixels/length.ts";
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";

interface Bridge {
  readonly x: number;
  readonly foot: number;
  /** From its middle to its end. */
  readonly half: number;
  readonly rise: number;
}

export function* paintBridge(film: Film, light: Daylight, noise: NoiseField, { x: cx, foot, half, rise }: Bridge): Painting {
  const arch = half * 0.52;
  const rail = rise * 0.17;
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const deckAt = (u: number): number => rise * (0.2 + 0.8 * (0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, Math.abs(u) * 0.98))));
  for (let y = Math.max(0, Math.floor(foot - rise - rail - 2)); y < Math.min(film.height, foot); y++) {
    if (y % 8 === 0) yield;
    for (let x = Math.max(0, Math.floor(cx - half)); x < Math.min(film.width, cx + half); x++) {
      const u = (x + 0.5 - cx) / half;
      const up = foot - y - 0.5;
      const deck = deckAt(u);
      const round = lengthOf(x + 0.5 - cx, up * 1.02) - arch;
      const inBody = Math.min(1, deck - up + 0.5, round + 0.5);
      // Posts with a slab between them; the slab is pierced.
      const post = Math.abs((((x + 0.5 - cx) / (half * 0.11) + 100) % 1) - 0.5) > 0.41;
      const over = (up - deck) / rail;
      const inRail = over > 0 && (post ? over < 1.12 : over < 0.85 && (over > 0.6 || over < 0.2)) ? 1 : 0;
      const cover = Math.max(inBody, inRail);
      if (cover <= 0) continue;
      set(tone, hex("a09c92"));
      if (inRail > 0) dim(tone, 1.08);
      else {
        const isRing = round < rise * 0.1;
        const angle = Math.atan2(up, x + 0.5 - cx);
        const joint = isRing ? ((angle / Math.PI) * 19) % 1 : ((x + 0.5) / (half * 0.13) + Math.floor(up / (rise * 0.11)) * 0.5) % 1;
        const bed = isRing ? 1 : (up / (rise * 0.11)) % 1;
        dim(tone, (isRing ? 1.06 : 0.92) - (joint < 0.07 || bed < 0.1 ? 0.22 : 0));
        towards(tone, hex("4a5440"), 0.5 * ramp(0.5, 0.75, noise.fractal(x * 0.03, y * 0.03, 4)) + 0.5 * ramp(rise * 0.16, 0, up));
        dim(tone, 1 - 0.35 * ramp(rise * 0.07, 0, deck - up));
      }
      dim(tone, 0.8 + 0.4 * noise.fractal(x * 0.12, y * 0.12, 3));
      tone.r *= 0.62 * light.ambient.r + 0.36 * light.sun.r;
      tone.g *= 0.62 * light.ambient.g + 0.36 * light.sun.g;
      tone.b *= 0.62 * light.ambient.b + 0.36 * light.sun.b;
      towards(tone, light.haze, 0.03);
      const at = (y * film.width + x) * 3;
      film.data[at] = (film.data[at] as number) + cover * (tone.r - (film.data[at] as number));
      film.data[at + 1] = (film.data[at + 1] as number) + cover * (tone.g - (film.data[at + 1] as number));
      film.data[at + 2] = (film.data[at + 2] as number) + cover * (tone.b - (film.data[at + 2] as number));
    }
  }
}

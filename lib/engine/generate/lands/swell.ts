/** A rough sea: swells one behind the other, the nearest higher than the eye; their crests let light through, break, and throw spray. */
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { add, between, dim, hex, luma, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

interface Wave {
  readonly level: number;
  readonly rise: number;
  /** 0 = at the horizon, 1 = at one's feet. */
  readonly near: number;
  readonly drift: number;
}

const count = 12;

export function isRough({ hour, traits, setting }: Pick<Scene, "hour" | "traits" | "setting">): boolean {
  // By a beach waves are what laps at it, but in a storm.
  const isSaid = hour === "storm" || (traits.includes("rough sea") && !traits.includes("beach"));
  return setting === "sea" && isSaid && !traits.includes("from above");
}

export function* paintSwell(film: Film, scene: Scene, light: Daylight, camera: Camera): Painting {
  const noise = createNoiseField(scene.seed + 321);
  const deep = film.height - camera.horizon;
  const waves = Array.from({ length: count }, (_, n): Wave => {
    const near = n / (count - 1);
    return {
      level: camera.horizon + deep * (0.008 + 1.02 * near ** 1.8),
      rise: film.unit * (0.005 + 0.135 * near ** 1.25),
      near,
      drift: n * 23.7 + (scene.seed % 1000) * 0.31,
    };
  });
  const tones = tonesOf(scene, light);
  for (const [n, wave] of waves.entries()) yield* paintWave(film, light, noise, wave, waves[n + 1], tones);
}

interface Tones {
  readonly deep: Radiance;
  readonly face: Radiance;
  readonly crest: Radiance;
  readonly foam: Radiance;
  /** Foam where the light does not reach. */
  readonly shade: Radiance;
  readonly sky: Radiance;
}

function tonesOf(scene: Scene, light: Daylight): Tones {
  // A golden sky is no golden sea.
  const named = scene.skyColours.find(([r, , b]) => b >= r);
  const said = scene.waterColour ?? named;
  const own = said === undefined ? hex("12475a") : between(hex("12475a"), radianceOf(said), 0.65);
  const bright = Math.min(0.8, 0.12 + 0.9 * luma(light.ambient));
  const lit = (tone: Radiance, by: number): Radiance => ({ r: tone.r * by, g: tone.g * by, b: tone.b * by });
  return {
    deep: lit(between(own, hex("03121c"), 0.72), bright),
    face: lit(own, bright),
    crest: between(lit(between(own, hex("5fc2ae"), 0.55), 1.5 * bright), light.glow, light.isSunSeen ? 0.5 : 0.04),
    foam: between(lit(hex("eef4f4"), 0.35 + 0.75 * bright), light.horizon, light.isSunSeen ? 0.45 : 0.2),
    shade: between(lit(own, bright), lit(hex("c9d6d8"), 0.3 + 0.7 * bright), 0.5),
    sky: between(light.middle, light.horizon, 0.5),
  };
}

function* paintWave(
  film: Film,
  light: Daylight,
  noise: NoiseField,
  { level, rise, near, drift }: Wave,
  next: Wave | undefined,
  tones: Tones,
): Painting {
  const scale = 1 / (rise * 5.2);
  const crests = Float32Array.from({ length: film.width }, (_, x) => crestAt(noise, x * scale + drift, drift));
  /** Where along the crest it breaks. */
  const breaking = Float32Array.from({ length: film.width }, (_, x) =>
    ramp(0.5, 0.74, noise.fractal(x * scale * 0.8 + drift, drift + 40, 3) + 0.16 * ((crests[x] as number) - 0.4)),
  );
  const side = Math.sign(light.towardsSun[0]) || 1;
  const until = next === undefined ? film.height : Math.min(film.height, next.level + next.rise * 1.1);
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const foam: Radiance = { r: 0, g: 0, b: 0 };
  const soft = Math.max(0.04, 0.9 / rise);
  yield* expose(film, level - rise * 1.7, until, (x, y, out) => {
    const crest = crests[x] as number;
    const below = (y - level) / rise + crest;
    const broken = breaking[x] as number;
    if (below < -0.5 || (below < -soft && broken === 0)) return;
    const [u, v] = [x * scale + drift, ((y - level) / rise) * 0.5 + drift];
    // Foam is torn: where it thins out there are fewer pieces of it, not paler ones.
    const torn = broken > 0 ? 0.62 * noise.fractal(u * 7, v * 6, 3) + 0.38 * (1 - noise.billow(u * 13, v * 11, 2)) : 0;
    if (below < 0) {
      // Blown off by the wind.
      const spray = ramp(-0.3, 0, below) ** 2.5 * ramp(1.05 - 0.6 * broken, 1.4 - 0.6 * broken, torn + 0.35 * ramp(-0.2, 0, below));
      towards(out, tones.foam, 0.55 * spray * near ** 0.4);
      if (below < -soft) return;
    }
    // Down the face it darkens; ripples run along it.
    const ripple = noise.fractal(u * 3.4 + 0.7 * below, v * 9, 2) - 0.5;
    const fine = near > 0.3 ? noise.fractal(u * 13 + 2 * below, v * 34, 2) - 0.5 : 0;
    const swell = noise.value(u * 0.9, v * 1.1) - 0.5;
    set(tone, tones.face);
    towards(tone, tones.deep, ramp(0.05, 1.25, below + 0.6 * ripple + 0.5 * swell));
    towards(tone, tones.crest, 0.75 * ramp(0.36, 0, below - 0.3 * ripple - 0.45 * fine) * ramp(0.05, 0.75, crest));
    // Facets that lean to the sky throw it back; the far ones more than the near.
    const facet = ramp(0.06, 0.3, 0.75 * ripple + 0.55 * fine + 0.12 * side * swell);
    towards(tone, tones.sky, facet * (0.34 - 0.12 * near) + 0.3 * (1 - near) ** 2);
    dim(tone, 0.9 + 0.5 * ripple + 0.45 * fine);
    if (light.isSunSeen) add(tone, light.glow, 0.14 * facet * ramp(0.6, 0, below));
    // It spills from where it breaks, in the light above and in shade below, and its threads are drawn out over the slopes.
    const fall = broken * ramp(0.8, 0, below - 0.4 * (torn - 0.5)) ** 0.8;
    const lace = fall > 0.12 ? noise.ridged(u * 5 + 0.4 * below, v * 8, 2) : 0;
    const spill = fall > 0 ? ramp(0.94 - 0.6 * fall, 1.12 - 0.5 * fall, torn + 0.22 * lace) : 0;
    const thin = 0.34 * ramp(1.9, 0.1, below) * near ** 0.5;
    const web = thin > 0.06 ? thin * ramp(0.72, 0.93, noise.ridged(u * 1.5 + 0.6 * below, v * 4.2, 3)) : 0;
    set(foam, tones.foam);
    const clots = spill > 0 ? noise.fractal(u * 17, v * 15, 2) : 0.5;
    towards(foam, tones.shade, 0.9 * ramp(0.68, 0.34, clots) * ramp(0, 0.25, below) + 0.3 * ramp(0.2, 0.7, below));
    towards(tone, foam, Math.max(0.95 * spill, web * (0.4 + 0.6 * broken)));
    towards(tone, light.haze, 0.62 * (1 - near) ** 3);
    towards(out, tone, ramp(-soft, soft, below));
  });
}

/** Pointed above and wide below, of uneven height. */
function crestAt(noise: NoiseField, along: number, drift: number): number {
  const ridge = 1 - Math.abs(2 * noise.value(along * 0.55, drift) - 1);
  return 0.95 * ridge ** 1.7 + 0.5 * (noise.value(along * 0.21 + 9, drift) - 0.5) + 0.16 * (noise.fractal(along * 2.2, drift, 3) - 0.5);
}

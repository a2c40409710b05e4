/** What may stand in the sky besides clouds: curtains of light, a rainbow, lightning. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom, type Random } from "#lib/pixels/random.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { hex, ramp } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { type Burst, burstsOver, lightFireworks } from "./fireworks.ts";

export function* paintSkyLights(film: Film, scene: Scene, camera: Camera): Painting {
  if (scene.weather.includes("aurora")) yield* paintAurora(film, scene, camera);
  if (scene.weather.includes("rainbow")) yield* paintRainbow(film, scene, camera);
  if (scene.traits.includes("fireworks")) {
    const random = createRandom(scene.seed + 221);
    yield* lightFireworks(film, random, burstsOn(scene, camera, film, random));
  }
  if (scene.weather.includes("lightning")) yield* paintLightning(film, scene, camera);
}

/** Where shells burst on a film of that size. */
export function burstsOn(
  scene: Scene,
  camera: Camera,
  { width, unit }: { readonly width: number; readonly unit: number },
  random: Random = createRandom(scene.seed + 221),
): readonly Burst[] {
  if (!scene.traits.includes("fireworks")) return [];
  // Over a land of mountains they have to burst high to be seen.
  const rise = scene.setting === "lake" || scene.hasMountains ? 0.42 : 0.6;
  return burstsOver(random, width, camera.horizon, unit, false, rise);
}

function* paintAurora(film: Film, scene: Scene, camera: Camera): Painting {
  const noise = createNoiseField(scene.seed + 201);
  const low = hex("3dffa0");
  const high = hex("7a4dff");
  const curtains = [0, 1, 2].map((n) => ({ foot: 0.62 - 0.17 * n, drift: n * 13.3, strength: 1 - 0.25 * n }));
  yield* expose(film, 0, camera.horizon, (x, y, out) => {
    const u = x / film.unit;
    for (const { foot, drift, strength } of curtains) {
      const bend = 0.34 * (noise.fractal(u * 0.9 + drift, drift, 3) - 0.5) + 0.07 * (noise.value(u * 4 + drift, 1) - 0.5);
      const rise = foot + bend - y / camera.horizon;
      if (rise < -0.05) continue;
      const rays = 0.35 + 0.9 * noise.fractal(u * 13 + drift + 3 * bend, rise * 0.5, 3) ** 1.6 + 0.3 * noise.value(u * 40 + drift, rise);
      const veil = ramp(-0.05, 0.025, rise) * Math.exp(-rise * (3.4 + 2 * noise.value(u * 2 + drift, 4)));
      const present = ramp(0.34, 0.6, noise.fractal(u * 0.8 + drift, 9 + drift, 2));
      const shine = strength * veil * rays * present * 0.85;
      const t = ramp(0.05, 0.5, rise);
      out.r += shine * (low.r + t * (high.r - low.r));
      out.g += shine * (low.g + t * (high.g - low.g));
      out.b += shine * (low.b + t * (high.b - low.b));
    }
  });
}

function* paintRainbow(film: Film, scene: Scene, camera: Camera): Painting {
  const cx = film.width * (scene.seed % 2 === 0 ? 0.36 : 0.64);
  const cy = camera.horizon + film.unit * 0.16;
  const radius = film.unit * 0.68;
  const band = film.unit * 0.075;
  yield* expose(film, 0, film.height, (x, y, out) => {
    const t = (lengthOf(x - cx, y - cy) - radius) / band + 0.5;
    if (t < -0.4 || t > 1.4) return;
    const strength = 0.3 * ramp(film.height * 0.98, camera.horizon * 0.7, y);
    const at = (centre: number): number => strength * Math.exp(-(((t - centre) / 0.19) ** 2));
    out.r += at(0.84) + 0.35 * at(0.06);
    out.g += 0.85 * at(0.52);
    out.b += at(0.2);
  });
}

function* paintLightning(film: Film, scene: Scene, camera: Camera): Painting {
  const random = createRandom(scene.seed + 211);
  const bolts: { x: number; y: number; thick: number; bright: number }[] = [];
  const grow = (x: number, y: number, to: number, lean: number, thick: number, depth: number): void => {
    let [px, py] = [x, y];
    while (py < to) {
      const step = film.unit * 0.012 * (0.5 + random());
      const slant = lean + (random() - 0.5) * 2.4;
      for (let k = 0; k < 8; k++) bolts.push({ x: px + (slant * step * k) / 8, y: py + (step * k) / 8, thick, bright: 1 });
      px += slant * step;
      py += step;
      if (depth < 2 && random() < 0.09)
        grow(px, py, Math.min(to, py + film.unit * (0.08 + 0.16 * random())), (random() - 0.5) * 2.4, thick * 0.5, depth + 1);
    }
  };
  const x = film.width * (0.25 + 0.5 * random());
  grow(x, camera.horizon * 0.12, camera.horizon, (random() - 0.5) * 0.5, film.unit * 0.0017, 0);
  const middle = camera.horizon * 0.35;
  yield* expose(film, 0, camera.horizon, (px, py, out) => {
    const glow = 0.55 * Math.exp(-(((px - x) / (film.unit * 0.32)) ** 2) - ((py - middle) / (film.unit * 0.36)) ** 2);
    out.r += glow * (0.25 + out.r);
    out.g += glow * (0.27 + out.g);
    out.b += glow * (0.4 + out.b);
  });
  for (const [n, { x: bx, y: by, thick }] of bolts.entries()) {
    if (n % 100 === 0) yield;
    const reach = Math.ceil(thick * 3 + 1);
    for (let py = Math.max(0, Math.floor(by - reach)); py <= Math.min(film.height - 1, by + reach); py++) {
      for (let px = Math.max(0, Math.floor(bx - reach)); px <= Math.min(film.width - 1, bx + reach); px++) {
        const share = Math.exp(-((px - bx) ** 2 + (py - by) ** 2) / (thick * thick + 0.3));
        const at = (py * film.width + px) * 3;
        film.data[at] = Math.max(film.data[at] as number, share * 2.6);
        film.data[at + 1] = Math.max(film.data[at + 1] as number, share * 2.7);
        film.data[at + 2] = Math.max(film.data[at + 2] as number, share * 3.2);
      }
    }
  }
}

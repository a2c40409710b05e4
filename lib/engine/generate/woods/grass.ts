/** The grass at one's feet: single blades that bend, dark at the root and lit at the tip. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Land } from "../lands/ground.ts";
import { pathOf } from "../lands/hills.ts";
import { type Camera, columnOf, rowOf } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { between, hex, type Radiance } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

export function* plantGrass(film: Film, scene: Scene, light: Daylight, camera: Camera, land: Land): Painting {
  const random = createRandom(scene.seed + 241);
  const noise = createNoiseField(scene.seed + 242);
  const [low, high] = scene.season === "autumn" ? [hex("5a4a22"), hex("d0b060")] : [hex("24451a"), hex("a8c45a")];
  const shine = (tone: Radiance, sun: number, sky: number): Radiance => ({
    r: tone.r * (sun * light.sun.r + sky * light.ambient.r),
    g: tone.g * (sun * light.sun.g + sky * light.ambient.g),
    b: tone.b * (sun * light.sun.b + sky * light.ambient.b),
  });
  // Between flowers it is kept short, or it would hide them.
  const isShort = scene.traits.includes("wildflowers");
  const isClose = scene.traits.includes("close") && !isShort && !scene.things.includes("flower");
  const isHigh = scene.traits.includes("tall grass") || isClose;
  const height = isHigh ? 0.021 : isShort ? 0.0042 : 0.0058;
  const most = film.unit * (isHigh ? 0.42 : 0.13);
  // The light of a low sun comes through what is thin.
  const isLitThrough = isHigh && !isClose && (scene.hour === "golden" || scene.hour === "sunset");
  const path = pathOf(scene);
  const root = shine(low, 0.1, 0.6);
  const seed = shine(hex("f0e2b4"), 0.45, 0.7);
  const tip = isLitThrough ? shine(hex("e6d27a"), 0.5, 0.6) : shine(high, 0.42, 0.75);
  const other = scene.season === "autumn" || isLitThrough ? tip : shine(hex("4c8a3c"), 0.3, 0.6);
  const blades = Array.from({ length: isHigh ? 5200 : isShort ? 7000 : 9000 }, () => {
    const z = 0.085 * 5 ** random();
    return { x: ((random() - 0.5) * film.width * 1.08 * z) / camera.focal, z, luck: random(), lean: random() - 0.5 };
  }).sort((a, b) => b.z - a.z);
  for (const [n, { x, z, luck, lean }] of blades.entries()) {
    if (n % 64 === 0) yield;
    if (path !== undefined && path(x, z) > 0.3) continue;
    const tuft = noise.fractal(x * 22, z * 22, 2);
    const tall = (camera.focal * height * (0.35 + luck) * (0.5 + tuft)) / z;
    const ground = land.height(x, z, 5);
    // None grows in the river.
    if (scene.traits.includes("river") && ground < 0.003) continue;
    const foot = rowOf(camera, ground, z);
    if (foot - tall > film.height) continue;
    const wind = (noise.value(x * 6, z * 6) - 0.3) * 0.9 + lean * 0.8;
    // No two tufts are of one green.
    const own = between(tip, other, 0.8 * noise.value(x * 90, z * 90 + 7) * (0.4 + 0.6 * luck));
    const tone = between(own, root, 0.55 * (1 - luck) + 0.5 * (0.6 - tuft));
    const [at, long] = [columnOf(camera, x, z), Math.min(tall, most)];
    paintBlade(film, at, foot, long, { wind, root, tip: tone, thick: Math.max(0.5, tall * (isHigh ? 0.012 : 0.028)) });
    // Of long grass some bear a panicle, slight and pale.
    if (isHigh && !isClose && luck > 0.62 && lean > 0)
      paintEar(film, at, foot, long, { wind, tone: between(tone, seed, 0.6), half: Math.max(0.6, long * 0.016) });
  }
}

interface Blade {
  readonly wind: number;
  readonly root: Radiance;
  readonly tip: Radiance;
  readonly thick: number;
}

export function paintBlade(film: Film, x: number, foot: number, tall: number, { wind, root, tip, thick }: Blade): void {
  for (let y = Math.max(0, Math.floor(foot - tall)); y <= Math.min(film.height - 1, foot); y++) {
    const t = (foot - y) / tall;
    const middle = x + wind * tall * 0.55 * t * t;
    const half = thick * (1 - t) ** 0.6 + 0.25;
    const tone = between(root, tip, t);
    for (let px = Math.max(0, Math.floor(middle - half)); px <= Math.min(film.width - 1, Math.floor(middle + half)); px++) {
      const cover = 0.9 * Math.max(0, Math.min(1, half - Math.abs(px + 0.5 - middle) + 0.5)) * Math.min(1, t * 6 + 0.15);
      const at = (y * film.width + px) * 3;
      film.data[at] = (film.data[at] as number) + cover * (tone.r - (film.data[at] as number));
      film.data[at + 1] = (film.data[at + 1] as number) + cover * (tone.g - (film.data[at + 1] as number));
      film.data[at + 2] = (film.data[at + 2] as number) + cover * (tone.b - (film.data[at + 2] as number));
    }
  }
}

/** Heavy with grain, it hangs over where the blade ends. */
interface Ear {
  readonly wind: number;
  readonly tone: Radiance;
  readonly half: number;
}

function paintEar(film: Film, x: number, foot: number, tall: number, { wind, tone, half }: Ear): void {
  for (let n = 0; n < 9; n++) {
    const t = 0.78 + 0.03 * n;
    const [cx, cy] = [x + wind * tall * 0.55 * t * t, foot - tall * t];
    const wide = half * (1 - Math.abs(n - 4) / 6);
    const shade = n % 2 === 0 ? 1.08 : 0.86;
    for (let py = Math.max(0, Math.floor(cy - half)); py <= Math.min(film.height - 1, Math.floor(cy + half * 0.4)); py++) {
      for (let px = Math.max(0, Math.floor(cx - wide)); px <= Math.min(film.width - 1, Math.floor(cx + wide)); px++) {
        const cover = 0.85 * Math.max(0, Math.min(1, wide - Math.abs(px + 0.5 - cx) + 0.5));
        const at = (py * film.width + px) * 3;
        film.data[at] = (film.data[at] as number) + cover * (tone.r * shade - (film.data[at] as number));
        film.data[at + 1] = (film.data[at + 1] as number) + cover * (tone.g * shade - (film.data[at + 1] as number));
        film.data[at + 2] = (film.data[at + 2] as number) + cover * (tone.b * shade - (film.data[at + 2] as number));
      }
    }
  }
}

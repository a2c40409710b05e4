/** Ripe corn at one's feet: stalks that lean in the wind, and ears of grain in two files under their bristles. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Land } from "../lands/ground.ts";
import { pathOf } from "../lands/hills.ts";
import { type Camera, columnOf, rowOf } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { between, hex, luma, type Radiance, ramp } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { mixIn } from "../towns/town-house.ts";
import { paintBlade } from "./grass.ts";

interface Stalk {
  readonly x: number;
  readonly foot: number;
  readonly tall: number;
  /** To the right, as a share of its height. */
  readonly wind: number;
  readonly luck: number;
  readonly grain: Radiance;
  readonly husk: Radiance;
}

export function* plantWheat(film: Film, scene: Scene, daylight: Daylight, camera: Camera, land: Land): Painting {
  const random = createRandom(scene.seed + 241);
  const noise = createNoiseField(scene.seed + 242);
  const light = asSeenOnStraw(daylight);
  const isNear = scene.traits.includes("close");
  const height = isNear ? 0.027 : 0.0135;
  const path = pathOf(scene);
  const shine = (code: string, sun: number, sky: number): Radiance => {
    const { r, g, b } = hex(code);
    return {
      r: r * (sun * light.sun.r + sky * light.ambient.r),
      g: g * (sun * light.sun.g + sky * light.ambient.g),
      b: b * (sun * light.sun.b + sky * light.ambient.b),
    };
  };
  const root = shine("5f4a1e", 0.12, 0.55);
  const stem = shine("c9a556", 0.36, 0.6);
  const green = shine("98924a", 0.36, 0.6);
  const [shade, grain, husk] = [shine("8a5c24", 0.14, 0.5), shine("d9a548", 0.42, 0.6), shine("ffe6a6", 0.56, 0.66)];
  const stalks = Array.from({ length: isNear ? 3000 : 5000 }, () => {
    const z = 0.085 * 6 ** random();
    return { x: ((random() - 0.5) * film.width * 1.1 * z) / camera.focal, z, luck: random(), lean: random() - 0.5 };
  }).sort((a, b) => b.z - a.z);
  for (const [n, { x, z, luck, lean }] of stalks.entries()) {
    if (n % 32 === 0) yield;
    if (path !== undefined && path(x, z) > 0.3) continue;
    const ground = land.height(x, z, 5);
    // None grows in the river.
    if (scene.traits.includes("river") && ground < 0.003) continue;
    // What was sown at one time is of one height.
    const crowd = noise.fractal(x * 9, z * 9, 2);
    const tall = (camera.focal * height * (0.72 + 0.34 * luck) * (0.72 + 0.5 * crowd)) / z;
    const foot = rowOf(camera, ground, z);
    if (foot - tall > film.height || tall < 2) continue;
    const wind = 0.5 * (noise.value(x * 5, z * 5) - 0.35) + 0.34 * lean;
    // The wind draws bright and dark over the field.
    const turn = ramp(0.34, 0.64, noise.fractal(x * 3 + 20, z * 3, 2)) * 0.5 + 0.5 * luck;
    const stalk = {
      x: columnOf(camera, x, z),
      foot,
      tall: Math.min(tall, film.unit * 0.5),
      wind,
      luck,
      grain: between(shade, grain, turn),
      husk: between(grain, husk, turn),
    };
    const tip = between(stem, green, luck < 0.3 ? 0.8 : 0.15);
    paintBlade(film, stalk.x, foot, stalk.tall, { wind, root, tip, thick: Math.max(0.4, stalk.tall * 0.009) });
    // One leaf, drier than its stalk, hangs half-way up.
    if (stalk.tall > 14) {
      const side = luck < 0.5 ? -1 : 1;
      const from = foot - stalk.tall * 0.25;
      paintBlade(film, stalk.x, from, stalk.tall * 0.42, { wind: wind + side * 0.9, root, tip, thick: Math.max(0.5, stalk.tall * 0.012) });
    }
    paintEar(film, stalk);
  }
}

/** Straw is yellow to the eye under a rosy sky as well: it takes its brightness from the sky, and less of its colour. */
function asSeenOnStraw(light: Daylight): Daylight {
  const warm = (tone: Radiance, share: number): Radiance => {
    const grey = luma(tone);
    return between(tone, { r: grey * 1.12, g: grey, b: grey * 0.8 }, share);
  };
  return { ...light, sun: warm(light.sun, 0.45), ambient: warm(light.ambient, 0.75) };
}

/** Its files of grain lie like plaits along a spine that goes on from the stalk and bends over with its weight. */
function paintEar(film: Film, { x, foot, tall, wind, luck, grain, husk }: Stalk): void {
  const long = tall * (0.2 + 0.05 * luck);
  const half = Math.max(0.8, long * 0.13);
  const side = wind < 0 ? -1 : 1;
  const droop = 0.5 + 0.9 * luck;
  // Where the stalk ends, and which way it points there.
  let [px, py] = [x + wind * tall * 0.55, foot - tall];
  let turn = Math.atan2(1, wind * 1.1);
  const pairs = Math.max(2, Math.min(8, Math.round(long / 3)));
  const step = long / pairs;
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  for (let n = 0; n < pairs; n++) {
    const t = (n + 0.5) / pairs;
    const swell = 0.55 + 0.45 * Math.sin(Math.PI * Math.min(1, 0.2 + 0.75 * t));
    for (const file of [-1, 1]) {
      const share = (file > 0 ? 0.15 : 0.75) + 0.25 * (n % 2);
      Object.assign(tone, between(grain, husk, share));
      const out = turn - file * 0.42;
      const [gx, gy] = [px - Math.sin(turn) * -file * half * 0.45 * swell, py - Math.cos(turn) * file * half * 0.45 * swell];
      if (long > 9) paintBristle(film, gx, gy, turn - file * 0.22, long * (0.75 - 0.3 * t), husk);
      paintGrain(film, gx, gy, step * 0.95, half * 0.62 * swell, out, tone);
    }
    px += Math.cos(turn) * step;
    py -= Math.sin(turn) * step;
    turn -= (side * droop) / pairs;
  }
}

/** Pointed at both ends. */
function paintGrain(film: Film, cx: number, cy: number, long: number, wide: number, turn: number, tone: Radiance): void {
  const [cos, sin] = [Math.cos(turn), -Math.sin(turn)];
  const reach = Math.max(long, wide) + 0.5;
  for (let y = Math.max(0, Math.floor(cy - reach)); y <= Math.min(film.height - 1, cy + reach); y++) {
    for (let x = Math.max(0, Math.floor(cx - reach)); x <= Math.min(film.width - 1, cx + reach); x++) {
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      const along = (dx * cos + dy * sin) / long;
      const across = Math.abs(dy * cos - dx * sin);
      const cover = Math.min(1, wide * (1 - along * along) - across + 0.5, (1 - Math.abs(along)) * long + 0.5);
      if (cover > 0) mixIn(film, (y * film.width + x) * 3, tone, cover);
    }
  }
}

/** As fine as a hair, and all but see-through at its end. */
function paintBristle(film: Film, x: number, y: number, turn: number, long: number, tone: Radiance): void {
  const strength = Math.min(0.6, long / 90 + 0.1);
  for (let d = 0; d < long; d++) {
    const [px, py] = [x + Math.cos(turn) * d, y - Math.sin(turn) * d];
    const [column, row] = [Math.floor(px), Math.floor(py)];
    if (column < 0 || row < 0 || column + 1 >= film.width || row >= film.height) continue;
    const at = (row * film.width + column) * 3;
    const cover = strength * (1 - d / long);
    mixIn(film, at, tone, cover * (1 - (px - column)));
    mixIn(film, at + 3, tone, cover * (px - column));
  }
}

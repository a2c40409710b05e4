/** Leaves of lotus that lie on still water, and flowers above them. */
import { createRandom, type Random } from "#lib/pixels/random.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { between, hex, type Radiance, ramp } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

interface Pad {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly turn: number;
  readonly luck: number;
}

export function* layPads(film: Film, scene: Scene, light: Daylight, camera: Camera): Painting {
  const random = createRandom(scene.seed + 351);
  const inLight = (tone: Radiance, sun: number, sky: number): Radiance => ({
    r: tone.r * (sun * light.sun.r + sky * light.ambient.r),
    g: tone.g * (sun * light.sun.g + sky * light.ambient.g),
    b: tone.b * (sun * light.sun.b + sky * light.ambient.b),
  });
  const [low, high] = [inLight(hex("2c5a34"), 0.28, 0.7), inLight(hex("86b25a"), 0.36, 0.8)];
  const petal = inLight(hex("f6b6cc"), 0.34, 0.75);
  for (const pad of standPads(film, scene, camera, random)) {
    yield;
    paintPad(film, pad, low, high);
    if (pad.luck > 0.8) paintLotus(film, pad, petal, inLight(hex("fff0f2"), 0.34, 0.75), random);
  }
}

/** In drifts, thicker on one side, so that open water is left to look at. */
function standPads(film: Film, { seed, room }: Scene, camera: Camera, random: Random): readonly Pad[] {
  const side = room === undefined ? (seed % 2 === 0 ? 1 : -1) : room === "left" ? 1 : -1;
  const pads: Pad[] = [];
  for (let n = 0; n < 420; n++) {
    const down = 0.03 + 0.95 * random() ** 1.5;
    const x = film.width * random();
    const luck = random();
    const aside = side * (x / film.width - 0.5);
    const drift = 0.5 + 0.5 * Math.sin(x * (9 / film.unit) + seed) * Math.sin(down * 13 + seed);
    const [turn, own] = [random() * 6.3, random()];
    if (drift + 1.1 * aside < 0.3) continue;
    pads.push({
      x,
      y: camera.horizon + (film.height - camera.horizon) * down,
      size: film.unit * 0.105 * down * (0.55 + 0.6 * own),
      turn,
      luck,
    });
  }
  return pads.sort((a, b) => a.y - b.y);
}

function paintPad(film: Film, { x, y, size, turn, luck }: Pad, low: Radiance, high: Radiance): void {
  const flat = 0.3;
  const own = between(low, high, 0.15 + 0.7 * luck);
  for (let py = Math.max(0, Math.floor(y - size * flat - 1)); py <= Math.min(film.height - 1, y + size * flat + 2); py++) {
    for (let px = Math.max(0, Math.floor(x - size - 1)); px <= Math.min(film.width - 1, x + size + 1); px++) {
      const [u, v] = [(px + 0.5 - x) / size, (py + 0.5 - y) / (size * flat)];
      const far = Math.sqrt(u * u + v * v);
      const angle = Math.atan2(v, u) + turn;
      // A notch where the stem is, and a waved rim.
      const notch = Math.abs(((angle / (Math.PI * 2) + 3) % 1) - 0.5) * 22;
      const edge = 0.94 + 0.04 * Math.sin(angle * 5) - ramp(0.9, 0, notch) * 0.9;
      const cover = Math.max(0, Math.min(1, (edge - far) * size * flat + 0.5));
      if (cover === 0) continue;
      const rib = ramp(0.1, 0.02, Math.abs((((angle * 11) / (Math.PI * 2)) % 1) - 0.5) * far);
      const tone = between(own, high, 0.3 * rib + 0.5 * ramp(0.86, 0.98, far / edge));
      const shade = 0.82 + 0.24 * (1 - far) - 0.1 * v;
      blend(film, (py * film.width + px) * 3, tone, shade, cover);
    }
  }
}

/** Petals in two rings round the heart, pale at their foot. */
function paintLotus(film: Film, { x, y, size }: Pad, petal: Radiance, pale: Radiance, random: Random): void {
  const tall = size * (0.62 + 0.3 * random());
  const [cx, cy] = [x, y - size * 0.1];
  for (let ring = 0; ring < 2; ring++) {
    for (let n = 0; n < 7; n++) {
      const lean = ((n - 3) / 3) * (ring === 0 ? 1.25 : 0.75);
      const long = tall * (ring === 0 ? 0.82 : 1) * (1 - 0.14 * Math.abs(lean));
      const [sin, cos] = [Math.sin(lean), Math.cos(lean)];
      const wide = tall * 0.2;
      for (let py = Math.max(0, Math.floor(cy - long - 1)); py <= Math.min(film.height - 1, cy + wide); py++) {
        for (let px = Math.max(0, Math.floor(cx - long - wide)); px <= Math.min(film.width - 1, cx + long + wide); px++) {
          const [dx, dy] = [px + 0.5 - cx, cy - py - 0.5];
          const along = (dx * sin + dy * cos) / long;
          if (along < 0 || along > 1) continue;
          const across = dx * cos - dy * sin;
          const half = wide * Math.sin(Math.PI * along ** 0.8) ** 0.8;
          const cover = Math.max(0, Math.min(1, half - Math.abs(across) + 0.5));
          if (cover > 0)
            blend(film, (py * film.width + px) * 3, between(pale, petal, along ** 1.3), 0.86 + 0.2 * (across / wide) + 0.06 * ring, cover);
        }
      }
    }
  }
}

function blend({ data }: Film, at: number, tone: Radiance, shade: number, cover: number): void {
  data[at] = (data[at] as number) + cover * (tone.r * shade - (data[at] as number));
  data[at + 1] = (data[at + 1] as number) + cover * (tone.g * shade - (data[at + 1] as number));
  data[at + 2] = (data[at + 2] as number) + cover * (tone.b * shade - (data[at + 2] as number));
}

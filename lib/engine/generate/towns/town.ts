/** A town on a canal, seen across the water: houses wall to wall on a quay, a gap where a side canal enters, a bridge over it. */
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom, hashPoint, type Random } from "#lib/pixels/random.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { add, dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { paintBridge } from "./town-bridge.ts";
import { type House, hangLanterns, mixIn } from "./town-house.ts";
import { hangWillow } from "./willow.ts";

interface Locale {
  /** How large its houses are beside those of Jiangnan, and how many turn their gable to the water. */
  readonly scale: number;
  readonly gables: number;
  readonly isPlain: boolean;
  readonly walls: readonly Radiance[];
  readonly tiles: Radiance;
  readonly wood: Radiance;
}

const white: Locale = {
  scale: 1,
  gables: 0.4,
  isPlain: false,
  walls: ["e9e7e0", "dfddd6", "f0eee8", "d6d4cc"].map((code) => hex(code)),
  tiles: hex("34383c"),
  wood: hex("4a3226"),
};
const venetian: Locale = {
  scale: 1,
  gables: 0,
  isPlain: false,
  walls: ["d9a878", "c9785a", "e0c08c", "d88f7a", "b9866a"].map((code) => hex(code)),
  tiles: hex("9a5438"),
  wood: hex("2f5a4c"),
};

/** Fishermen know their own house by its colour. */
const harbour: Locale = {
  scale: 0.74,
  gables: 0.5,
  isPlain: true,
  walls: ["ece4d4", "b8705c", "d6b274", "9fb2b8", "e6d6ba", "9c5a4a", "87a096", "efe9dc", "cfa58a"].map((code) => hex(code)),
  tiles: hex("6e4a40"),
  wood: hex("39434a"),
};

export function* paintTown(film: Film, scene: Scene, light: Daylight, camera: Camera): Painting {
  const random = createRandom(scene.seed + 401);
  const noise = createNoiseField(scene.seed + 402);
  const isHarbour = scene.traits.includes("harbour");
  const locale = isHarbour ? harbour : scene.traits.includes("venetian") ? venetian : white;
  const { unit, width } = film;
  const gap = width * (random() < 0.5 ? 0.3 + 0.06 * random() : 0.64 + 0.06 * random());
  // A quay is walked from end to end.
  const gapHalf = isHarbour ? 0 : unit * 0.2;
  const foot = camera.horizon + unit * 0.002;
  for (const house of [...row(film, locale, random, foot, 0), ...row(film, locale, random, foot, 1)]) {
    yield;
    paintHouse(film, light, noise, locale, house, scene);
  }
  for (const house of row(film, locale, random, foot - unit * 0.022, 2)) {
    if (!isHarbour && house.right > gap - gapHalf && house.left < gap + gapHalf) continue;
    yield;
    paintHouse(film, light, noise, locale, house, scene);
    if (scene.things.includes("lantern") || (locale === white && hashPoint(1, 2, house.seed) < 0.3))
      hangLanterns(film, light, scene, house);
  }
  yield* paintQuay(film, light, noise, foot, gap, gapHalf);
  if (isHarbour) return;
  yield* paintBridge(film, light, noise, { x: gap, foot, half: gapHalf * 1.2, rise: unit * 0.155 });
  for (const x of [gap - gapHalf * 1.75, gap + gapHalf * 1.9])
    yield* hangWillow(film, light, random, { x, foot: foot - unit * 0.02, size: unit * (0.27 + 0.07 * random()) });
}

/** 0 far away behind the roofs, 2 on the quay. */
function row(
  { unit, width }: Film,
  { walls, scale: size, gables, isPlain }: Locale,
  random: Random,
  foot: number,
  rank: number,
): readonly House[] {
  const houses: House[] = [];
  const scale = size * (0.84 + 0.24 * rank);
  for (let x = -unit * 0.1; x < width; ) {
    const isGable = random() < gables;
    const wide = unit * scale * (isGable ? 0.13 + 0.05 * random() : (isPlain ? 0.15 : 0.2) + 0.13 * random());
    houses.push({
      left: x,
      right: x + wide,
      foot,
      wall: unit * scale * (random() < 0.35 ? 0.095 : 0.13 + (isPlain ? 0.12 : 0.06) * random()) + (2 - rank) * unit * 0.045,
      roof: unit * scale * (isGable ? 0.075 : 0.06 + 0.02 * random()),
      isGable,
      isPlain,
      colour: walls[Math.floor(random() * walls.length)] as Radiance,
      haze: [0.5, 0.26, 0.03][rank] ?? 0,
      seed: Math.floor(random() * 1e6),
    });
    x += wide * (rank === 2 ? 0.99 : 1.05 + 0.2 * random());
  }
  return houses;
}

function paintHouse(film: Film, light: Daylight, noise: NoiseField, locale: Locale, house: House, scene: Scene): void {
  const { left, right, foot, wall, roof, isGable } = house;
  const over = isGable ? 0 : film.unit * 0.016;
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const top = foot - wall - roof * (house.isPlain ? 1.4 : 1.25);
  const pitch = film.unit * 0.0075;
  const [sunX] = light.towardsSun;
  for (let y = Math.max(0, Math.floor(top - 2)); y < Math.min(film.height, foot); y++) {
    const up = (foot - y - 0.5) / wall;
    for (let x = Math.max(0, Math.floor(left - over)); x < Math.min(film.width, right + over); x++) {
      const u = (x + 0.5 - left) / (right - left);
      const part = partOf(house, u, x + 0.5, y + 0.5, over);
      if (part.cover <= 0) continue;
      if (part.isTile) {
        // Rows of half-round tiles run down the slope.
        const across = ((x + 0.5) / pitch) % 1;
        set(tone, locale.tiles);
        dim(tone, 0.7 + 0.5 * Math.sin(across * Math.PI) + 0.25 * (noise.value(Math.floor(x / pitch) * 3.1, y / (pitch * 1.6)) - 0.5));
        if (part.isRidge) dim(tone, 0.62);
      } else paintWall(tone, house, locale, noise, film.unit, x + 0.5 - left, u, up);
      // With the sun behind them they are in their own shade.
      const facing = (part.isTile ? 0.5 : isGable === sunX > 0 ? 0.46 : 0.34) * (light.isSunSeen ? 0.3 : 1);
      tone.r *= 0.62 * light.ambient.r + facing * light.sun.r;
      tone.g *= 0.62 * light.ambient.g + facing * light.sun.g;
      tone.b *= 0.62 * light.ambient.b + facing * light.sun.b;
      if (!part.isTile) {
        dim(tone, 1 - 0.42 * ramp(0.86, 1, up) * (isGable ? 0.3 : 1));
        lightWindows(tone, house, scene, film.unit, x + 0.5 - left, u, up);
      }
      towards(tone, light.haze, house.haze);
      mixIn(film, (y * film.width + x) * 3, tone, part.cover);
    }
  }
}

interface Part {
  readonly cover: number;
  readonly isTile: boolean;
  readonly isRidge: boolean;
}

const nothing: Part = { cover: 0, isTile: false, isRidge: false };

function partOf({ left, right, foot, wall, roof, isGable, isPlain }: House, u: number, x: number, y: number, over: number): Part {
  const eave = foot - wall;
  const inside = Math.min(x - left, right - x) + 0.5;
  if (y >= eave) return inside <= 0 ? nothing : { cover: Math.min(1, inside), isTile: false, isRidge: false };
  if (isGable) {
    // A point, or a horse's head: three steps up to the middle, each under a cap of tiles.
    const level = isPlain ? 1.35 * (1 - 2 * Math.abs(u - 0.5)) : Math.abs(u - 0.5) < 0.17 ? 1 : Math.abs(u - 0.5) < 0.34 ? 0.62 : 0.24;
    const cap = eave - roof * level;
    if (y < cap - 0.5 || inside <= 0) return nothing;
    return { cover: Math.min(1, inside, y - cap + 0.5), isTile: y < cap + roof * 0.15, isRidge: y < cap + roof * 0.05 };
  }
  const t = (eave - y) / roof;
  // The slope hangs over the wall, narrows towards its ridge and turns up at both ends.
  const reach = Math.min(x - left + over, right + over - x) - roof * 0.55 * t;
  const lift = isPlain ? 0 : roof * 0.16 * ramp(0.16, 0, Math.min(u, 1 - u));
  if (t > 1 + lift / roof || reach <= -0.5) return nothing;
  return { cover: Math.min(1, reach + 0.5), isTile: true, isRidge: t > 0.88 };
}

function paintWall(out: Radiance, house: House, locale: Locale, noise: NoiseField, unit: number, x: number, u: number, up: number): void {
  set(out, house.colour);
  // Rain and the canal have left their marks: streaks below the eaves, damp at the foot.
  const streak = noise.fractal((x / unit) * 60 + house.seed, up * 2.5, 3);
  dim(out, 0.9 + 0.16 * streak - 0.1 * ramp(0.75, 1, up) * streak);
  towards(out, hex("8a8a78"), 0.5 * ramp(0.22, 0, up + 0.12 * (streak - 0.5)));
  const pane = paneAt(house, unit, x, u, up);
  if (pane === undefined) return;
  set(out, locale.wood);
  const lattice = Math.min(Math.abs(((pane.u * 4) % 1) - 0.5), Math.abs(((pane.v * 3) % 1) - 0.5));
  dim(out, lattice > 0.38 || pane.isDoor ? 0.9 : 0.4);
}

interface Pane {
  readonly u: number;
  readonly v: number;
  readonly cell: number;
  readonly isDoor: boolean;
}

function paneAt({ left, right, isGable, isPlain, seed, wall }: House, unit: number, x: number, _u: number, up: number): Pane | undefined {
  const wide = right - left;
  const count = Math.max(1, Math.round(wide / (unit * (isPlain ? 0.046 : isGable ? 0.075 : 0.058))));
  const cell = Math.floor((x / wide) * count);
  const within = (x / wide) * count - cell;
  const isHigh = up > 0.5;
  if (isHigh && wall < unit * 0.11) return undefined;
  const luck = hashPoint(cell, isHigh ? 1 : 0, seed);
  if (luck < (isPlain ? 0.16 : isGable ? 0.5 : 0.3)) return undefined;
  const isDoor = !isHigh && luck > 0.82;
  const [from, to] = isDoor ? [0.04, 0.38] : isHigh ? [0.6, 0.8] : [0.16, 0.38];
  const [u, v] = [(within - 0.24) / 0.52, (up - from) / (to - from)];
  return u < 0 || u > 1 || v < 0 || v > 1 ? undefined : { u, v, cell: cell * 2 + (isHigh ? 1 : 0), isDoor };
}

function lightWindows(out: Radiance, house: House, { hour }: Scene, unit: number, x: number, u: number, up: number): void {
  const isDark = hour === "night" || hour === "dusk";
  const shine = isDark ? 1 : hour === "sunset" ? 0.4 : 0;
  const pane = paneAt(house, unit, x, u, up);
  if (shine > 0 && pane !== undefined && hashPoint(pane.cell, 7, house.seed) < 0.66) {
    const bar = Math.min(Math.abs(((pane.u * 4) % 1) - 0.5), Math.abs(((pane.v * 3) % 1) - 0.5)) > 0.38 ? 0.25 : 1;
    add(out, hex("ffb866"), 0.95 * shine * bar * (0.5 + 0.5 * hashPoint(pane.cell, 9, house.seed)));
  }
}

/** Dressed stone along the water, with steps down to it. */
function* paintQuay(film: Film, light: Daylight, noise: NoiseField, foot: number, gap: number, gapHalf: number): Painting {
  const tall = film.unit * 0.026;
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  for (let y = Math.max(0, Math.floor(foot - tall)); y < Math.min(film.height, foot + 1); y++) {
    yield;
    const course = Math.floor((foot - y) / (tall / 3));
    for (let x = 0; x < film.width; x++) {
      if (Math.abs(x - gap) < gapHalf) continue;
      const stone = (x / (film.unit * 0.034) + course * 0.5) % 1;
      set(tone, hex("8b8880"));
      dim(tone, 0.72 + 0.4 * noise.fractal((x / film.unit) * 40, y * 0.4, 3) - (stone < 0.06 ? 0.3 : 0));
      towards(tone, hex("3c4436"), 0.7 * ramp(tall * 0.35, 0, foot - y));
      if (foot - y > tall * 0.86) dim(tone, 1.2);
      tone.r *= 0.62 * light.ambient.r + 0.34 * light.sun.r;
      tone.g *= 0.62 * light.ambient.g + 0.34 * light.sun.g;
      tone.b *= 0.62 * light.ambient.b + 0.34 * light.sun.b;
      mixIn(film, (y * film.width + x) * 3, tone, Math.min(1, y + 1 - foot + tall));
    }
  }
}

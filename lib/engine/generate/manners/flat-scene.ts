/** A land as an illustrator lays it out: even colours, one shape behind another, each paler the farther it is. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { type Daylight, daylightFor } from "../light/hours.ts";
import { between, dim, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene, Setting } from "../scene.ts";
import { hasFlatShore, layShore } from "./flat-shore.ts";
import { plantFlatTrees } from "./flat-trees.ts";

const deeps: Readonly<Partial<Record<Setting, string>>> = {
  mountains: "24405e",
  lake: "23485a",
  sea: "14506e",
  forest: "1c4a3c",
  meadow: "3a7442",
  desert: "a8502a",
  snow: "6f93b4",
  city: "2a3058",
  sky: "5a7fa8",
};

/** Of the height of the picture. */
export const flatHorizon = 0.64;
const layers = 5;

export function canBeFlat(setting: Setting | undefined): boolean {
  return setting !== undefined && deeps[setting] !== undefined;
}

/** How high the edge of a layer stands over the horizon there, in shares of the shorter side. */
type Edge = (n: number, u: number) => number;

export function* paintFlatScene(film: Film, scene: Scene): Painting {
  const light = daylightFor(scene);
  const edge = edgesOf(scene);
  const tones = tonesOf(scene, light);
  const horizon = film.height * flatHorizon;
  const isWater = scene.setting === "sea" || scene.setting === "lake" || scene.setting === "city";
  const disc = discOf(film, scene, horizon, edge);
  const means = Array.from({ length: layers }, (_, n) => meanOf((share) => edge(n, (share * film.width) / film.unit)));
  const isLit = scene.hour === "night" || scene.hour === "dusk";
  /** Lamps behind the windows of the nearer rows. */
  const windowAt = (x: number, y: number): number => {
    const [u, v] = [x / film.unit, y / film.unit];
    const [cx, cy] = [Math.floor(u * 70), Math.floor(v * 52)];
    if (!isLit || hashPoint(cx, cy, scene.seed + 9) > 0.2) return 0;
    const above = (horizon / film.unit - (cy + 0.5) / 52) * 1.04;
    const isInside = edge(2, (cx + 0.5) / 70) > above || edge(3, (cx + 0.5) / 70) > above;
    const [fx, fy] = [u * 70 - cx, v * 52 - cy];
    return isInside && fx > 0.28 && fx < 0.72 && fy > 0.22 && fy < 0.78 ? 0.85 : 0;
  };
  const river = scene.traits.includes("river") ? riverIn(film, scene, horizon, edge) : undefined;
  const sky = (y: number, out: Radiance): void => {
    const rise = (horizon - y) / horizon;
    set(out, light.horizon);
    towards(out, light.middle, ramp(0.02, 0.5, rise));
    towards(out, light.zenith, ramp(0.45, 1.1, rise) * 0.8);
  };
  const look = (x: number, y: number, out: Radiance): void => {
    sky(y, out);
    if (light.stars > 0.5) towards(out, hex("fff6e0"), starAt(x / film.unit, y / film.unit, scene.seed, film.unit));
    towards(out, disc.tone, disc.cover(x, y));
    for (let n = 0; n < layers; n++) {
      let cover = 0;
      for (const dx of [-0.33, 0, 0.33]) {
        const top = horizon - edge(n, (x + dx) / film.unit) * film.unit;
        cover += Math.max(0, Math.min(1, y - top + 0.5)) / 3;
      }
      // Mist lies in the valleys between two layers.
      const foot = (y - horizon) / film.unit + (means[n] as number);
      if (cover > 0) towards(out, between(tones[n] as Radiance, light.horizon, 0.3 * ramp(0.02, 0.26, foot) * (1 - n / layers)), cover);
    }
    if (scene.setting === "city") towards(out, hex("ffd98a"), windowAt(x, y));
    if (river !== undefined) towards(out, between(light.horizon, light.middle, 0.45), river(x, y));
  };
  yield* expose(film, 0, film.height, (x, y, out) => {
    if (!isWater || y < horizon) {
      look(x + 0.5, y + 0.5, out);
      return;
    }
    // The land upside down, in bars that shift sideways, darker than what it mirrors.
    const down = (y - horizon) / (film.height - horizon);
    const bar = Math.floor(down ** 0.7 * 26);
    const shift = (hashPoint(bar, 3, scene.seed) - 0.5) * film.unit * 0.035 * (0.3 + down);
    look(x + 0.5 + shift, horizon - (y - horizon) * 0.9, out);
    towards(out, tones[layers - 1] as Radiance, 0.3 + 0.3 * down);
    const reach = film.unit * (0.03 + 0.12 * hashPoint(bar, 5, scene.seed)) * (0.5 + down);
    if (bar % 2 === 1 && Math.abs(x - disc.x - shift) < reach && disc.cover(disc.x, disc.y) > 0) towards(out, disc.tone, 0.75);
  });
  if (hasFlatShore(scene)) yield* layShore(film, scene, light);
  yield* plantFlatTrees(film, scene, tones, (n, x) => horizon - edge(n, x / film.unit) * film.unit, isWater ? horizon : film.height);
}

function edgesOf(scene: Scene): Edge {
  const noise = createNoiseField(scene.seed + 601);
  const drift = (n: number): number => n * 17.3 + (scene.seed % 89);
  const step = (n: number): number => n / (layers - 1);
  const ridge: Edge = (n, u) => {
    const scale = 1.5 + 0.7 * n;
    const peak = 1 - Math.abs(2 * noise.value(u * scale + drift(n), n * 3.7) - 1);
    const crag = 0.16 * Math.abs(noise.value(u * scale * 3.4 + drift(n), 9) - 0.5);
    return (0.5 - 0.42 * step(n)) * (0.28 + 0.72 * peak) - crag * (1 - step(n)) - sink(n) * 0.8;
  };
  // Without water the nearest reach down to one's feet.
  const sink = (n: number): number =>
    scene.setting === "lake" || scene.setting === "sea" || scene.setting === "city" ? 0 : 0.24 * step(n) ** 1.4;
  const hill: Edge = (n, u) => 0.3 * (0.1 + 0.95 * noise.fractal(u * (0.9 + 0.25 * n) + drift(n), n * 5.1, 2)) - sink(n) - 0.02 * n;
  const wood: Edge = (n, u) => {
    if (n < 2) return ridge(n, u) * 0.85;
    const wide = 0.045 + 0.02 * n;
    const cell = Math.floor(u / wide + drift(n));
    const within = u / wide + drift(n) - cell;
    const tall = (0.1 + 0.09 * hashPoint(cell, n, scene.seed)) * (0.6 + 0.28 * n);
    const saw = 1 - Math.abs(within - 0.5) * 2;
    const tier = Math.max(0, saw * 1.15 - 0.06 * ((saw * 4) % 1));
    return 0.1 * noise.fractal(u * 1.2 + drift(n), n, 2) - sink(n) - 0.01 + tall * tier;
  };
  const blocks: Edge = (n, u) => {
    const wide = 0.05 + 0.015 * n;
    const cell = Math.floor(u / wide + drift(n));
    const town = 0.6 + 0.8 * noise.value(u * 0.9 + 4, 2);
    const spire = hashPoint(cell, 8, scene.seed + n) < 0.12 && Math.abs(u / wide + drift(n) - cell - 0.5) < 0.04 ? 0.06 : 0;
    return 0.84 * (0.1 + 0.36 * hashPoint(cell, n, scene.seed) ** 1.4) * town * (1.1 - 0.6 * step(n)) + spire;
  };
  const shore: Edge = (n, u) => (n > 2 ? -1 : hill(n, u) * 0.55 - 0.03 * n - 0.02);
  const byPlace: Readonly<Partial<Record<Setting, Edge>>> = {
    forest: wood,
    city: blocks,
    sea: shore,
    meadow: hill,
    desert: hill,
    sky: hill,
  };
  const chosen = byPlace[scene.setting ?? "mountains"] ?? ridge;
  // Water takes the place of what would stand nearest.
  if (scene.setting === "lake") return (n, u) => (n === layers - 1 ? wood(3, u) * 0.4 : ridge(n, u));
  return scene.hasMountains && chosen !== ridge ? (n, u) => (n < 2 ? ridge(n, u) : chosen(n, u)) : chosen;
}

function tonesOf(scene: Scene, light: Daylight): readonly Radiance[] {
  const elsewhere = [...scene.skyColours, ...Object.values(scene.colours)];
  const named = scene.palette.find((colour) => !elsewhere.includes(colour));
  const deep = named === undefined ? hex(deeps[scene.setting ?? "mountains"] ?? "24405e") : radianceOf(named);
  const strength = scene.hour === "night" ? 0.34 : scene.hour === "dusk" || scene.hour === "storm" ? 0.6 : 1;
  dim(deep, strength);
  if (scene.hour === "sunset" || scene.hour === "golden") towards(deep, hex("4a2146"), 0.4);
  const far = between(light.horizon, deep, 0.34);
  const season = named === undefined ? seasons[scene.season ?? ""] : undefined;
  return Array.from({ length: layers }, (_, n) => {
    const tone = season === undefined ? between(far, deep, n / (layers - 1)) : hex(season[n] ?? "74351f", strength);
    if (season !== undefined) towards(tone, light.horizon, 0.5 * (1 - n / (layers - 1)));
    if (scene.hasSnow) towards(tone, snowTone(n, strength), [0.5, 0.6, 0.75, 0.9, 1][n] ?? 0);
    return tone;
  });
}

/** By dark it is blue, and every other layer a little deeper. */
function snowTone(n: number, strength: number): Radiance {
  if (strength < 0.5) return hex(["56688f", "485a84", "5d719c", "7086b2", "8fa4cc"][n] ?? "8fa4cc", 0.75);
  return hex(["dfe8f2", "cfdcea", "e2ebf4", "d6e2ef", "f4f7fb"][n] ?? "f4f7fb", strength * 0.96);
}

/** From far to near. */
const seasons: Readonly<Record<string, readonly string[]>> = {
  autumn: ["e8b56a", "dc9446", "c8702e", "a34d22", "763418"],
  blossom: ["cfd6c8", "b4cbb0", "93b98c", "6fa06c", "4b8054"],
};

function meanOf(at: (share: number) => number): number {
  let sum = 0;
  for (let n = 0; n < 24; n++) sum += at((n + 0.5) / 24) / 24;
  return sum;
}

/** A few of different brightness, none near another. */
function starAt(u: number, v: number, seed: number, unit: number): number {
  const [cx, cy] = [Math.floor(u * 16), Math.floor(v * 16)];
  const luck = hashPoint(cx, cy, seed + 5);
  if (luck > 0.55) return 0;
  const [x, y] = [(cx + 0.2 + 0.6 * hashPoint(cx, cy, seed + 6)) / 16, (cy + 0.2 + 0.6 * hashPoint(cx, cy, seed + 7)) / 16];
  const radius = 0.001 + 0.0024 * hashPoint(cx, cy, seed + 8) ** 3;
  return (0.4 + luck) * Math.max(0, Math.min(1, (radius - lengthOf(u - x, v - y)) * unit + 0.5));
}

/** A ribbon that winds over the nearest land towards one's feet, broader the nearer. */
function riverIn(film: Film, scene: Scene, horizon: number, edge: Edge): (x: number, y: number) => number {
  const side = scene.seed % 2 === 0 ? 1 : -1;
  const middle = film.width / 2 / film.unit;
  const rise = edge(layers - 1, middle + side * 0.1);
  return (x, y) => {
    const u = x / film.unit;
    const down = (y - horizon) / film.unit + rise;
    const own = (y - horizon) / film.unit + edge(layers - 1, u);
    if (down <= 0 || own <= 0) return 0;
    const at = middle + side * (0.1 + 0.5 * down * Math.cos(down * 15));
    const half = 0.008 + 0.34 * down ** 1.25;
    return Math.max(0, Math.min(1, (half - Math.abs(u - at)) * film.unit * 0.7 + 0.5)) * Math.min(1, own * film.unit);
  };
}

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly tone: Radiance;
  readonly cover: (x: number, y: number) => number;
}

function discOf(film: Film, scene: Scene, horizon: number, edge: Edge): Disc {
  const isMoon = scene.things.includes("moon") || scene.hour === "night";
  const said = scene.colours[isMoon ? "moon" : "sun"];
  const isLow = scene.hour === "sunset" || scene.hour === "golden" || scene.hour === "dusk";
  const usual = isMoon ? "f2ecd8" : isLow ? "ff9a54" : "fff0c4";
  const radius = film.unit * (isMoon ? 0.075 : 0.12);
  // Where the land leaves room for it, its lower rim just behind the farthest ridge.
  const ridgeAt = (share: number): number => Math.max(edge(0, (film.width * share) / film.unit), edge(1, (film.width * share) / film.unit));
  const share = [0.36, 0.63, 0.5, 0.28, 0.72].reduce((best, each) => (ridgeAt(each) < ridgeAt(best) - 0.02 ? each : best));
  const cx = film.width * share;
  const cy = Math.max(radius * 1.3, horizon - Math.max(film.unit * (isLow ? 0.16 : 0.32), ridgeAt(share) * film.unit + radius * 0.55));
  const isCrescent = isMoon && scene.traits.includes("crescent");
  /** What the shadow leaves of it. */
  const bite = (x: number, y: number): number =>
    isCrescent ? lengthOf(x - cx + radius * 0.45, y - cy + radius * 0.18) - radius * 0.92 + 0.5 : 1;
  return {
    x: cx,
    y: cy,
    tone: said === undefined ? hex(usual) : radianceOf(said),
    // Words of a poster take its place.
    cover: (x, y) =>
      scene.lettering !== undefined && !scene.things.includes("sun") && !scene.things.includes("moon")
        ? 0
        : Math.max(0, Math.min(1, radius - lengthOf(x - cx, y - cy) + 0.5, bite(x, y))),
  };
}

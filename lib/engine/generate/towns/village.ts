/** The houses of a village on the slope of a coast or far off in the fields: each a block with two walls and a roof, the nearest last. */
import { createRandom, hashPoint, type Random } from "#lib/pixels/random.ts";
import { type Camera, columnOf, rowOf } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { add, between, dim, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { mixIn } from "./town-house.ts";

type HeightAt = (x: number, z: number, octaves: number) => number;

interface Cottage {
  readonly x: number;
  readonly z: number;
  readonly ground: number;
  readonly wide: number;
  readonly wall: number;
  readonly roof: number;
  /** Where the corner stands between its gable and its long side, as a share of its width. */
  readonly corner: number;
  readonly isGableLeft: boolean;
  readonly colour: Radiance;
  readonly tiles: Radiance;
  readonly seed: number;
}

const walls = ["f2ece0", "efe2c8", "e9d3b4", "f4f1ea", "e8c7ae", "dfe3e2", "e6cf9a"].map((code) => hex(code));
const tiles = ["9a5a44", "a86a4c", "86503f", "8e6a58", "75645c"].map((code) => hex(code));

export function* paintVillage(film: Film, scene: Scene, light: Daylight, camera: Camera, heightAt: HeightAt): Painting {
  const random = createRandom(scene.seed + 411);
  for (const cottage of settle(film, random, camera, heightAt, scene)) {
    yield;
    paintCottage(film, scene, light, camera, cottage);
  }
}

/** Close together above the water, fewer up the slope; in the fields about one spot far off. None where another stands. */
function settle(film: Film, random: Random, camera: Camera, heightAt: HeightAt, scene: Scene): readonly Cottage[] {
  const found: Cottage[] = [];
  const reach = (0.5 * film.width) / camera.focal;
  const isCoast = scene.setting === "sea";
  const side = scene.room === undefined ? (scene.seed % 2 === 0 ? 1 : -1) : scene.room === "left" ? 1 : -1;
  for (let n = 0; n < 2600 && found.length < (isCoast ? 110 : 34); n++) {
    const z = isCoast ? 0.95 + 1.5 * random() ** 1.3 : 1.5 + 1.3 * random();
    const [x, luck] = [(random() * 2 - 1) * reach * z, random()];
    const ground = heightAt(x, z, 4);
    if (
      isCoast ? ground < 0.005 || ground > 0.19 || luck > Math.exp(-ground * 11) : luck > Math.exp(-(((x / z - 0.24 * side) / 0.16) ** 2))
    )
      continue;
    if (!isCoast && isHidden(camera, heightAt, x, z, ground + 0.008)) continue;
    if (found.some((other) => Math.abs(other.x - x) < 0.031 && Math.abs(other.z - z) < 0.07)) continue;
    const said = scene.colours.house;
    found.push({
      x,
      z,
      ground,
      wide: 0.038 + 0.024 * random(),
      wall: 0.014 + 0.018 * random(),
      roof: 0.011 + 0.006 * random(),
      corner: 0.3 + 0.12 * random(),
      isGableLeft: random() < 0.5,
      colour: said === undefined ? (walls[Math.floor(random() * walls.length)] as Radiance) : radianceOf(said),
      tiles: tiles[Math.floor(random() * tiles.length)] as Radiance,
      seed: Math.floor(random() * 1e6),
    });
  }
  return found.sort((a, b) => b.z - a.z);
}

/** Behind a nearer hill. */
function isHidden({ height }: Camera, heightAt: HeightAt, x: number, z: number, ground: number): boolean {
  for (let share = 0.15; share < 0.97; share += 0.04)
    if ((heightAt(x * share, z * share, 3) - height) / share > ground - height) return true;
  return false;
}

function paintCottage(film: Film, scene: Scene, light: Daylight, camera: Camera, house: Cottage): void {
  const scale = camera.focal / house.z;
  const [wide, wall, roof] = [house.wide * scale, house.wall * scale, house.roof * scale];
  const left = columnOf(camera, house.x, house.z) - wide / 2;
  // It is dug into the slope.
  const foot = rowOf(camera, house.ground - 0.006, house.z);
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const haze = 0.5 * (1 - Math.exp(-house.z / light.hazeReach));
  const over = wide * 0.03;
  const isDark = scene.hour === "night" || scene.hour === "dusk";
  for (let y = Math.max(0, Math.floor(foot - wall - roof - 1)); y < Math.min(film.height, foot); y++) {
    const up = foot - y - 0.5;
    for (let x = Math.max(0, Math.floor(left - over)); x < Math.min(film.width, left + wide + over); x++) {
      // From its gable towards the end of its long side.
      const along = house.isGableLeft ? (x + 0.5 - left) / wide : 1 - (x + 0.5 - left) / wide;
      const isGable = along < house.corner;
      const eaves = isGable ? wall + roof * (1 - Math.abs(along / house.corner - 0.5) * 2) : wall + roof;
      const ends = Math.min(1, (along + 0.03) * wide + 0.5, (1.03 - along) * wide + 0.5);
      // The ridge runs back from the point of the gable, and the roof's end falls with it.
      const slope = isGable ? eaves : Math.min(eaves, wall + roof * ramp(house.corner * 0.5, house.corner, along));
      const cover = Math.max(0, Math.min(1, slope - up + 0.5)) * Math.max(0, ends);
      if (cover <= 0) continue;
      const isTile = isGable ? up > eaves - roof * 0.16 : up > wall - roof * 0.08;
      shade(tone, house, light, isTile, isGable, up / wall);
      if (!isTile) openWindows(tone, house, { along, up: up / wall, isGable, isDark });
      towards(tone, light.haze, haze);
      mixIn(film, (y * film.width + x) * 3, tone, cover);
    }
  }
}

/** One wall is turned to the sun; under the eaves and at the foot it is dark. */
function shade(out: Radiance, house: Cottage, light: Daylight, isTile: boolean, isGable: boolean, up: number): void {
  const [sunX] = light.key;
  const isLit = (isGable === house.isGableLeft) === sunX < 0;
  set(out, isTile ? house.tiles : house.colour);
  // With the sun behind them all of it is the sky's.
  const sun = (isTile ? 0.48 : isLit ? 0.5 : 0.14) * (light.isSunSeen ? 0.35 : 1);
  const sky = isTile ? 0.6 : isLit ? 0.6 : 0.46;
  out.r *= sky * light.ambient.r + sun * light.sun.r;
  out.g *= sky * light.ambient.g + sun * light.sun.g;
  out.b *= sky * light.ambient.b + sun * light.sun.b;
  if (!isTile) dim(out, (1 - 0.3 * ramp(0.86, 1, up) * (isGable ? 0 : 1)) * (0.7 + 0.3 * ramp(0, 0.35, up)));
}

const pane = hex("2c343c");
const lamp = hex("ffc878", 1.3);

/** In two floors where there is room; at night some are lit. */
function openWindows(
  out: Radiance,
  house: Cottage,
  { along, up, isGable, isDark }: { along: number; up: number; isGable: boolean; isDark: boolean },
): void {
  const floors = house.wall > 0.026 ? 2 : 1;
  const count = isGable ? 1 : 3;
  const u = (isGable ? along / house.corner : (along - house.corner) / (1 - house.corner)) * count;
  const v = up * floors;
  const [column, floor] = [Math.floor(u), Math.floor(v)];
  if (floor >= floors) return;
  const inside = ramp(0.3, 0.36, u - column) * ramp(0.7, 0.64, u - column) * ramp(0.34, 0.42, v - floor) * ramp(0.8, 0.72, v - floor);
  if (inside === 0) return;
  towards(out, between(pane, house.colour, 0.15), 0.8 * inside * (isDark ? 0.7 : 1));
  if (isDark && hashPoint(column, floor, house.seed) < 0.6) add(out, lamp, inside);
}

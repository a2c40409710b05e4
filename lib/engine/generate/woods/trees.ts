/** Trees on a land, from far to near: conifers with tiers of branches, round crowns of leaves. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom, type Random } from "#lib/pixels/random.ts";
import { hazeOver, type Land } from "../lands/ground.ts";
import { type Camera, columnOf, rowOf } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { glowAt } from "../skies/fireworks.ts";
import { paintBamboo } from "./bamboo.ts";
import { type Air, lightOn, put, type TreeSpot } from "./tree-light.ts";

export interface Grove {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Kilometres; real trees are 0.02. */
  readonly treeHeight: number;
  /** 1: as many tall as low ones; above, a few stand out. */
  readonly unevenness?: number;
  readonly kind: "conifer" | "crown" | "bamboo" | "cypress";
  /** Whether a tree stands there. */
  readonly grows?: (x: number, z: number, height: number) => boolean;
}

interface Tree {
  readonly x: number;
  readonly z: number;
  readonly size: number;
  readonly tone: number;
}

export function* plantTrees(film: Film, scene: Scene, light: Daylight, camera: Camera, land: Land, grove: Grove): Painting {
  const random = createRandom(scene.seed + 7);
  const noise = createNoiseField(scene.seed + 71);
  const trees = standTrees(random, film, camera, grove).sort((a, b) => b.z - a.z);
  const leaves = leavesOf(scene);
  // Pixels since the last pause: a near tree takes as long as a hundred far ones.
  let painted = 0;
  for (const [n, tree] of trees.entries()) {
    if (n % 16 === 0 || painted > 60_000) {
      painted = 0;
      yield;
    }
    const foot = land.height(tree.x, tree.z, 6);
    if (grove.grows?.(tree.x, tree.z, foot) === false) continue;
    const leaf = { ...(leaves[Math.floor(tree.tone * leaves.length)] ?? (leaves[0] as Radiance)) };
    dim(leaf, 0.8 + 0.4 * random());
    const spot = {
      x: columnOf(camera, tree.x, tree.z),
      y: rowOf(camera, foot - tree.size * 0.04, tree.z),
      size: (camera.focal * tree.size) / tree.z,
    };
    if (spot.x < -spot.size || spot.x > film.width + spot.size || spot.y - spot.size > film.height || spot.size < 1.5) continue;
    if (isHidden(camera, land, tree, spot.y - spot.size * 0.7)) continue;
    painted += spot.size * spot.size;
    if (grove.kind === "conifer" && spot.size > 12) shadeFoot(film, spot);
    const air = airFor(light, tree, foot);
    if (grove.kind === "conifer" || grove.kind === "cypress")
      paintConifer(film, light, noise, spot, leaf, air, { isWhite: scene.hasSnow, tone: tree.tone, isSlim: grove.kind === "cypress" });
    else if (grove.kind === "bamboo") paintBamboo(film, light, noise, spot, air, tree.tone);
    else paintCrown(film, light, noise, spot, leaf, air, tree.tone);
    if (scene.traits.includes("fairy lights") && spot.size > film.unit * 0.03) stringLights(film, random, spot, air.keeps);
  }
}

/** The ground under its branches is in shade: without it a tree does not stand but hang. */
function shadeFoot({ width, height, data }: Film, { x: cx, y: base, size }: TreeSpot): void {
  const [wide, tall, middle] = [size * 0.24, Math.max(1.2, size * 0.035), base - size * 0.045];
  for (let y = Math.max(0, Math.floor(middle - tall)); y <= Math.min(height - 1, middle + tall); y++) {
    for (let x = Math.max(0, Math.floor(cx - wide)); x <= Math.min(width - 1, cx + wide); x++) {
      const far = lengthOf((x + 0.5 - cx) / wide, (y + 0.5 - middle) / tall);
      if (far >= 1) continue;
      const keeps = 1 - 0.4 * (1 - far * far);
      for (let at = (y * width + x) * 3, end = at + 3; at < end; at++) data[at] = (data[at] as number) * keeps;
    }
  }
}

/** Whether the land in front rises over most of it. */
function isHidden(camera: Camera, land: Land, { x, z }: Tree, row: number): boolean {
  for (let share = 0.9; share > 0.15; share *= 0.78) {
    if (z * share < land.near) return false;
    if (rowOf(camera, land.height(x * share, z * share, 3), z * share) < row) return true;
  }
  return false;
}

function airFor(light: Daylight, { x, z, size }: Tree, foot: number): Air {
  const scratch: Radiance = { r: 0, g: 0, b: 0 };
  const black: Radiance = { r: 0, g: 0, b: 0 };
  const white: Radiance = { r: 1, g: 1, b: 1 };
  hazeOver(black, light, x, z, foot + size / 2, scratch);
  hazeOver(white, light, x, z, foot + size / 2, scratch);
  return { black, keeps: white.g - black.g };
}

function standTrees(random: Random, film: Film, camera: Camera, grove: Grove): Tree[] {
  return Array.from({ length: grove.count }, () => {
    // As many on every share of the picture, not of the land: far ones stand close together anyway.
    const z = grove.from * (grove.to / grove.from) ** (random() ** 0.8);
    const x = ((random() - 0.5) * (film.width * 1.15) * z) / camera.focal;
    return { x, z, size: grove.treeHeight * (0.6 + 0.8 * random() ** (grove.unevenness ?? 1)), tone: random() };
  });
}

function leavesOf({ season, hasSnow, hour, traits }: Scene): readonly Radiance[] {
  if (traits.includes("jungle")) return [hex("2f6a2a"), hex("4a8a34"), hex("1f4f2c"), hex("6a9a3a")];
  if (season === "autumn") return [hex("b5581f"), hex("cf8a2b"), hex("8a3b1c"), hex("d8a63e"), hex("5c5a2a")];
  if (season === "blossom") return [hex("f0b6c6"), hex("e79bb3"), hex("f6cfd8")];
  if (hasSnow) return [hex("4a6168"), hex("53696c")];
  return hour === "golden" || hour === "sunset"
    ? [hex("3a4a28"), hex("4a5a2c"), hex("2f4530")]
    : [hex("2c4a30"), hex("38583a"), hex("24402f")];
}

function paintConifer(
  film: Film,
  light: Daylight,
  noise: NoiseField,
  spot: TreeSpot,
  leaf: Radiance,
  air: Air,
  { isWhite, tone, isSlim }: { readonly isWhite: boolean; readonly tone: number; readonly isSlim: boolean },
): void {
  const { x: cx, y: base, size } = spot;
  const [sunX] = light.towardsSun;
  const tiers = 7 + Math.floor(tone * 5);
  const girth = 0.17 + 0.06 * ((tone * 7) % 1);
  const colour: Radiance = { r: 0, g: 0, b: 0 };
  const snow = hex("e6eef6");
  const offset = tone * 90;
  for (let y = Math.max(0, Math.floor(base - size)); y <= Math.min(film.height - 1, base); y++) {
    const t = (y + 0.5 - base + size) / size;
    // Snow lies over the foot.
    if (t <= 0 || t >= (isWhite ? 0.965 : 1)) continue;
    const saw = isSlim ? 0.8 : (t * tiers + 0.35 * noise.value(t * 9 + offset, 3)) % 1;
    // A cypress is a flame without tiers.
    const reach = size * (isSlim ? 0.1 * Math.sin(Math.PI * (0.03 + 0.9 * t)) ** 0.6 : girth * t ** 0.92 * (0.5 + 0.5 * saw) + 0.006);
    const trunk = t > 0.94 ? size * 0.018 : reach;
    for (let x = Math.max(0, Math.floor(cx - trunk * 1.25)); x <= Math.min(film.width - 1, cx + trunk * 1.25); x++) {
      const side = (x + 0.5 - cx) / (trunk + 0.001);
      const needles = size > 14 ? noise.value((x / size) * 70 + offset, t * 60 + Math.abs(side) * 5) : 0.5;
      // Near by, boughs hang: what is farther out belongs to a tier that begins higher, and sprigs break the outline.
      const isNear = size > 90;
      const sprig = isNear ? noise.value((x / size) * 150 + offset, (y / size) * 85) : 0.5;
      const phase = isNear ? t * tiers - 0.55 * Math.abs(side) + 0.5 * noise.value(side * 5 + offset, t * tiers * 0.9) : 0;
      const bough = isNear ? phase - Math.floor(phase) : saw;
      const ragged = 0.86 + 0.5 * (needles - 0.5) + (isNear ? 0.9 * (sprig - 0.5) - 0.28 * (1 - bough) : 0);
      // The lowest branches hang level and leave the foot bare, or lie on the snow.
      if (!isWhite && t > 0.925 + 0.03 * (needles - 0.5) && t <= 0.94 && Math.abs(side) > 0.12) continue;
      const rest = isWhite ? ramp(0.965, 0.925, t + 0.06 * (needles - 0.5)) : 1;
      const cover = rest * Math.min(1, (ragged - Math.abs(side)) * Math.max(1.2, trunk * (isNear ? 0.2 : 0.45)));
      if (cover <= 0) continue;
      set(colour, leaf);
      if (isWhite) towards(colour, snow, ramp(0.5, 0.95, needles + 0.35 * bough));
      const facing = 0.5 + 0.5 * side * Math.sign(sunX);
      lightOn(
        colour,
        light,
        (0.08 + 0.5 * facing * facing) * (0.35 + 0.65 * bough) * (0.6 + 0.8 * needles) * (0.7 + 0.6 * sprig),
        (0.35 + 0.5 * bough) * (0.75 + 0.5 * sprig),
      );
      put(film, (y * film.width + x) * 3, colour, air, cover);
    }
  }
}

/** Little lamps all over it, most of them gold. */
function stringLights(film: Film, random: Random, { x, y, size }: TreeSpot, clear: number): void {
  const lamps = ["ffc04a", "ffd98a", "ffb03a", "ff6a4a", "fff0cc"].map((code) => hex(code, 1.6));
  for (let n = 0; n < 24; n++) {
    const t = 0.08 + 0.84 * Math.sqrt(random());
    const at = { x: x + (random() - 0.5) * 2 * size * 0.17 * t, y: y - size * (1 - t) };
    const lamp = lamps[n % 7 < 5 ? n % 3 : n % 5] as Radiance;
    glowAt(film, at.x, at.y, size * 0.045, lamp, 0.3 * clear);
    glowAt(film, at.x, at.y, size * 0.009 + 0.8, lamp, 1.4 * clear);
  }
}

function paintCrown(film: Film, light: Daylight, noise: NoiseField, spot: TreeSpot, leaf: Radiance, air: Air, tone: number): void {
  const { x: cx, y: base, size } = spot;
  const [sunX, sunY] = light.towardsSun;
  const [crownX, crownY] = [size * (0.36 + 0.1 * tone), size * 0.36];
  const middle = base - size * 0.62;
  const colour: Radiance = { r: 0, g: 0, b: 0 };
  const bark = hex("4a3a2e");
  const offset = tone * 120;
  const across = Math.max(crownX, size * 0.05) * 1.2;
  for (let y = Math.max(0, Math.floor(base - size * 1.05)); y <= Math.min(film.height - 1, base); y++) {
    for (let x = Math.max(0, Math.floor(cx - across)); x <= Math.min(film.width - 1, cx + across); x++) {
      const [u, v] = [(x + 0.5 - cx) / crownX, (y + 0.5 - middle) / crownY];
      const heaps = noise.billow(u * 2 + offset, v * 2, 4);
      const distance = lengthOf(u, v < 0 ? v : v * 1.25);
      // Leaves break the outline, finely where the tree is near.
      const fray = size > 20 ? 0.6 * (noise.fractal((x / size) * 34 + offset, (y / size) * 34, 3) - 0.5) : 0;
      const cover = Math.min(1, (0.74 + 0.6 * heaps + fray - distance) * Math.max(1.5, size * 0.1));
      const at = (y * film.width + x) * 3;
      if (cover > 0) {
        set(colour, leaf);
        const facing = Math.max(0, 0.45 + 0.55 * (u * sunX - v * sunY));
        const leaves = noise.fractal((x / size) * 70 + offset, (y / size) * 70, 2);
        lightOn(colour, light, facing * (0.3 + 1.2 * heaps) * (0.5 + leaves) * 0.75, 0.3 + 0.5 * heaps + 0.2 * (leaves - 0.5) - 0.15 * v);
        put(film, at, colour, air, cover);
        continue;
      }
      const trunk = size * (0.015 + 0.012 * ramp(0.6, 1, (y - middle) / (base - middle)));
      if (v > 0 && Math.abs(x + 0.5 - cx) < trunk) {
        set(colour, bark);
        lightOn(colour, light, 0.3 + 0.3 * Math.sign(sunX) * ((x - cx) / trunk), 0.4);
        put(film, at, colour, air, Math.min(1, trunk - Math.abs(x + 0.5 - cx)));
      }
    }
  }
}

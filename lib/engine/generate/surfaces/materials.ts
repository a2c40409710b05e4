/** Surfaces as a scanner sees them: marble, paper, wood. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, between, dim, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

export function* paintMarble(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 141);
  const [first, second] = scene.palette.map((colour) => radianceOf(colour));
  // A strong colour is that of polished stone only where it is deep.
  const strong = first !== undefined && Math.max(first.r, first.g, first.b) > 4 * Math.min(first.r, first.g, first.b) + 0.02;
  const stone = first === undefined ? hex("eeebe6") : strong ? between(first, hex("101412"), 0.55) : first;
  const isDark = stone.g < 0.2;
  const pale = between(stone, hex("cfe0d4"), 0.4);
  const cloud = strong ? between(stone, hex("050807"), 0.75) : between(stone, isDark ? hex("3a4250") : hex("a9aab0"), 0.55);
  const vein = second ?? (isDark ? hex("d9d4c8") : hex("5e6068"));
  const isGold = second !== undefined && second.r > second.b * 2.2;
  // A seam of gold is a hair; broad, it looks poured on.
  const fineness = isGold ? 0.42 : 1;
  const lean = (scene.seed % 100) / 60;
  const [cos, sin] = [Math.cos(lean), Math.sin(lean)];
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [px, py] = [x / film.unit, y / film.unit];
    const [u, v] = [px * cos - py * sin + 11, px * sin + py * cos + 3];
    const wx = noise.fractal(u * 1.5, v * 1.5, 6) - 0.5;
    const wy = noise.fractal(u * 1.5 + 7, v * 1.5 + 2, 6) - 0.5;
    set(out, stone);
    if (strong) towards(out, pale, 1.3 * (noise.fractal(u * 1.6 + 1.9 * wy + 15, v * 3 + 1.9 * wx, 6) - 0.5));
    towards(out, cloud, (strong ? 2.6 : 1.5) * (noise.fractal(u * 1.1 + 1.4 * wx, v * 2.2 + 1.4 * wy, 6) - 0.38));
    // Veins run one way, part and meet again, and are of any width.
    // Across the run they come at every so often, shifted by folds of the stone: so they go on, and do not close to rings.
    const great = distanceToLine(v * 1.5 + 0.75 * (noise.fractal(u * 0.7, v * 0.5 + 7, 3) - 0.5) * 3 + 0.5 * wx) * 0.62;
    const small = Math.abs(noise.fractal(u * 1.5 + 1.1 * wy + 30, v * 2.6 + 1.1 * wx, 5) - 0.5);
    // A second family crosses the first, thinner and here and there.
    const cross = distanceToLine(u * 0.9 + v * 0.8 + 1.9 * (noise.fractal(u * 0.8 + 20, v * 0.8, 3) - 0.5) + 0.45 * wy) * 0.9;
    const width = fineness * (0.002 + 0.05 * noise.fractal(u * 1.6 + 50, v * 1.6, 3) ** 3);
    const line = ramp(width * 1.5, width * 0.3, great);
    const hair =
      0.5 *
      ramp(0.007 * fineness, 0.0015 * fineness, small) *
      ramp(isGold ? 0.52 : 0.42, isGold ? 0.7 : 0.6, noise.fractal(u * 1.4 + 80, v * 1.4, 3));
    const crossing = 0.75 * ramp(width * 0.7, width * 0.15, cross) * ramp(0.4, 0.56, noise.fractal(u * 1.1 + 33, v * 1.1, 3));
    const smoke = 0.4 * Math.exp(-great * 15);
    // White stone is clouded along its veins, and they fade out into it on one side.
    const isPlain = !isDark && !strong;
    const grey = isGold ? cloud : vein;
    if (isPlain) {
      const feather = 0.55 * Math.exp(-great * 5.5) + 0.4 * Math.exp(-cross * 7);
      const drifts = noise.fractal(u * 2.4 + 1.6 * wx + 60, v * 5.2 + 1.6 * wy, 3);
      towards(out, between(grey, stone, 0.4), Math.max(0, feather * (2.4 * drifts - 0.62)));
      towards(
        out,
        between(grey, stone, 0.55),
        0.5 * ramp(0.1, 0.0, Math.abs(noise.fractal(u * 1.9 + 2 * wx + 90, v * 3.6 + 2 * wy, 2) - 0.5)) ** 2,
      );
    }
    towards(out, between(vein, stone, 0.35), smoke * (isGold ? 0.35 : 1));
    if (isGold) towards(out, cloud, smoke);
    towards(out, vein, (isPlain && !isGold ? 0.35 + 0.5 * noise.value(u * 9 + 70, v * 9) : 1) * Math.max(line, hair, crossing));
    if (isGold) add(out, hex("fff0c0"), 0.5 * line * ramp(0.5, 0.75, noise.fractal(u * 26, v * 26, 3)));
    dim(out, 0.98 + 0.04 * noise.value(x * 0.8, y * 0.8));
  });
}

function distanceToLine(at: number): number {
  return Math.abs(at - Math.round(at));
}

const tea = hex("9a6f38");
const soot = hex("4e331c");

/** Browned from its edges, and in blots where it was damp. */
function age(out: Radiance, noise: NoiseField, { width, height, unit }: Film, x: number, y: number): void {
  const [u, v] = [x / unit, y / unit];
  const rough = noise.fractal(u * 3.2 + 40, v * 3.2, 5);
  const edge = Math.min(x, y, width - x, height - y) / unit;
  towards(out, tea, 0.7 * ramp(0.3, 0, edge - 0.28 * (rough - 0.5)) ** 1.6 + 0.5 * ramp(0.5, 0.8, noise.fractal(u * 1.7 + 9, v * 1.7, 5)));
  // The tide line around a blot is darker than the blot.
  const blot = noise.fractal(u * 1.2 + 70, v * 1.2, 4);
  towards(out, tea, 0.3 * ramp(0.012, 0, Math.abs(blot - 0.62)) + 0.12 * ramp(0.6, 0.64, blot));
  towards(out, soot, 0.75 * ramp(0.05, 0, edge - 0.1 * (rough - 0.42)));
}

export function* paintPaper(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 151);
  const [named] = scene.palette;
  const isAged = scene.traits.includes("aged");
  const base = named === undefined ? hex(scene.traits.includes("kraft") ? "b88a5c" : isAged ? "dcc598" : "ece4d4") : radianceOf(named);
  const isCrumpled = scene.styles.includes("crumpled");
  const relief = isCrumpled ? crumple(noise) : (u: number, v: number): number => 0.05 * noise.fractal(u * 3, v * 3, 4);
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [x / film.unit, y / film.unit];
    const e = 1.2 / film.unit;
    const here = relief(u, v);
    const slope = ((relief(u + e, v) - here) * -0.6 + (relief(u, v + e) - here) * -0.8) / e;
    const fibre = noise.fractal(x * 0.22, y * 0.22, 4) - 0.5 + 0.5 * (noise.ridged(x * 0.05 + 3, y * 0.021, 3) - 0.3);
    set(out, base);
    dim(out, Math.max(0.2, 0.92 + slope * (isCrumpled ? 0.55 : 0.3) + 0.1 * fibre + 0.07 * (here - 0.3)));
    const fleck = ramp(0.86, 0.93, noise.value(x * 0.31, y * 0.12) * (0.6 + 0.5 * noise.value(u * 20, v * 20)));
    towards(out, hex("9a8766"), fleck * 0.35);
    if (isAged) age(out, noise, film, x, y);
  });
  if (scene.traits.includes("torn")) yield* tearSheet(film, scene, noise, base);
}

/** A second sheet lies over it, torn along its edge: the white core shows, and its shadow falls on the one below. */
function* tearSheet(film: Film, scene: Scene, noise: NoiseField, base: Radiance): Painting {
  const [, second] = scene.palette;
  const top = second === undefined ? between(base, hex("fbf7ee"), 0.86) : radianceOf(second);
  const core = hex("fffdf8");
  const lean = ((scene.seed % 100) / 100 - 0.5) * 0.5;
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [(x - film.width / 2) / film.unit, (y - film.height / 2) / film.unit];
    const rough = 0.09 * (noise.fractal(u * 2.2 + 30, 7, 5) - 0.5);
    const tear = v - lean * u - 0.16 - rough - 0.012 * (noise.fractal(u * 30, 3, 3) - 0.5);
    const rim = 0.014 + 0.03 * noise.fractal(u * 5 + 60, 1, 4) * noise.value(u * 17, 9);
    if (tear < 0) {
      dim(out, 1 - 0.42 * Math.exp(tear * 26));
      return;
    }
    const grain = 0.95 + 0.1 * (noise.fractal(x * 0.2, y * 0.2, 3) - 0.5) + 0.03 * noise.fractal(u * 3, v * 3, 3);
    set(out, core);
    towards(out, top, ramp(rim * 0.8, rim, tear + 0.006 * (noise.fractal(u * 70, v * 70, 2) - 0.5)));
    dim(out, grain * (0.9 + 0.1 * ramp(0, 0.01, tear)));
  });
}

/** Paper that was pressed in a fist: flat facets that meet in sharp folds, large ones and small. */
function crumple(noise: NoiseField): (u: number, v: number) => number {
  const facets = (u: number, v: number, cells: number, shift: number): number => {
    const [x, y] = [u * cells + 0.5 * noise.value(u * 3 + shift, v * 3), v * cells + 0.5 * noise.value(u * 3, v * 3 + shift)];
    const [cx, cy] = [Math.floor(x), Math.floor(y)];
    let [nearest, next] = [9, 9];
    for (let j = -1; j <= 1; j++) {
      for (let i = -1; i <= 1; i++) {
        const jx = cx + i + hashPoint(cx + i, cy + j, shift);
        const jy = cy + j + hashPoint(cx + i, cy + j, shift + 1);
        const d = lengthOf(jx - x, jy - y);
        if (d < nearest) [nearest, next] = [d, nearest];
        else if (d < next) next = d;
      }
    }
    return (next - nearest) * 0.7 + 0.5 * nearest;
  };
  return (u, v) => 0.2 * facets(u, v, 2.6, 3) + 0.1 * facets(u, v, 5.5, 11);
}

export function* paintWood(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 161);
  const [named] = scene.palette;
  const light: Radiance = named === undefined ? hex("c08a54") : radianceOf(named);
  const dark = between(light, hex("2a1608"), 0.62);
  const boards = 5;
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [x / film.unit, y / film.height];
    const board = Math.floor(v * boards);
    const within = v * boards - board;
    const shift = board * 13.7;
    const bend = noise.fractal(u * 0.7 + shift, within * 0.8 + shift, 3);
    const knot = lengthOf((u - 0.4 - 1.1 * noise.value(shift, 0.5)) * 2.2, within - 0.2 - 0.6 * noise.value(0.5, shift));
    const rings = within * 5 + bend * 7 + 2.4 * Math.exp(-knot * 3.2);
    const ring = 0.5 + 0.5 * Math.sin(rings * 6.3);
    const pores = noise.fractal(u * 5 + shift, y * 0.5, 4);
    set(out, light);
    towards(out, dark, 0.5 * ring ** 3 + 0.75 * ramp(0.52, 0.78, pores) + 0.35 * (bend - 0.5) + 0.8 * Math.exp(-knot * 9));
    dim(out, 0.86 + 0.3 * noise.value(shift * 1.3, 0.5));
    const gap = Math.min(within, 1 - within) * (film.height / boards);
    dim(out, 0.25 + 0.75 * ramp(0, film.unit * 0.004, gap));
  });
}

/** What stands behind a product: plaster, concrete and brick, in slanting light, with the shadow of leaves or of a window. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom, hashPoint } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { between, dim, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

/** How much light is kept off there, 0..1. */
type Shadow = (u: number, v: number) => number;

const warm = hex("fff0d8", 1.06);
const cool = hex("c3cad8");
const usual = [warm, cool] as const;
const onWhite = [hex("fffbf4", 1.04), hex("c9ccd2")] as const;

/** The upper part is wall and the lower one floor where something may be put down; a texture alone has neither. */
export function* paintWall(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 401);
  const [named] = scene.palette;
  const own = named === undefined ? hex("ddd2c2") : radianceOf(named);
  const [sun, sky] = named !== undefined && isWhite(named) ? onWhite : usual;
  const shadow = shadowOn(scene);
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [(x - film.width / 2) / film.unit, (y - film.height / 2) / film.unit];
    set(out, own);
    // Trowelled: broad clouds, and strokes across them.
    const trowel = noise.fractal(u * 3 + 0.8 * noise.value(u * 2, v * 2), v * 5, 5);
    const pits = noise.fractal(x * 0.16, y * 0.16, 3);
    dim(out, 0.93 + 0.16 * (trowel - 0.5) + 0.07 * (pits - 0.5));
    lightWall(out, u, v, shadow, sun, sky);
  });
}

/** A white wall in a warm light would be a cream one, and its shade lilac. */
function isWhite(named: Rgb): boolean {
  return Math.min(...named) > 225 && Math.max(...named) - Math.min(...named) < 12;
}

export function* paintConcrete(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 402);
  const [named] = scene.palette;
  const own = named === undefined ? hex("a6a7aa") : between(radianceOf(named), hex("9ea2aa"), 0.25);
  const shadow = shadowOn(scene);
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [(x - film.width / 2) / film.unit, (y - film.height / 2) / film.unit];
    set(out, own);
    const stain = noise.fractal(u * 1.7 + 0.9 * noise.value(u * 3, v * 3), v * 1.7, 6);
    const run = noise.fractal(u * 9, v * 0.8 + 4, 4);
    dim(out, 0.72 + 0.54 * stain + 0.1 * (run - 0.5) + 0.1 * (noise.fractal(x * 0.3, y * 0.3, 3) - 0.5));
    // Seams of the boards it was poured between, and the holes of their ties.
    const seam = Math.abs(((v * 1.25 + 0.31) % 1) - (v * 1.25 + 0.31 < 0 ? -0.5 : 0.5));
    dim(out, 1 - 0.2 * ramp(0.0035, 0.001, Math.abs(seam - 0.5)));
    lightWall(out, u, v, shadow);
  });
}

export function* paintBrick(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 403);
  const [named] = scene.palette;
  const clay =
    named === undefined
      ? [hex("9a4a34"), hex("b05c40"), hex("7e3a2c"), hex("a8674a")]
      : shadesOf(between(radianceOf(named), hex("8a5040"), 0.55));
  const mortar = named === undefined ? hex("b8aea2") : between(radianceOf(named), hex("f2efe8"), 0.4);
  const [wide, tall] = [0.16, 0.055];
  const shadow = shadowOn(scene);
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [u, v] = [(x - film.width / 2) / film.unit, (y - film.height / 2) / film.unit];
    const row = Math.floor(v / tall);
    const along = u / wide + (row % 2 === 0 ? 0 : 0.5);
    const column = Math.floor(along);
    const chips = 0.005 * (noise.fractal(u * 40, v * 40, 3) - 0.5);
    const [dx, dy] = [Math.abs(along - column - 0.5) * wide, Math.abs(v / tall - row - 0.5) * tall];
    const edge = Math.min(wide / 2 - 0.004 - dx, tall / 2 - 0.004 - dy) + chips;
    const luck = hashPoint(column, row, scene.seed);
    set(out, mortar);
    dim(out, 0.7 + 0.4 * noise.fractal(u * 60, v * 60, 3));
    if (edge > -0.003) {
      const brick = { ...(clay[Math.floor(luck * clay.length)] as Radiance) };
      const rough = noise.fractal(u * 26 + luck * 40, v * 46, 4);
      dim(brick, 0.62 + 0.55 * rough + 0.14 * luck + 0.25 * ramp(0.008, 0, edge) * (v / tall - row < 0.5 ? 1 : -0.6));
      towards(out, brick, ramp(-0.0015, 0.0015, edge));
    } else dim(out, v / tall - row < 0.5 ? 0.72 : 1);
    dim(out, 0.86 + 0.28 * noise.fractal(u * 1.2, v * 1.2, 4));
    lightWall(out, u, v, shadow);
  });
}

function shadesOf(tone: Radiance): readonly Radiance[] {
  return [0.82, 0.92, 1, 1.08].map((share) => ({ r: tone.r * share, g: tone.g * share, b: tone.b * share }));
}

/** The sun slants in from the upper left, so that the far corner is darker; shade is cooler than light. */
export function lightWall(out: Radiance, u: number, v: number, shadow: Shadow, sun: Radiance = warm, sky: Radiance = cool): void {
  const open = 1 - shadow(u, v);
  const fall = 1 - 0.2 * ramp(-0.5, 1.1, u * 0.8 + v);
  out.r *= fall * (0.56 * sky.r + open * (sun.r - 0.56 * sky.r));
  out.g *= fall * (0.56 * sky.g + open * (sun.g - 0.56 * sky.g));
  out.b *= fall * (0.6 * sky.b + open * (sun.b - 0.6 * sky.b));
}

export function shadowOn({ traits, seed }: Scene): Shadow {
  if (traits.includes("palm shadow")) return frondShadows(seed);
  if (traits.includes("window")) return windowShadow(seed);
  return traits.includes("side light") ? rakingShade(seed) : () => 0;
}

/** Light that grazes a wall dies away across it, and every grain throws a shadow of its own. */
function rakingShade(seed: number): Shadow {
  const noise = createNoiseField(seed + 405);
  const side = hashPoint(2, 1, seed) < 0.5 ? 1 : -1;
  const relief = (u: number, v: number): number => noise.fractal(u * 9, v * 9, 4) + 0.3 * noise.fractal(u * 60, v * 60, 3);
  return (u, v) => {
    const slope = relief(u + 0.004 * side, v) - relief(u, v);
    return Math.max(0, Math.min(1, 0.08 + 0.8 * ramp(-0.55, 0.8, side * u + 0.3 * v) + 4.5 * slope));
  };
}

interface Frond {
  readonly x: number;
  readonly y: number;
  readonly turn: number;
  readonly long: number;
  readonly bend: number;
  readonly soft: number;
  readonly strength: number;
}

/** Fronds that reach in from one side, the farther from the wall the softer. */
function frondShadows(seed: number): Shadow {
  const random = createRandom(seed + 404);
  const side = random() < 0.5 ? -1 : 1;
  const fronds = Array.from(
    { length: 5 },
    (_, n): Frond => ({
      x: side * (0.95 - 0.12 * n + 0.1 * random()),
      y: -0.62 + 0.24 * n + 0.1 * random(),
      turn: Math.PI / 2 + side * (Math.PI / 2) + side * (-0.35 + 0.3 * (random() - 0.5)),
      long: 0.75 + 0.25 * random(),
      bend: -side * (0.5 + 0.3 * random()),
      soft: 0.012 + 0.02 * random(),
      strength: 0.6 + 0.4 * random(),
    }),
  );
  return (u, v) => {
    let open = 1;
    for (const frond of fronds) open *= 1 - frond.strength * coverOf(frond, u, v);
    return 0.85 * (1 - open);
  };
}

/** Leaflets stand off a bent spine on both sides, longest in its middle. */
function coverOf({ x, y, turn, long, bend, soft }: Frond, u: number, v: number): number {
  const [dx, dy] = [u - x, v - y];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const along = (dx * cos + dy * sin) / long;
  if (along < -0.1 || along > 1.25) return 0;
  const across = (dy * cos - dx * sin) / long - bend * 0.4 * along * along;
  // A leaflet leaves the spine slanting towards its tip.
  const root = along - 0.62 * Math.abs(across);
  if (root < 0.02 || root > 1) return 0;
  const reach = 0.4 * Math.sin(Math.PI * (0.1 + 0.86 * root));
  const far = Math.abs(across) / reach;
  const leaflet = Math.abs(((root * 15) % 1) - 0.5);
  const half = 0.36 * Math.sqrt(Math.max(0, 1 - far));
  const fuzz = soft * 15;
  const spine = ramp(0.012 + soft, 0.004, Math.abs(across));
  return Math.max(spine, far < 1 ? ramp(half + fuzz, half - fuzz, leaflet) * ramp(1, 0.8, far) : 0);
}

/** Four panes, thrown aslant. */
function windowShadow(seed: number): Shadow {
  const lean = 0.35 + 0.2 * hashPoint(1, 1, seed);
  return (u, v) => {
    const [a, b] = [u + lean * v + 0.1, v + 0.12 * u + 0.02];
    const outer = Math.max(Math.abs(a) - 0.42, Math.abs(b) - 0.36);
    const bar = Math.min(Math.abs(a), Math.abs(b + 0.02));
    const pane = ramp(0.02, -0.02, outer) * ramp(0.004, 0.026, bar);
    return 0.78 * (1 - pane);
  };
}

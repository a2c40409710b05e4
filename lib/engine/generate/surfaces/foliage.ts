/** Leaves of the tropics over each other: those in front are lit, those behind are lost in the dark between them. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom, type Random } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, between, dim, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

/** Lengths in shares of the leaf. */
interface Kind {
  readonly wide: number;
  /** Where it is widest, from its foot: a power below 1 is nearer to the foot. */
  readonly shoulder: number;
  readonly veins: number;
  /** From which share of its width on it is cut between two veins, and how much of the space between them is cut away. */
  readonly cutFrom: number;
  readonly cut: number;
  readonly hasHoles: boolean;
  /** Lobes that reach behind its foot. */
  readonly lobes: number;
}

const monstera: Kind = { wide: 0.5, shoulder: 0.66, veins: 7, cutFrom: 0.34, cut: 0.2, hasHoles: true, lobes: 0.2 };
const palm: Kind = { wide: 0.42, shoulder: 0.8, veins: 21, cutFrom: 0, cut: 0.36, hasHoles: false, lobes: 0 };
const banana: Kind = { wide: 0.22, shoulder: 0.85, veins: 26, cutFrom: 2, cut: 0, hasHoles: false, lobes: 0 };

interface Leaf {
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
  readonly long: number;
  readonly cos: number;
  readonly sin: number;
  /** 0 = behind, 1 = in front. */
  readonly near: number;
  readonly own: Radiance;
  readonly bend: number;
}

/** Leaves of a kind, or many of them; dew lies on a single one. */
export function isFoliage({ setting, traits, season }: Scene): boolean {
  return setting === "leaf" && traits.includes("foliage") && !traits.includes("dew") && season !== "autumn";
}

export function* paintFoliage(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 811);
  const noise = createNoiseField(scene.seed + 812);
  const isDark = scene.hour === "night";
  const named = scene.palette.find(([r, g, b]) => Math.max(r, g, b) > 40);
  const ground = hex(isDark ? "04100b" : "0c2417");
  yield* expose(film, 0, film.height, (x, y, out) => {
    set(out, ground);
    dim(out, 0.6 + 0.8 * noise.fractal((x / film.unit) * 2, (y / film.unit) * 2, 3));
  });
  for (const leaf of leavesOf(film, scene, random, named === undefined ? undefined : radianceOf(named)))
    yield* paintOne(film, noise, leaf, isDark ? 0.62 : 1, ground);
}

const greens = ["1d5a34", "2f7440", "17493a", "4a8a3c", "256b4c"];

function leavesOf(film: Film, scene: Scene, random: Random, named: Radiance | undefined): readonly Leaf[] {
  const kinds = scene.traits.includes("monstera") ? [monstera] : scene.traits.includes("palm leaves") ? [palm] : [monstera, palm, banana];
  const across = Math.max(1, film.width / film.unit);
  const count = Math.round(13 * across * (film.height / film.unit));
  const isEdged = scene.lettering !== undefined;
  return Array.from({ length: count }, (_, n) => {
    const near = n / (count - 1);
    // One after the other on a spiral of golden turns: everywhere, and nowhere in rows.
    let [x, y] = [(n * 0.618 + 0.08 * random()) % 1, (n * 0.7548 + 0.08 * random()) % 1];
    if (near > 0.3 && scene.room !== undefined) x = scene.room === "left" ? 0.55 + 0.5 * x : -0.05 + 0.5 * x;
    // Words lie in the dark middle, and the leaves lean in from the edges.
    if (near > 0.3 && isEdged) [x, y] = outwards(x, y);
    const turn = Math.atan2(y - 0.5, x - 0.5) + Math.PI + 1.9 * (random() - 0.5);
    const kind = kinds[Math.floor(random() * kinds.length)] ?? monstera;
    const green = hex(greens[Math.floor(random() * greens.length)] as string);
    return {
      kind,
      x: x * film.width,
      y: y * film.height,
      long: film.unit * (0.46 + 0.26 * random()) * (kind === palm || kind === banana ? 1.3 : 1),
      cos: Math.cos(turn),
      sin: Math.sin(turn),
      near,
      own: named === undefined ? green : between(named, green, 0.3),
      bend: 0.5 * (random() - 0.5),
    };
  });
}

function outwards(x: number, y: number): [number, number] {
  const [u, v] = [x - 0.5, y - 0.5];
  const far = Math.max(Math.abs(u), Math.abs(v)) * 2;
  const push = (0.86 + 0.2 * far) / Math.max(0.05, far);
  return [0.5 + u * push, 0.5 + v * push];
}

function* paintOne(film: Film, noise: NoiseField, leaf: Leaf, strength: number, ground: Radiance): Painting {
  const { long, near } = leaf;
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const reach = long * 0.72;
  const middle = { x: leaf.x, y: leaf.y };
  const [left, right] = [Math.max(0, Math.floor(middle.x - reach)), Math.min(film.width, Math.ceil(middle.x + reach))];
  const [top, bottom] = [Math.max(0, Math.floor(middle.y - reach)), Math.min(film.height, Math.ceil(middle.y + reach))];
  const pixel = 1.4 / long;
  const deep = between(leaf.own, hex("03120c"), 0.72);
  const pale = between(leaf.own, hex("d8eba6"), 0.5);
  const bright = strength * (0.22 + 0.95 * near ** 1.3);
  for (let y = top; y < bottom; y++) {
    if (y % 6 === 0) yield;
    for (let x = left; x < right; x++) {
      const at = (y * film.width + x) * 3;
      const { edge, u, v, vein } = edgeAt(leaf, x, y, true);
      const cover = ramp(-pixel, pixel, edge);
      // Its shadow lies on those behind it, below and to the right, as if it had no cuts.
      const shaded = cover === 1 ? 0 : 0.62 * ramp(-0.05, 0.05, edgeAt(leaf, x - long * 0.03, y - long * 0.05, false).edge);
      if (shaded === 0 && cover === 0) continue;
      for (let c = 0; c < 3; c++) film.data[at + c] = (film.data[at + c] as number) * (1 - shaded * (1 - cover));
      if (cover === 0) continue;
      const side = Math.abs(v);
      const rib = ramp(0.012, 0.003, side) * ramp(1, 0.7, u);
      const cell = Math.abs(vein - Math.round(vein));
      const line = ramp(leaf.kind.veins > 12 ? 0.16 : 0.06, 0.01, cell) * (leaf.kind.cutFrom === 0 ? 0.3 : 0.7);
      set(tone, leaf.own);
      towards(
        tone,
        deep,
        0.6 * ramp(0.5, 0.15, cell) * (leaf.kind.cutFrom === 0 ? 0.2 : 0.55) + 0.5 * (noise.fractal(u * 5, v * 5, 3) - 0.3),
      );
      towards(tone, pale, Math.max(0.75 * rib, 0.3 * line));
      // It is folded along its middle: one half faces the light, and shines where it turns over.
      const facing = v * leaf.cos > 0 ? 1 : 0.62;
      const swell = 0.78 + 0.34 * ramp(0.04, 0.4, cell);
      dim(tone, bright * facing * swell * (0.55 + 0.6 * ramp(film.height, 0, y)));
      const gleam = ramp(0.16, 0.02, Math.abs(side - 0.13 - 0.06 * noise.value(u * 4 + leaf.bend * 40, v * 4))) * ramp(0.1, 0.5, cell);
      add(tone, sheen, 0.16 * bright * gleam * facing);
      towards(tone, ground, 0.5 * (1 - near) ** 2);
      for (const [c, light] of [tone.r, tone.g, tone.b].entries())
        film.data[at + c] = (film.data[at + c] as number) + cover * (light - (film.data[at + c] as number));
    }
  }
}

const sheen = hex("cfe6dc");

/** How far inside its outline a place lies, in shares of its length, and where on it that is. */
function edgeAt(leaf: Leaf, x: number, y: number, isCut: boolean): { edge: number; u: number; v: number; vein: number } {
  const { kind, long, cos, sin, bend } = leaf;
  const [dx, dy] = [(x - leaf.x) / long, (y - leaf.y) / long];
  const u = dx * cos + dy * sin + 0.45;
  const v = dy * cos - dx * sin + bend * (u - 0.5) ** 2;
  const side = Math.abs(v);
  const t = (u + kind.lobes) / (1 + kind.lobes);
  const vein = (u - 0.42 * side - 0.55 * side * side + (v > 0 ? 0.5 / kind.veins : 0)) * kind.veins;
  if (t <= 0 || t >= 1) return { edge: -Math.min(1, Math.max(-t, t - 1)) - 0.02, u, v, vein };
  const half = kind.wide * Math.sin(Math.PI * t ** kind.shoulder) ** 0.7;
  let edge = Math.min(half - side, (1 - t) * 0.6 + 0.002);
  if (kind.lobes > 0 && u < 0.03) edge = Math.min(edge, side - (0.03 - u) * 0.55);
  if (!isCut || kind.cutFrom > 1) return { edge, u, v, vein };
  // 0 half-way between two veins.
  const off = Math.abs(vein - Math.floor(vein) - 0.5);
  const out = side / Math.max(0.02, half);
  // Cuts are wider the farther out, round where they begin, and end before the tip.
  const isOpen = u > 0.05 && u < 0.93;
  const gap = isOpen ? kind.cut * (kind.cutFrom === 0 ? 0.35 + 0.65 * out * out : ramp(kind.cutFrom, kind.cutFrom + 0.22, out)) : 0;
  if (gap > 0) edge = Math.min(edge, ((off - gap) * 0.75) / kind.veins);
  // No cut goes through the rib.
  if (kind.cutFrom === 0) edge = Math.max(edge, Math.min(0.011 - side, t * 0.4));
  if (kind.hasHoles && u > 0.12 && u < 0.8) edge = Math.min(edge, lengthOf(off * 0.12, (side - 0.085) * 0.5) - 0.011);
  return { edge, u, v, vein };
}

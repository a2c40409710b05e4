/** A shore or an island seen from the air: sand, the last wave with its foam, and water that turns from glass to deep blue. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { between, dim, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

export function* paintFromAbove(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 701);
  const turn = 0.5 + 0.9 * ((scene.seed % 100) / 100) + (scene.seed % 2 === 0 ? Math.PI / 2 : 0);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const named = scene.waterColour ?? scene.skyColours[0];
  const shallow = named === undefined ? hex("7fd8d0") : between(radianceOf(named), hex("bff0e6"), 0.3);
  const deep = named === undefined ? hex("0a5f86") : between(radianceOf(named), hex("063a5e"), 0.55);
  const shine = scene.hour === "sunset" || scene.hour === "golden" ? hex("ffc890") : hex("fff6e4");
  const strength = scene.hour === "night" ? 0.2 : scene.hour === "dusk" || scene.hour === "storm" ? 0.55 : 0.95;
  const isWhite = scene.traits.includes("white sand");
  const wet = hex(isWhite ? "cbb896" : "b08f64");
  const sand = hex(isWhite ? "f6efe0" : "e9d3a6");
  const foam = hex("ffffff");
  const isIsland = scene.traits.includes("island");
  // An island is seen from higher up than a beach.
  const [mesh, scale] = isIsland ? [44, 0.45] : [19, 1];
  const shore = isIsland ? islands(scene, noise, film) : undefined;
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [px, py] = [(x - film.width / 2) / film.unit, (y - film.height / 2) / film.unit];
    const [u, v] = [px * cos - py * sin, px * sin + py * cos];
    const bays = 0.42 * (noise.fractal(u * 0.9 + 3, scene.seed % 50, 3) - 0.5) + 0.05 * (noise.fractal(u * 6, v * 6, 4) - 0.5);
    // Out into the water it is positive.
    const out_ = shore?.(px, py) ?? v + bays + 0.04;
    const ripple = noise.fractal(u * 26, v * 46 + 3 * noise.value(u * 4, v * 4), 3);
    if (out_ < 0) {
      set(out, sand);
      dim(out, 0.9 + 0.16 * noise.fractal(u * 9, v * 9, 4) + 0.06 * (noise.value(x * 0.9, y * 0.9) - 0.5));
      towards(out, wet, 0.8 * ramp(-0.075 * scale, -0.012 * scale, out_ + 0.02 * (noise.fractal(u * 10, v * 10, 3) - 0.5)));
      if (isIsland) layWoods(out, noise, px, py, out_);
    } else {
      set(out, wet);
      const tone: Radiance = { ...shallow };
      towards(tone, deep, ramp(isIsland ? 0.05 : 0.12, isIsland ? 0.4 : 0.75, out_ + 0.14 * (noise.fractal(u * 3 + 20, v * 3, 4) - 0.5)));
      towards(out, tone, ramp(0, 0.16 * scale, out_) * 0.7 + 0.3);
      // Reefs darken it, and the sun draws its net on the shallows.
      towards(out, hex("0d4a52"), 0.45 * ramp(0.56, 0.7, noise.fractal(u * 4.5 + 60, v * 4.5, 5)) * ramp(0.14, 0.4, out_));
      const net = 1 - Math.abs(2 * noise.fractal(u * mesh, v * mesh, 2) - 1);
      towards(out, foam, (isIsland ? 0.14 : 0.3) * ramp(0.86, 1, net) * ramp(0.5, 0.05, out_));
      dim(out, 0.9 + 0.2 * ripple);
    }
    for (const [at, wide, share] of waves) {
      const from = out_ - at * scale - 0.035 * scale * (noise.fractal(u * 4 + at * 90, at * 30, 3) - 0.5);
      const lace = noise.billow((u * 22) / scale + at * 50, (v * 22) / scale, 3);
      const body = ramp(-0.004, 0.002, from) * ramp(wide * scale * (0.3 + 1.2 * lace), 0, from);
      towards(out, foam, share * body * (0.45 + 0.75 * (1 - lace)));
    }
    out.r *= shine.r * strength;
    out.g *= shine.g * strength;
    out.b *= shine.b * strength;
  });
}

/** How far a spot lies out in the water: one island with bays, on the side that words leave free, and a smaller one or two beside it. */
function islands({ seed, room }: Scene, noise: NoiseField, { width, height, unit }: Film): (x: number, y: number) => number {
  const side = room === "left" ? 1 : room === "right" ? -1 : seed % 2 === 0 ? 0.25 : -0.25;
  const [wide, tall] = [width / unit, height / unit];
  const spots = [
    [0.24 * side * wide, 0.02 * tall, 0.24],
    [(0.24 * side - 0.3 * Math.sign(side)) * wide, -0.3 * tall, 0.065],
    [(0.24 * side + 0.27 * Math.sign(side)) * wide, 0.34 * tall, 0.045],
  ] as const;
  const turn = (seed % 180) / 57.3;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (x, y) => {
    const coast = 0.3 * (noise.fractal(x * 2.3 + 3, y * 2.3 + 7, 5) - 0.5);
    let near = Number.POSITIVE_INFINITY;
    for (const [cx, cy, reach] of spots) {
      const [dx, dy] = [x - cx, y - cy];
      near = Math.min(near, lengthOf(0.8 * (dx * cos - dy * sin), 1.25 * (dx * sin + dy * cos)) - reach);
    }
    return near + coast * (near < 0.4 ? 1 : 0.6);
  };
}

const [shade, leaf, bright] = [hex("1f3f22"), hex("3f6a2c"), hex("86a048")];

/** Crown beside crown, lit from one side, to where the sand begins; in the middle the ground rises. */
function layWoods(out: Radiance, noise: NoiseField, x: number, y: number, out_: number): void {
  const cover = ramp(-0.03, -0.04, out_ + 0.03 * (noise.fractal(x * 14, y * 14, 4) - 0.5));
  if (cover === 0) return;
  const rise = ramp(-0.06, -0.2, out_);
  const { height, slope, luck } = crownOver(x * 105 + 1.2 * noise.value(x * 30, y * 30), y * 105 + 1.2 * noise.value(x * 30 + 9, y * 30));
  const step = 0.012;
  const hills = (noise.fractal(x * 3, y * 3, 4) - noise.fractal((x - step) * 3, (y - step) * 3, 4)) * 7 * rise;
  const tone = between(leaf, bright, 1.3 * (noise.fractal(x * 5 + 30, y * 5, 4) - 0.35) + 0.5 * (luck - 0.5));
  towards(tone, shade, 0.85 * ramp(0.6, 0.1, height));
  dim(tone, Math.max(0.35, 0.92 + 0.55 * slope + hills));
  towards(out, tone, cover);
}

/** The tallest of the crowns over a spot: its height there, how it faces the light, and what sets it apart from others. */
function crownOver(u: number, v: number): { height: number; slope: number; luck: number } {
  const [column, row] = [Math.floor(u), Math.floor(v)];
  const best = { height: 0, slope: 0, luck: 0 };
  for (let i = column - 1; i <= column + 1; i++)
    for (let k = row - 1; k <= row + 1; k++) {
      const luck = hashPoint(i, k, 31);
      const [dx, dy] = [u - i - hashPoint(i, k, 32), v - k - hashPoint(i, k, 33)];
      const reach = 0.55 + 0.5 * luck;
      const height = (1 - (dx * dx + dy * dy) / (reach * reach)) * (0.7 + 0.3 * luck);
      if (height > best.height) Object.assign(best, { height, slope: (-dx - dy) / (1.4 * reach), luck });
    }
  return best;
}

const waves = [
  [-0.004, 0.045, 1],
  [0.085, 0.05, 0.8],
  [0.2, 0.035, 0.5],
] as const;

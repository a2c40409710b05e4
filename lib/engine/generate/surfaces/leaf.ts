/** One leaf from close by: its midrib, its veins, the net between them, and drops of dew that magnify them. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, between, dim, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

interface Drop {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export function* paintLeaf(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 801);
  const random = createRandom(scene.seed + 802);
  const [named] = scene.palette;
  const usual = scene.season === "autumn" ? "b5641f" : "3f8a2c";
  const own = named === undefined ? hex(usual) : between(radianceOf(named), hex(usual), 0.35);
  const deep = between(own, hex("06180a"), 0.72);
  const pale = between(own, hex("e6f2a8"), 0.55);
  const turn = 0.35 + 0.5 * random();
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const leafAt = (px: number, py: number, out: Radiance): void => {
    const [u, v] = [px * cos - py * sin, px * sin + py * cos + 0.08];
    const side = Math.abs(v);
    // Side veins leave the midrib at an angle and bend towards the tip.
    const along = (u - 0.75 * side + 0.35 * side * side + (v > 0 ? 0.11 : 0)) * 4.2;
    const cell = Math.abs((((along % 1) + 1.5) % 1) - 0.5);
    const rib = ramp(0.024, 0.006, side);
    const vein = ramp(0.055, 0.012, cell) * ramp(1.3, 0.1, side);
    const net = noise.ridged(u * 15 + 0.5 * along, v * 15, 3);
    set(out, own);
    towards(out, deep, 0.62 * ramp(0.06, 0.34, cell) * 0.55 + 0.4 * ramp(0.1, 0.9, side) + 0.3 * (noise.fractal(u * 3, v * 3, 3) - 0.4));
    towards(out, pale, Math.max(rib * 0.9, vein * 0.55, 0.2 * ramp(0.7, 0.95, net)));
    // Between two veins it swells towards the light.
    dim(out, 0.72 + 0.5 * (1 - ramp(0.02, 0.4, cell)) * 0.4 + 0.35 * ramp(0.9, -0.7, px + py));
  };
  const drops = scene.traits.includes("dew") || scene.weather.includes("rain") ? scatter(film, random) : [];
  const seen: Radiance = { r: 0, g: 0, b: 0 };
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [px, py] = [(x + 0.5 - film.width / 2) / film.unit, (y + 0.5 - film.height / 2) / film.unit];
    leafAt(px, py, out);
    for (const drop of drops) {
      const [dx, dy] = [px - drop.x, py - drop.y];
      const far = lengthOf(dx, dy) / drop.r;
      if (far > 1.6) continue;
      // Its shadow falls to the lower right; within it, the light gathers on the far side.
      dim(out, 1 - 0.5 * ramp(1.25, 0.8, lengthOf(dx - drop.r * 0.22, dy - drop.r * 0.26) / drop.r));
      if (far >= 1) continue;
      const bulge = Math.sqrt(1 - far * far);
      leafAt(drop.x + dx * (0.45 + 0.2 * far), drop.y + dy * (0.45 + 0.2 * far), seen);
      dim(seen, 0.55 + 0.9 * ramp(-0.4, 0.9, (dx + dy) / drop.r) + 0.1 * bulge);
      towards(seen, deep, 0.55 * ramp(0.82, 1, far));
      const gleam = lengthOf(dx + drop.r * 0.36, dy + drop.r * 0.42) / drop.r;
      add(seen, white, 1.1 * ramp(0.22, 0.12, gleam) + 0.14 * ramp(0.7, 0.2, gleam));
      towards(out, seen, ramp(1, 0.96, far));
    }
  });
}

const white = hex("ffffff");

/** Few large ones and many small, none over another. */
function scatter(film: Film, random: () => number): readonly Drop[] {
  const [wide, tall] = [film.width / film.unit, film.height / film.unit];
  const drops: Drop[] = [];
  for (let n = 0; n < 400 && drops.length < 70; n++) {
    const drop = { x: (random() - 0.5) * wide, y: (random() - 0.5) * tall, r: 0.008 + 0.062 * random() ** (n < 60 ? 1.6 : 5) };
    if (drops.every((other) => lengthOf(other.x - drop.x, other.y - drop.y) > (other.r + drop.r) * 1.15)) drops.push(drop);
  }
  return drops;
}

/** Balls of glossy colour before a soft wall, each with its shadow on the others. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import { along, swatchesFor } from "../prints/swatches.ts";
import type { Scene } from "../scene.ts";

interface Ball {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly r: number;
  readonly colour: Radiance;
  readonly edge: Radiance;
}

export function* paintBalls(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 121);
  const noise = createNoiseField(scene.seed + 122);
  const swatches = swatchesFor(scene);
  const [wide, tall] = [film.width / film.unit, film.height / film.unit];
  const balls: Ball[] = Array.from({ length: 11 }, (_, n) => {
    const r = n < 2 ? 0.24 + 0.1 * random() : 0.04 + 0.14 * random() ** 2;
    const t = random();
    return {
      x: (random() - 0.5) * wide * 0.9,
      y: (random() - 0.5) * tall * 0.9,
      z: r * (0.9 + random()),
      r,
      colour: along(swatches, 0.1 + 0.7 * t),
      edge: along(swatches, Math.min(1, 0.4 + 0.7 * t)),
    };
  });
  const light = [-0.52, -0.6, 0.61] as const;
  const white = hex("fff8ec");
  const wall = along(swatches, 0.96);
  const second = along(swatches, 0.72);
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [px, py] = [(x + 0.5 - film.width / 2) / film.unit, (y + 0.5 - film.height / 2) / film.unit];
    set(out, wall);
    towards(out, second, ramp(-0.2, 1.3, (px / wide + py / tall + 0.5) * 0.8));
    dim(out, shadowAt(balls, undefined, px, py, 0, light));
    let top: Ball | undefined;
    let [topZ, gap] = [-1, 1];
    for (const ball of balls) {
      const far = lengthOf(px - ball.x, py - ball.y);
      if (far >= ball.r + 1.5 / film.unit) continue;
      const z = ball.z + Math.sqrt(Math.max(0, ball.r * ball.r - far * far));
      if (z > topZ) [top, topZ, gap] = [ball, z, (ball.r - far) * film.unit];
    }
    if (top === undefined) return;
    const [nx, ny] = [(px - top.x) / top.r, (py - top.y) / top.r];
    const nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
    const facing = nx * light[0] + ny * light[1] + nz * light[2];
    const tone: Radiance = { ...top.colour };
    towards(tone, top.edge, ramp(-0.4, 1, facing) * 0.55 + 0.45 * (1 - nz) ** 2);
    const shade = shadowAt(balls, top, px, py, topZ, light);
    dim(tone, 0.3 + 0.85 * Math.max(0, facing) * shade + 0.12 * (0.5 - 0.5 * ny));
    add(tone, top.edge, 0.3 * Math.max(0, -facing * 0.4 + 0.5 * (1 - nz) ** 3));
    const half = Math.max(0, nx * light[0] * 0.62 + ny * light[1] * 0.62 + nz * 0.9);
    add(tone, white, 0.55 * half ** 70 * shade + 0.1 * half ** 9 * shade);
    towards(out, tone, gap + 0.5);
    dim(out, 0.985 + 0.03 * noise.value(x * 0.9, y * 0.9));
  });
}

function shadowAt(
  balls: readonly Ball[],
  own: Ball | undefined,
  x: number,
  y: number,
  z: number,
  [lx, ly, lz]: readonly [number, number, number],
): number {
  let open = 1;
  for (const ball of balls) {
    if (ball === own) continue;
    const [cx, cy, cz] = [ball.x - x, ball.y - y, ball.z - z];
    const along = cx * lx + cy * ly + cz * lz;
    if (along <= 0) continue;
    const off = Math.sqrt(Math.max(0, cx * cx + cy * cy + cz * cz - along * along));
    open *= 1 - 0.62 * ramp(ball.r + 0.16 * along, ball.r - 0.16 * along - 0.01, off);
  }
  return open;
}

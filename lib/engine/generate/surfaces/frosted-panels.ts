/** Sheets of frosted glass over balls of light: what lies behind a sheet is blurred by it, and its rim catches the light. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createRandom, hashPoint } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, between, dim, hex, luma, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import { along, swatchesFor } from "../prints/swatches.ts";
import type { Scene } from "../scene.ts";

interface Ball {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly lit: Radiance;
  readonly shaded: Radiance;
}

interface Sheet {
  readonly x: number;
  readonly y: number;
  readonly halfWide: number;
  readonly halfTall: number;
}

/** How far a ball's edge is spread, in shares of the shorter side: in the open, and seen through glass. */
const [open, frosted] = [0.012, 0.11];

export function* paintFrostedPanels(film: Film, scene: Scene): Painting {
  const random = createRandom(scene.seed + 461);
  const { width, height, unit } = film;
  const [named] = scene.palette.map((each) => radianceOf(each));
  const isDark = scene.hour === "night" || scene.hour === "dusk" || (named !== undefined && luma(named) < 0.06);
  const isBright = (isDark || scene.traits.includes("many colours")) && scene.palette.length === 0;
  const swatches = swatchesFor(isBright ? { ...scene, traits: [...scene.traits, "neon"] } : scene);
  const ground = isDark
    ? named === undefined
      ? hex("0b0d1a")
      : between(named, hex("04050c"), 0.72)
    : between(hex("eef0f8"), swatches[4], 0.4);
  const colour = (): Radiance => along(swatches, 0.25 + 0.6 * random());
  const [wide, tall] = [width / unit, height / unit];
  const sheets = sheetsFor(scene, wide, tall);
  // Balls lie about the rims of the sheets, half behind them, where glass is seen to be glass.
  const balls = Array.from({ length: 6 }, (_, n): Ball => {
    const { x, y, halfWide, halfTall } = sheets[n % sheets.length] as Sheet;
    const turn = n * 2.4 + random();
    const lit = colour();
    return {
      x: x + Math.cos(turn) * halfWide * 1.02,
      y: y + Math.sin(turn) * halfTall * 1.02,
      radius: 0.1 + 0.13 * random(),
      lit,
      shaded: between(lit, colour(), 0.7),
    };
  });
  const seen = (u: number, v: number, blur: number, out: Radiance): void => {
    set(out, ground);
    towards(out, swatches[2], (isDark ? 0.16 : 0.12) * Math.exp(-((u / wide - 0.2) ** 2 + (v / tall - 0.9) ** 2) * 4));
    for (const ball of balls) {
      const cover = ramp(ball.radius + blur, ball.radius - blur, lengthOf(u - ball.x, v - ball.y));
      if (cover === 0) continue;
      const side = ramp(-1, 1, (u - ball.x + v - ball.y) / (1.4 * ball.radius + blur));
      towards(out, between(ball.lit, ball.shaded, side), cover);
    }
  };
  yield* expose(film, 0, height, (x, y, out) => {
    const [u, v] = [(x + 0.5) / unit, (y + 0.5) / unit];
    seen(u, v, open, out);
    for (const sheet of sheets) {
      const shade = distanceTo(sheet, u - 0.006, v - 0.02);
      const inside = distanceTo(sheet, u, v);
      dim(out, 1 - 0.22 * ramp(0.05, -0.02, shade) * ramp(-0.001, 0.001, inside));
      const cover = 0.5 - inside * unit;
      if (cover <= 0) continue;
      const behind: Radiance = { r: 0, g: 0, b: 0 };
      seen(u, v, frosted, behind);
      // More light stays in it towards the corner the light comes from.
      const sheen = 0.5 - 0.25 * ((u - sheet.x) / sheet.halfWide + (v - sheet.y) / sheet.halfTall);
      towards(behind, hex("ffffff"), (isDark ? 0.035 : 0.16) + (isDark ? 0.05 : 0.14) * sheen);
      dim(behind, 0.97 + 0.06 * hashPoint(x, y, scene.seed));
      towards(out, behind, cover);
      const rim = ramp(2.2, 0.6, Math.abs(inside * unit + 1));
      add(out, hex("ffffff"), rim * (isDark ? 0.24 : 0.4) * (0.25 + 0.75 * sheen));
    }
  });
}

/** One to write on, with a smaller one that it overlaps; aside where room was asked for. */
function sheetsFor({ seed, room }: Scene, wide: number, tall: number): readonly Sheet[] {
  const side = room === undefined ? (seed % 2 === 0 ? 1 : -1) : room === "left" ? 1 : -1;
  const middle = wide / 2 + (room === undefined ? 0 : side * wide * 0.2);
  const [halfWide, halfTall] = wide > tall ? [0.4, 0.27] : [0.34, 0.4];
  const small: Sheet = {
    x: middle + side * halfWide * 0.86,
    y: tall / 2 + halfTall * 0.72,
    halfWide: halfWide * 0.5,
    halfTall: halfTall * 0.46,
  };
  return [{ x: middle - side * halfWide * 0.14, y: tall / 2 - halfTall * 0.12, halfWide, halfTall }, small];
}

const corner = 0.045;

function distanceTo({ x, y, halfWide, halfTall }: Sheet, u: number, v: number): number {
  const [a, b] = [Math.abs(u - x) - halfWide + corner, Math.abs(v - y) - halfTall + corner];
  return lengthOf(Math.max(a, 0), Math.max(b, 0)) + Math.min(Math.max(a, b), 0) - corner;
}

/** A shore seen from the air: sand, the last wave with its foam, and water that turns from glass to deep blue. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
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
  yield* expose(film, 0, film.height, (x, y, out) => {
    const [px, py] = [(x - film.width / 2) / film.unit, (y - film.height / 2) / film.unit];
    const [u, v] = [px * cos - py * sin, px * sin + py * cos];
    const bays = 0.42 * (noise.fractal(u * 0.9 + 3, scene.seed % 50, 3) - 0.5) + 0.05 * (noise.fractal(u * 6, v * 6, 4) - 0.5);
    // Out into the water it is positive.
    const out_ = v + bays + 0.04;
    const ripple = noise.fractal(u * 26, v * 46 + 3 * noise.value(u * 4, v * 4), 3);
    if (out_ < 0) {
      set(out, sand);
      dim(out, 0.9 + 0.16 * noise.fractal(u * 9, v * 9, 4) + 0.06 * (noise.value(x * 0.9, y * 0.9) - 0.5));
      towards(out, wet, 0.8 * ramp(-0.075, -0.012, out_ + 0.02 * (noise.fractal(u * 10, v * 10, 3) - 0.5)));
    } else {
      set(out, wet);
      const tone: Radiance = { ...shallow };
      towards(tone, deep, ramp(0.12, 0.75, out_ + 0.14 * (noise.fractal(u * 3 + 20, v * 3, 4) - 0.5)));
      towards(out, tone, ramp(0, 0.16, out_) * 0.7 + 0.3);
      // Reefs darken it, and the sun draws its net on the shallows.
      towards(out, hex("0d4a52"), 0.45 * ramp(0.56, 0.7, noise.fractal(u * 4.5 + 60, v * 4.5, 5)) * ramp(0.14, 0.4, out_));
      const net = 1 - Math.abs(2 * noise.fractal(u * 19, v * 19, 2) - 1);
      towards(out, foam, 0.3 * ramp(0.86, 1, net) * ramp(0.5, 0.05, out_));
      dim(out, 0.9 + 0.2 * ripple);
    }
    for (const [at, wide, share] of waves) {
      const from = out_ - at - 0.035 * (noise.fractal(u * 4 + at * 90, at * 30, 3) - 0.5);
      const lace = noise.billow(u * 22 + at * 50, v * 22, 3);
      const body = ramp(-0.004, 0.002, from) * ramp(wide * (0.3 + 1.2 * lace), 0, from);
      towards(out, foam, share * body * (0.45 + 0.75 * (1 - lace)));
    }
    out.r *= shine.r * strength;
    out.g *= shine.g * strength;
    out.b *= shine.b * strength;
  });
}

const waves = [
  [-0.004, 0.045, 1],
  [0.085, 0.05, 0.8],
  [0.2, 0.035, 0.5],
] as const;

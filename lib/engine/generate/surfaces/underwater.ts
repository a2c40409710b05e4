/** Under the sea, looking up aslant: its surface from below, light that falls through it in shafts, and bubbles on their way up. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, between, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

export function* paintUnderwater(film: Film, scene: Scene): Painting {
  const noise = createNoiseField(scene.seed + 471);
  const { width, height, unit } = film;
  const [named] = scene.palette;
  const own = named === undefined ? hex("0f7fae") : between(radianceOf(named), hex("0f7fae"), 0.35);
  const [lit, deep] = [between(own, hex("b8f4f2"), 0.62), between(own, hex("010d1e"), 0.86)];
  // The light falls in beside the middle, away from words.
  const side = scene.room === undefined ? (scene.seed % 2 === 0 ? 1 : -1) : scene.room === "left" ? 1 : -1;
  const [sunX, sunY] = [width / 2 + side * width * 0.16, -height * 0.22];
  const gleam = hex("eafff8");
  yield* expose(film, 0, height, (x, y, out) => {
    const down = y / height;
    const far = lengthOf((x - sunX) * 0.8, y - sunY) / unit;
    set(out, lit);
    towards(out, own, ramp(0.1, 0.75, far));
    towards(out, deep, 0.94 * ramp(0.35, 1.55, far + 0.25 * down));
    // The surface is a net of light that is seen ever flatter.
    const near = ramp(0.24, 0, down);
    if (near > 0) {
      const [u, v] = [((x - sunX) / unit) * (1 + 0.6 * down), 0.35 / (0.3 - down)];
      const warp = noise.fractal(u * 2.2, v * 2, 3) - 0.5;
      const line = 1 - Math.abs(2 * noise.value(u * 4.5 + 2.4 * warp, v * 3.2 + 2 * warp) - 1);
      add(out, gleam, near * (0.16 + 0.5 * Math.exp(-far * 2.2)) * line ** 3);
    }
    const turn = Math.atan2(x - sunX, y - sunY);
    const shaft =
      ramp(0.42, 0.8, noise.fractal(turn * 9 + 40, far * 0.25, 3)) + 0.4 * ramp(0.5, 0.8, noise.value(turn * 34, far * 0.4 + 9));
    add(out, between(lit, gleam, 0.4), 0.34 * shaft * Math.exp(-far * 1.25));
    const mote = noise.value(x * 0.31, y * 0.31);
    add(out, gleam, 0.05 * ramp(0.93, 0.99, mote) * Math.exp(-far * 0.8));
  });
  yield* riseBubbles(film, scene, gleam);
}

/** In strings, small ones and a few large; each a rim of light with a spark. */
function* riseBubbles(film: Film, scene: Scene, gleam: Radiance): Painting {
  const random = createRandom(scene.seed + 472);
  const count = scene.styles.includes("balls") ? 70 : 26;
  const strings = Array.from({ length: 4 }, () => random());
  for (let n = 0; n < count; n++) {
    yield;
    const rise = random();
    const string = strings[n % strings.length] as number;
    const cx = film.width * (string + 0.05 * (random() + random() - 1) * (1 + 1.6 * rise));
    const cy = film.height * (1.02 - rise * 0.95);
    const radius = film.unit * (0.002 + 0.016 * random() ** 3 * (0.5 + rise));
    drawBubble(film, cx, cy, radius, gleam);
  }
}

function drawBubble({ data, width, height }: Film, cx: number, cy: number, radius: number, gleam: Radiance): void {
  for (let y = Math.max(0, Math.floor(cy - radius - 1)); y < Math.min(height, cy + radius + 1); y++) {
    for (let x = Math.max(0, Math.floor(cx - radius - 1)); x < Math.min(width, cx + radius + 1); x++) {
      const [dx, dy] = [(x + 0.5 - cx) / radius, (y + 0.5 - cy) / radius];
      const far = lengthOf(dx, dy);
      const cover = Math.max(0, Math.min(1, (1 - far) * radius + 0.5));
      const rim = 0.05 + (0.12 + 0.4 * ramp(0.6, -0.9, dy)) * ramp(0.55, 0.98, far);
      const light = cover * (rim + 0.7 * ramp(0.26, 0.08, lengthOf(dx + 0.35, dy + 0.4)));
      const at = (y * width + x) * 3;
      data[at] = (data[at] as number) + light * gleam.r;
      data[at + 1] = (data[at + 1] as number) + light * gleam.g;
      data[at + 2] = (data[at + 2] as number) + light * gleam.b;
    }
  }
}

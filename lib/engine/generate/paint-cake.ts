/** A layered cake on a table in soft light; words in quotes are piped onto it. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { box, type Canvas, ellipse, mix, type Painting, paint, stroke } from "./canvas.ts";
import { paintText } from "./paint-text.ts";
import type { Scene } from "./scene.ts";

export function* paintCake(canvas: Canvas, scene: Scene): Painting {
  const { width, height, unit } = canvas;
  const random = createRandom(scene.seed + 5);
  const [cx, half] = [width / 2, Math.min(width * 0.36, unit * 0.42)];
  const [top, bottom] = [height * 0.44, height * 0.76];
  const flat = half * 0.27;
  yield;
  paint(canvas, ellipse(cx, bottom + flat * 0.35, half * 1.35, flat * 1.35), [0, 0, 0], 0.5, unit * 0.05);
  yield;
  paint(canvas, ellipse(cx, bottom + flat * 0.1, half * 1.25, flat * 1.22), (x) =>
    mix([246, 242, 234], [150, 140, 132], Math.abs(x - cx + half * 0.3) / (half * 1.6)),
  );
  const side = (x: number, y: number): Rgb => {
    const u = (x - cx) / half;
    const bow = y + flat * (1 - Math.sqrt(Math.max(0, 1 - u * u)));
    const t = ((bow - top) / (bottom - top + flat)) * 5 + 0.12 * (fractalNoise((x / unit) * 18, 4, scene.seed, 3) - 0.5);
    const isCream = Math.floor(t) % 2 === 1 && t > 0.4;
    const crumb = fractalNoise((x / unit) * 90, (y / unit) * 90, scene.seed + 6, 3);
    const own: Rgb = isCream ? mix([252, 244, 230], [228, 208, 186], crumb * 0.5) : mix([46, 22, 16], [104, 58, 38], crumb);
    return mix(own, [14, 6, 6], 0.04 + 0.42 * Math.abs(u + 0.3) ** 2);
  };
  yield;
  paint(canvas, ellipse(cx, bottom, half, flat), side);
  yield;
  paint(canvas, box(cx - half, top, cx + half, bottom), side);
  yield;
  paint(canvas, ellipse(cx, top, half, flat), (x, y) => {
    const shaving = fractalNoise((x / unit) * 60, (y / unit) * 130, scene.seed + 8, 3);
    return mix(
      mix([250, 242, 228], [222, 204, 184], (x - cx + half) / (2.4 * half)),
      [70, 36, 24],
      shaving > 0.6 && Math.hypot((x - cx) / half, (y - top) / flat) < 0.62 ? 0.85 : 0,
    );
  });
  const rosettes = 12;
  for (let n = 0; n < rosettes; n++) {
    yield;
    // From the back to the front, so that nearer ones cover farther ones.
    const turn = -Math.PI / 2 + (n % 2 === 0 ? 1 : -1) * Math.ceil(n / 2) * ((2 * Math.PI) / rosettes);
    const [x, y] = [cx + Math.cos(turn) * half * 0.82, top + Math.sin(turn) * flat * 0.82];
    const size = half * 0.115 * (1 + 0.15 * Math.sin(turn));
    for (let swirl = 0; swirl < 3; swirl++) {
      const r = size * (1 - 0.27 * swirl);
      paint(canvas, ellipse(x, y - size * 0.38 * swirl, r, r * 0.62), (px, py) =>
        mix([255, 250, 240], [206, 186, 168], (px - x + (py - y) + r) / (3 * r)),
      );
    }
    paintCherry(canvas, x, y - size * 1.1, size * 0.52, random);
  }
  if (scene.text !== undefined) {
    const line = { centreX: cx, centreY: (top + bottom) / 2 + flat * 0.95, width: half * 1.66, height: (bottom - top) * 0.52 };
    yield* paintText(canvas, scene.text, line, [255, 248, 236], { sag: flat * 0.8, shadow: [36, 12, 10] });
  }
}

function paintCherry(canvas: Canvas, x: number, y: number, radius: number, random: () => number): void {
  paint(canvas, ellipse(x, y, radius), (px, py) => mix([206, 22, 40], [74, 4, 18], (px - x + py - y + radius) / (2.6 * radius)));
  paint(canvas, ellipse(x - radius * 0.35, y - radius * 0.4, radius * 0.24, radius * 0.18), [255, 226, 220], 0.85, radius * 0.2);
  paint(
    canvas,
    stroke(
      [
        [x, y - radius * 0.8],
        [x + radius * (0.2 + random() * 0.6), y - radius * 2],
        [x + radius * (0.6 + random()), y - radius * 2.7],
      ],
      radius * 0.16,
    ),
    [70, 84, 30],
  );
}

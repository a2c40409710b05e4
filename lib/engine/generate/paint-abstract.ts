/** When no word is known: flowing colour, its shapes decided by the words themselves. */
import { hslToRgb, type Rgb } from "#lib/pixels/colour.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { type Canvas, mix, type Painting, repaint } from "./canvas.ts";
import type { Scene } from "./scene.ts";

export function* paintAbstract(canvas: Canvas, scene: Scene): Painting {
  const random = createRandom(scene.seed);
  const stops = coloursFor(scene, random);
  const seed = scene.seed & 0xffff;
  const scale = 1.1 + random() * 0.9;
  const turn = random() * Math.PI;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  yield* repaint(canvas, 0, canvas.height, (x, y) => {
    const [px, py] = [((x - canvas.width / 2) / canvas.unit) * scale, ((y - canvas.height / 2) / canvas.unit) * scale];
    const [u, v] = [px * cos - py * sin + 7, px * sin + py * cos + 7];
    // Noise bent by noise bent by noise: folds, as in silk or marbled paper.
    const ax = fractalNoise(u, v, seed, 3);
    const ay = fractalNoise(u + 5.2, v + 1.3, seed, 3);
    const bx = fractalNoise(u + 2.4 * ax, v + 2.4 * ay, seed + 1, 3);
    const fold = fractalNoise(u + 2.6 * bx, v + 1.8 * ay, seed + 2, 4);
    const t = Math.max(0, Math.min(0.999, (fold - 0.22) * 1.75)) * (stops.length - 1);
    const base = mix(stops[Math.floor(t)] as Rgb, stops[Math.floor(t) + 1] as Rgb, t - Math.floor(t));
    const sheen = (ax - ay) * 1.1 + (bx - 0.5) * 0.7;
    return sheen > 0 ? mix(base, [255, 252, 244], sheen * 0.5) : mix(base, [8, 6, 22], -sheen * 0.85);
  });
}

function coloursFor(scene: Scene, random: () => number): readonly Rgb[] {
  const hue = random() * 360;
  if (scene.palette.length > 0) {
    const [first] = scene.palette as readonly [Rgb, ...Rgb[]];
    return [mix(first, [10, 8, 24], 0.7), ...scene.palette, mix(scene.palette[scene.palette.length - 1] as Rgb, [255, 252, 240], 0.7)];
  }
  return [
    hslToRgb(hue - 30, 0.6, 0.12),
    hslToRgb(hue - 8, 0.6, 0.3),
    hslToRgb(hue + 18, 0.66, 0.5),
    hslToRgb(hue + 42, 0.78, 0.66),
    hslToRgb(hue + 56, 0.7, 0.9),
  ];
}

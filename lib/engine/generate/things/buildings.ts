/** Things that stand on the ground: buildings. */
import type { Point } from "#lib/engine/lettering/outlines.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { box, ellipse, mix, paint, polygon } from "../light/canvas.ts";
import { lit } from "../light/palettes.ts";
import type { Painters, Spot } from "./spot.ts";

export const buildings: Painters = { house: paintHouse, lighthouse: paintLighthouse };

function paintHouse({ canvas, scene, light, x, y, size, colour }: Spot): void {
  const [w, h] = [size * 0.5, size * 0.42];
  paint(canvas, ellipse(x, y, w * 1.25, size * 0.07), [0, 0, 0], 0.4, size * 0.1);
  const wall = colour([236, 222, 196]);
  paint(canvas, box(x - w, y - h, x + w, y), (px) => mix(wall, [0, 0, 0], 0.08 + 0.22 * ((px - x + w) / (2 * w))));
  const roof = lit(scene.hasSnow ? [226, 232, 240] : scene.palette.length > 0 ? [92, 76, 72] : [156, 62, 48], light);
  paint(canvas, box(x + w * 0.45, y - h * 2.05, x + w * 0.65, y - h * 1.2), mix(roof, [0, 0, 0], 0.35));
  paint(
    canvas,
    polygon([
      [x - w * 1.15, y - h * 0.94],
      [x - w * 0.72, y - h * 1.85],
      [x + w * 0.72, y - h * 1.85],
      [x + w * 1.15, y - h * 0.94],
    ]),
    (_px, py) => mix(roof, [0, 0, 0], scene.hasSnow ? 0.06 : 0.25 + 0.2 * Math.sin(py / (size * 0.012))),
  );
  paint(canvas, box(x - w * 0.12, y - h * 0.62, x + w * 0.16, y), lit([96, 58, 40], light));
  const pane: Rgb = scene.hour === "day" ? [128, 170, 196] : [255, 214, 128];
  for (const at of [-0.62, 0.56]) {
    paint(canvas, box(x + w * (at - 0.19), y - h * 0.7, x + w * (at + 0.19), y - h * 0.3), lit([250, 246, 238], light));
    paint(canvas, box(x + w * (at - 0.15), y - h * 0.66, x + w * (at + 0.15), y - h * 0.34), pane);
    paint(canvas, box(x + w * (at - 0.012), y - h * 0.66, x + w * (at + 0.012), y - h * 0.34), lit([250, 246, 238], light));
  }
}

function paintLighthouse(spot: Spot): void {
  const { canvas, scene, light, x, y, size, colour } = spot;
  const top = y - size * 1.5;
  if (!scene.traits.includes("headland")) paintRock(spot);
  const red = colour([190, 48, 44]);
  paint(
    canvas,
    polygon([
      [x - size * 0.16, y],
      [x - size * 0.09, top],
      [x + size * 0.09, top],
      [x + size * 0.16, y],
    ]),
    (px, py) => {
      const band = Math.floor((y - py) / (size * 0.3)) % 2 === 0 ? lit([246, 242, 234], light) : red;
      return mix(band, [0, 0, 0], 0.4 * ((px - x) / (size * 0.3) + 0.4));
    },
  );
  paint(canvas, box(x - size * 0.12, top - size * 0.03, x + size * 0.12, top + size * 0.02), [40, 40, 44]);
  paint(canvas, box(x - size * 0.06, top - size * 0.16, x + size * 0.06, top - size * 0.03), [255, 236, 170]);
  paint(
    canvas,
    polygon([
      [x - size * 0.09, top - size * 0.16],
      [x, top - size * 0.28],
      [x + size * 0.09, top - size * 0.16],
    ]),
    mix(red, [0, 0, 0], 0.3),
  );
  if (scene.hour === "day" || scene.hour === "golden") return;
  // The beam thins out: cones of growing length, one within the other.
  for (let n = 1; n <= 10; n++) {
    const reach = (size * 1.5 * n) / 10;
    paint(
      canvas,
      polygon([
        [x, top - size * 0.1],
        [x - reach, top - size * 0.1 - reach * 0.2],
        [x - reach, top - size * 0.1 + reach * 0.12],
      ]),
      [255, 240, 190],
      0.045,
      size * 0.1,
    );
  }
  for (const reach of [0.32, 0.18, 0.09])
    paint(canvas, ellipse(x, top - size * 0.1, size * reach), [255, 236, 170], 0.16, size * reach * 1.6);
}

/** Broken stone that rises out of the sea. */
function paintRock({ canvas, scene, light, x, y, size }: Spot): void {
  const random = createRandom(scene.seed + 47);
  const outline = Array.from({ length: 17 }, (_, n): Point => {
    const t = n / 16;
    const dome = Math.sin(Math.PI * t) ** 0.7;
    return [x + (t - 0.5) * size * 1.25, y + size * 0.12 - size * (0.19 * dome + 0.05 * (random() - 0.5) * dome)];
  });
  const stone = lit([104, 96, 88], light);
  paint(canvas, polygon(outline), (px, py) => {
    const crag = ridgedNoise((px - x) / (size * 0.16), (py - y) / (size * 0.1), scene.seed);
    return mix(stone, [12, 12, 16], 0.15 + 0.6 * crag + 0.25 * ((py - y) / (size * 0.12)) - 0.2 * ((px - x) / size) * light.sunRight);
  });
}

function ridgedNoise(x: number, y: number, seed: number): number {
  return 1 - Math.abs(2 * fractalNoise(x, y, seed, 4) - 1) - 0.5;
}

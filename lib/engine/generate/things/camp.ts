/** A camp: a ridge tent of cloth, in which by dark there is a lamp, and a fire. */
import type { Point } from "#lib/engine/lettering/outlines.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { lengthOf } from "#lib/pixels/length.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { ellipse, mix, paint, polygon, stroke } from "../light/canvas.ts";
import { lit } from "../light/palettes.ts";
import type { Spot } from "./spot.ts";

export function paintTent({ canvas, scene, light, x, y, size, colour }: Spot): void {
  const isLit = scene.hour === "night" || scene.hour === "dusk" || scene.hour === "storm";
  const cloth: Rgb = isLit ? (scene.colours.tent ?? [232, 132, 48]) : colour([214, 112, 52]);
  const at = (u: number, v: number): Point => [x + u * size, y - v * size];
  if (isLit)
    for (const reach of [0.85, 0.7, 0.5])
      paint(canvas, ellipse(x, y - size * 0.15, size * reach, size * reach * 0.42), [255, 168, 80], 0.14, size * reach * 0.8);
  const bulge = (from: Point, to: Point, sag: number): Point[] =>
    Array.from({ length: 9 }, (_, n): Point => {
      const t = n / 8;
      return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1]) + Math.sin(Math.PI * t) * sag * size];
    });
  const inner = (px: number, py: number): Rgb => {
    const far = lengthOf((px - x) / (size * 0.55), (py - y + size * 0.16) / (size * 0.5));
    const glow = isLit ? Math.exp(-far * far * 1.5) : 0;
    return mix(mix(cloth, isLit ? [70, 26, 12] : [30, 16, 16], isLit ? 0.5 : 0.12), [255, 232, 150], 0.9 * glow);
  };
  // The long side falls away from the ridge; the front stands open.
  paint(
    canvas,
    polygon([...bulge(at(-0.16, 0.62), at(0.62, 0.54), 0.03), ...bulge(at(0.62, 0.54), at(0.98, 0.0), 0.03), at(0.12, 0)]),
    (px, py) => mix(inner(px, py), [16, 8, 14], 0.18 + 0.25 * ((px - x) / size)),
  );
  paint(
    canvas,
    polygon([...bulge(at(-0.16, 0.62), at(-0.72, 0), 0.04), at(0.3, 0), ...bulge(at(0.3, 0), at(-0.16, 0.62), 0.03)]),
    (px, py) => mix(inner(px, py), [255, 220, 170], isLit ? 0.06 : 0.12),
  );
  paint(canvas, polygon([at(-0.16, 0.52), at(-0.34, 0), at(0.06, 0)]), isLit ? [255, 236, 178] : lit([54, 40, 40], light), 0.92);
  paint(canvas, polygon([at(-0.16, 0.54), at(-0.36, 0), at(-0.24, 0)]), mix(cloth, [255, 226, 180], 0.25));
  for (const [from, to] of [
    [at(-0.16, 0.62), at(-1.0, 0)],
    [at(0.62, 0.54), at(1.3, 0)],
  ] as const)
    paint(canvas, stroke([from, to], Math.max(0.6, size * 0.008)), lit([190, 180, 160], light), 0.7);
}

/** Logs leant together, and tongues of flame that are whitest at their foot. */
export function paintCampfire({ canvas, scene, light, x, y, size }: Spot): void {
  const random = createRandom(scene.seed + 53);
  for (const reach of [0.95, 0.7, 0.45])
    paint(canvas, ellipse(x, y - size * 0.12, size * reach, size * reach * 0.5), [255, 150, 60], 0.15, size * reach * 0.8);
  for (const lean of [-1, -0.4, 0.5, 1])
    paint(
      canvas,
      stroke(
        [
          [x + lean * size * 0.3, y],
          [x - lean * size * 0.06, y - size * 0.2],
        ],
        size * 0.06,
      ),
      lit([70, 44, 30], light),
    );
  for (let n = 0; n < 26; n++) {
    const u = (random() + random() - 1) * 0.9;
    const tall = size * (0.2 + 0.42 * random()) * (1 - 0.7 * Math.abs(u));
    const hot = random();
    const foot: Point = [x + u * size * 0.16, y - size * 0.06];
    const tip: Point = [foot[0] + (random() - 0.5) * size * 0.1, foot[1] - tall];
    const half = size * 0.045 * (1 - 0.5 * hot);
    paint(
      canvas,
      polygon([
        [foot[0] - half, foot[1]],
        [tip[0], tip[1]],
        [foot[0] + half, foot[1]],
      ]),
      mix([255, 128, 28], [255, 240, 170], hot),
      0.5,
      size * 0.04,
    );
  }
}

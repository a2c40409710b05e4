/** A fishing boat at its mooring: a high bow, a cabin towards the stern, a mast with its stays and no sail. */
import type { Point } from "#lib/engine/lettering/outlines.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { box, ellipse, mix, paint, polygon, stroke } from "../light/canvas.ts";
import { lit } from "../light/palettes.ts";
import type { Spot } from "./spot.ts";

/** As boats are painted that are painted every spring. */
const hulls: readonly Rgb[] = [
  [38, 84, 124],
  [170, 52, 44],
  [44, 104, 92],
  [226, 222, 210],
  [206, 148, 52],
];

export function paintFishingBoat({ canvas, scene, light, x, y, size: long, colour }: Spot): void {
  const size = 1.35 * long;
  const random = createRandom(scene.seed + 53);
  const side = random() < 0.5 ? -1 : 1;
  const hull = scene.colours.boat === undefined ? lit(hulls[Math.floor(random() * hulls.length)] as Rgb, light) : colour([38, 84, 124]);
  const at = (u: number, v: number): Point => [x + side * u * size, y - v * size];
  const dark: Rgb = [14, 12, 18];
  const white = lit([240, 236, 226], light);
  const wood = lit([120, 88, 60], light);
  const steps = Array.from({ length: 17 }, (_, n) => n / 16);
  // From stern to bow the rail falls and rises.
  const rail = steps.map((t): Point => at(-0.44 + 0.94 * t, 0.13 + 0.17 * Math.max(0, t - 0.35) ** 1.7 * 2 + 0.05 * (1 - t) ** 3));
  const line = steps.map((t): Point => at(-0.42 + 0.84 * t, 0.03));
  const keel = steps.map((t): Point => at(-0.41 + 0.81 * t, -0.03));
  paint(canvas, polygon([...line, ...keel.reverse()]), mix(lit([120, 44, 38], light), dark, 0.25));
  paint(canvas, polygon([...rail, ...line.slice().reverse()]), (px, py) => {
    const along = (px - x) / size;
    return mix(
      hull,
      dark,
      0.12 + 1.5 * Math.max(0, (py - y) / size + 0.13) + 0.2 * Math.max(-0.4, along * -Math.sign(light.sunRight || 1)),
    );
  });
  paint(canvas, stroke(rail, Math.max(1, size * 0.016)), white);
  // Its house, with a window on each side of a corner.
  const house: readonly Point[] = [at(-0.34, 0.12), at(-0.34, 0.36), at(-0.06, 0.36), at(-0.02, 0.12)];
  paint(canvas, polygon([...house]), (px) => mix(white, dark, 0.12 + (side * (px - x) > -0.2 * size ? 0.14 : 0)));
  paint(canvas, polygon([at(-0.38, 0.36), at(-0.38, 0.385), at(-0.02, 0.385), at(-0.02, 0.36)]), mix(hull, dark, 0.2));
  const isLit = scene.hour === "night" || scene.hour === "dusk";
  for (const u of [-0.29, -0.18]) {
    const [from, to] = side > 0 ? [at(u, 0.32), at(u + 0.07, 0.23)] : [at(u + 0.07, 0.32), at(u, 0.23)];
    paint(canvas, box(from[0], from[1], to[0], to[1]), isLit ? [255, 214, 140] : lit([70, 96, 112], light));
  }
  const thick = Math.max(0.8, size * 0.014);
  paint(canvas, stroke([at(0.1, 0.12), at(0.1, 0.78 + 0.12 * random())], thick), wood);
  paint(canvas, stroke([at(0.1, 0.24), at(0.34, 0.52)], thick * 0.7), wood);
  for (const [u, v] of [
    [0.48, 0.31],
    [-0.36, 0.39],
    [0.34, 0.52],
  ] as const)
    paint(canvas, stroke([at(0.1, 0.76), at(u, v)], Math.max(0.5, size * 0.004)), mix(wood, dark, 0.4), 0.7);
  for (const u of [-0.1, 0.08, 0.26]) {
    const [fx, fy] = at(u, 0.07);
    paint(canvas, ellipse(fx, fy, size * 0.022, size * 0.03), lit([214, 112, 52], light));
  }
}

/** Things that move: on water, on the road, through the air. */

import type { Point } from "#lib/engine/lettering/outlines.ts";
import { ellipse, mix, paint, polygon } from "../light/canvas.ts";
import { lit } from "../light/palettes.ts";
import { paintBalloon } from "./balloon.ts";
import { paintBoat } from "./boat.ts";
import type { Painters, Spot } from "./spot.ts";

export const vehicles: Painters = { boat: paintBoat, car: paintCar };
export const aircraft: Painters = { balloon: paintBalloon, rocket: paintRocket };

function paintCar({ canvas, scene, light, x, y, size, colour }: Spot): void {
  const body = colour([196, 40, 44]);
  const at = (u: number, v: number): Point => [x + u * size, y + v * size];
  paint(canvas, ellipse(x, y, size * 0.66, size * 0.05), [0, 0, 0], 0.55, size * 0.08);
  paint(
    canvas,
    polygon([
      at(-0.62, -0.06),
      at(-0.64, -0.2),
      at(-0.56, -0.25),
      at(-0.36, -0.28),
      at(-0.2, -0.44),
      at(0.16, -0.44),
      at(0.34, -0.28),
      at(0.58, -0.22),
      at(0.64, -0.14),
      at(0.63, -0.06),
    ]),
    (_px, py) => {
      const t = (y - py) / (size * 0.44);
      return t > 0.5 && t < 0.56
        ? mix(body, [255, 255, 255], 0.5)
        : mix(mix(body, [0, 0, 0], 0.5), mix(body, [255, 255, 255], 0.18), t * 1.2);
    },
  );
  const glass = lit([120, 156, 176], light);
  paint(canvas, polygon([at(-0.31, -0.28), at(-0.18, -0.41), at(-0.03, -0.41), at(-0.03, -0.28)]), (_px, py) =>
    mix(glass, [20, 30, 40], (py - y) / size + 0.7),
  );
  paint(canvas, polygon([at(0, -0.28), at(0, -0.41), at(0.14, -0.41), at(0.28, -0.28)]), (_px, py) =>
    mix(glass, [20, 30, 40], (py - y) / size + 0.7),
  );
  for (const wheel of [-0.38, 0.4]) {
    paint(canvas, ellipse(x + wheel * size, y - size * 0.07, size * 0.115), [20, 20, 24]);
    paint(canvas, ellipse(x + wheel * size, y - size * 0.07, size * 0.06), lit([186, 190, 196], light));
  }
  paint(canvas, ellipse(x + size * 0.6, y - size * 0.17, size * 0.035, size * 0.025), [255, 244, 200]);
  if (scene.hour !== "day")
    paint(canvas, ellipse(x + size * 0.7, y - size * 0.16, size * 0.22, size * 0.08), [255, 240, 190], 0.35, size * 0.2);
}

function paintRocket({ canvas, light, x, y, size, colour }: Spot): void {
  const at = (u: number, v: number): Point => [x + (u * 0.87 + v * -0.5) * size, y + (u * 0.5 + v * 0.87) * size];
  const fin = colour([206, 58, 50]);
  paint(
    canvas,
    polygon([at(-0.09, 0.42), at(0, 1.1), at(0.09, 0.42)]),
    (_px, py) => mix([255, 240, 170], [255, 96, 30], (py - y) / size - 0.3),
    0.9,
    size * 0.06,
  );
  paint(canvas, polygon([at(-0.12, 0.15), at(-0.26, 0.48), at(-0.08, 0.4), at(0.08, 0.4), at(0.26, 0.48), at(0.12, 0.15)]), fin);
  const hull = lit([236, 238, 242], light);
  paint(
    canvas,
    polygon([
      at(0, -0.55),
      at(0.07, -0.4),
      at(0.12, -0.2),
      at(0.13, 0.1),
      at(0.09, 0.42),
      at(-0.09, 0.42),
      at(-0.13, 0.1),
      at(-0.12, -0.2),
      at(-0.07, -0.4),
    ]),
    (px, py) => mix(hull, [40, 50, 76], Math.max(0, 0.35 + ((px - x) * 0.87 + (py - y) * 0.5) / (size * 0.26))),
  );
  paint(canvas, polygon([at(0, -0.55), at(0.07, -0.4), at(0.1, -0.28), at(-0.1, -0.28), at(-0.07, -0.4)]), fin);
  const [wx, wy] = at(0, -0.08);
  paint(canvas, ellipse(wx, wy, size * 0.07), [52, 60, 78]);
  paint(canvas, ellipse(wx, wy, size * 0.052), (px, py) => mix([150, 220, 246], [24, 74, 120], (px - wx + py - wy) / (size * 0.14) + 0.5));
}

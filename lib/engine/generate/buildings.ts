/** Things that stand on the ground: buildings. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { box, ellipse, mix, paint, polygon } from "./canvas.ts";
import { lit } from "./palettes.ts";
import type { Painters, Spot } from "./spot.ts";

export const buildings: Painters = { house: paintHouse, lighthouse: paintLighthouse };

function paintHouse({ canvas, scene, light, x, y, size, colour }: Spot): void {
  const [w, h] = [size * 0.5, size * 0.42];
  paint(canvas, ellipse(x, y, w * 1.25, size * 0.07), [0, 0, 0], 0.4, size * 0.1);
  const wall = colour([236, 222, 196]);
  paint(canvas, box(x - w, y - h, x + w, y), (px) => mix(wall, [0, 0, 0], 0.08 + 0.22 * ((px - x + w) / (2 * w))));
  const roof = lit(scene.palette.length > 0 ? [92, 76, 72] : [156, 62, 48], light);
  paint(canvas, box(x + w * 0.45, y - h * 2.05, x + w * 0.65, y - h * 1.2), mix(roof, [0, 0, 0], 0.35));
  paint(
    canvas,
    polygon([
      [x - w * 1.15, y - h * 0.94],
      [x - w * 0.72, y - h * 1.85],
      [x + w * 0.72, y - h * 1.85],
      [x + w * 1.15, y - h * 0.94],
    ]),
    (_px, py) => mix(roof, [0, 0, 0], 0.25 + 0.2 * Math.sin(py / (size * 0.012))),
  );
  paint(canvas, box(x - w * 0.12, y - h * 0.62, x + w * 0.16, y), lit([96, 58, 40], light));
  const pane: Rgb = scene.hour === "day" ? [128, 170, 196] : [255, 214, 128];
  for (const at of [-0.62, 0.56]) {
    paint(canvas, box(x + w * (at - 0.19), y - h * 0.7, x + w * (at + 0.19), y - h * 0.3), lit([250, 246, 238], light));
    paint(canvas, box(x + w * (at - 0.15), y - h * 0.66, x + w * (at + 0.15), y - h * 0.34), pane);
    paint(canvas, box(x + w * (at - 0.012), y - h * 0.66, x + w * (at + 0.012), y - h * 0.34), lit([250, 246, 238], light));
  }
}

function paintLighthouse({ canvas, scene, light, x, y, size, colour }: Spot): void {
  const top = y - size * 1.5;
  paint(canvas, ellipse(x, y + size * 0.02, size * 0.5, size * 0.14), lit([84, 78, 74], light));
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
  if (scene.hour !== "day") {
    paint(
      canvas,
      polygon([
        [x, top - size * 0.1],
        [0, top - size * 0.55],
        [0, top + size * 0.2],
      ]),
      [255, 240, 190],
      0.25,
      size * 0.12,
    );
  }
}

/** What turns in the wind: an old mill with canvas on its sails, and a turbine. */
import type { Point } from "#lib/engine/lettering/outlines.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { box, ellipse, mix, paint, polygon, stroke } from "../light/canvas.ts";
import { lit } from "../light/palettes.ts";
import type { Painters, Spot } from "./spot.ts";

export const mills: Painters = { windmill: paintMill, turbine: paintTurbine };

function paintMill({ canvas, scene, light, x, y, size, colour }: Spot): void {
  const random = createRandom(scene.seed + 51);
  const side = Math.sign(light.sunRight) || -1;
  const top = y - size * 1.12;
  const wall = colour([214, 196, 168]);
  const brick = lit([126, 74, 54], light);
  const bodyAt = (v: number): number => size * (0.27 - 0.12 * v);
  const tower = Array.from({ length: 9 }, (_, n): Point => [x - bodyAt(n / 8), y - (y - top) * (n / 8)]);
  const other = Array.from({ length: 9 }, (_, n): Point => [x + bodyAt(1 - n / 8), top + (y - top) * (n / 8)]);
  paint(canvas, polygon([...tower, ...other]), (px, py) => {
    const v = (y - py) / (y - top);
    const u = (px - x) / bodyAt(v);
    const course = Math.abs(((v * 26) % 1) - 0.5) < 0.06 ? 0.07 : 0;
    const own = v < 0.3 ? brick : wall;
    return mix(mix(own, [255, 246, 226], 0.12), [22, 18, 28], Math.max(0, 0.3 - 0.34 * u * side + 0.16 * u * u + course));
  });
  // The gallery, the cap and the door.
  paint(canvas, box(x - size * 0.31, y - size * 0.37, x + size * 0.31, y - size * 0.345), lit([92, 66, 44], light));
  for (let n = -3; n <= 3; n++)
    paint(
      canvas,
      stroke(
        [
          [x + n * size * 0.095, y - size * 0.37],
          [x + n * size * 0.095, y - size * 0.45],
        ],
        size * 0.008,
      ),
      lit([92, 66, 44], light),
    );
  paint(
    canvas,
    stroke(
      [
        [x - size * 0.31, y - size * 0.45],
        [x + size * 0.31, y - size * 0.45],
      ],
      size * 0.009,
    ),
    lit([92, 66, 44], light),
  );
  const cap = Array.from({ length: 15 }, (_, n): Point => {
    const turn = Math.PI * (n / 14);
    return [x - Math.cos(turn) * size * 0.185, top - Math.sin(turn) * size * 0.17 + size * 0.02];
  });
  paint(canvas, polygon(cap), (px) => mix(lit([86, 62, 48], light), [12, 10, 16], 0.3 - (0.3 * side * (px - x)) / (size * 0.185)));
  paint(canvas, box(x - size * 0.055, y - size * 0.2, x + size * 0.055, y), lit([74, 48, 34], light));
  for (const v of [0.5, 0.72])
    paint(
      canvas,
      box(x - size * 0.03, y - size * (v * 1.12 + 0.05), x + size * 0.03, y - size * v * 1.12),
      mix(lit([70, 84, 96], light), [10, 14, 24], 0.4),
    );
  const [hubX, hubY] = [x + size * 0.02, top - size * 0.02];
  const turn = 0.35 + 0.6 * random();
  for (let n = 0; n < 4; n++) paintSail({ canvas, light, x: hubX, y: hubY, size, turn: turn + (n * Math.PI) / 2 });
  paint(canvas, ellipse(hubX, hubY, size * 0.032), lit([60, 44, 34], light));
}

/** A lattice on one side of its spar, with canvas over most of it. */
function paintSail({
  canvas,
  light,
  x,
  y,
  size,
  turn,
}: Pick<Spot, "canvas" | "light" | "x" | "y" | "size"> & { readonly turn: number }): void {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const at = (along: number, across: number): Point => [x + (cos * along - sin * across) * size, y + (sin * along + cos * across) * size];
  const wood = lit([88, 62, 42], light);
  const cloth = lit([232, 218, 190], light);
  paint(
    canvas,
    polygon([at(0.16, 0.012), at(0.76, 0.012), at(0.76, 0.15), at(0.16, 0.13)]),
    mix(cloth, [60, 52, 60], 0.12 + 0.18 * Math.max(0, sin)),
    0.9,
  );
  for (let n = 0; n <= 8; n++) paint(canvas, stroke([at(0.16 + n * 0.075, 0), at(0.16 + n * 0.075, 0.15)], size * 0.007), wood, 0.8);
  paint(canvas, stroke([at(0.16, 0.075), at(0.76, 0.08)], size * 0.006), wood, 0.8);
  paint(canvas, stroke([at(0, 0), at(0.78, 0)], size * 0.02), wood);
}

function paintTurbine({ canvas, scene, light, x, y, size }: Spot): void {
  const random = createRandom(scene.seed + 52);
  const side = Math.sign(light.sunRight) || -1;
  const white = lit([244, 245, 246], light);
  const top = y - size * 1.35;
  paint(
    canvas,
    polygon([
      [x - size * 0.026, y],
      [x - size * 0.012, top],
      [x + size * 0.012, top],
      [x + size * 0.026, y],
    ]),
    (px) => mix(white, [60, 70, 90], 0.26 - (0.28 * side * (px - x)) / (size * 0.026)),
  );
  const turn = random() * 2.1;
  for (let n = 0; n < 3; n++) {
    const [cos, sin] = [Math.cos(turn + (n * Math.PI * 2) / 3), Math.sin(turn + (n * Math.PI * 2) / 3)];
    const at = (along: number, across: number): Point => [
      x + (cos * along - sin * across) * size,
      top + (sin * along + cos * across) * size,
    ];
    paint(
      canvas,
      polygon([at(0, 0.012), at(0.1, 0.032), at(0.68, 0.004), at(0.68, -0.002), at(0, -0.014)]),
      mix(white, [60, 70, 90], 0.1 + 0.12 * Math.max(0, sin)),
    );
  }
  paint(canvas, ellipse(x, top, size * 0.024), white);
}

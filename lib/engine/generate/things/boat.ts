/** A sloop (a hull with a sheer, a mast, a mainsail and a jib that the wind fills) and a boat that is rowed. */
import type { Point } from "#lib/engine/lettering/outlines.ts";
import { box, mix, paint, polygon, stroke } from "../light/canvas.ts";
import { lit } from "../light/palettes.ts";
import { paintFishingBoat } from "./fishing-boat.ts";
import { standUpright } from "./person.ts";
import type { Spot } from "./spot.ts";

export function paintBoat(spot: Spot): void {
  if (spot.scene.traits.includes("harbour") && spot.scene.setting !== "lake" && !spot.scene.traits.includes("sails"))
    paintFishingBoat(spot);
  else if (spot.scene.traits.includes("rowing boat")) paintRowingBoat(spot);
  else paintSloop(spot);
}

/** Long and low, turned up at both ends; against the light somebody stands in it with a pole. */
function paintRowingBoat({ canvas, scene, light, x, y, size, colour }: Spot): void {
  const steps = Array.from({ length: 21 }, (_, n) => n / 10 - 1);
  const rail = (u: number): Point => [x + u * size * 0.5, y - size * (0.06 + 0.085 * Math.abs(u) ** 2.6)];
  const keel = (u: number): Point => [x + u * size * 0.47, y + size * 0.035 * (1 - u * u) - size * 0.1 * Math.abs(u) ** 5];
  const plank = colour([112, 78, 52]);
  paint(canvas, polygon([...steps.map(rail), ...steps.map(keel).reverse()]), (_px, py) => {
    const down = (py - y) / size + 0.14;
    const strake = Math.abs(((down * 26) % 1) - 0.5) < 0.1 ? 0.16 : 0;
    return mix(plank, [14, 8, 10], 0.1 + 2.8 * down + strake);
  });
  const inside = steps.map((u): Point => [x + u * size * 0.46, y - size * (0.052 + 0.08 * Math.abs(u) ** 2.6)]);
  paint(canvas, polygon([...steps.map(rail), ...inside.reverse()]), lit([176, 138, 98], light));
  if (!scene.traits.includes("silhouette")) {
    paint(
      canvas,
      stroke(
        [
          [x - size * 0.16, y - size * 0.09],
          [x + size * 0.3, y + size * 0.02],
        ],
        size * 0.012,
      ),
      lit([150, 112, 74], light),
    );
    return;
  }
  standUpright(canvas, x + size * 0.2, y - size * 0.05, size * 0.36, 1);
  paint(
    canvas,
    stroke(
      [
        [x + size * 0.13, y - size * 0.46],
        [x + size * 0.34, y + size * 0.02],
      ],
      size * 0.01,
    ),
    [16, 14, 20],
  );
}

function paintSloop({ canvas, light, x, y, size, colour }: Spot): void {
  const side = Math.sign(light.sunRight) || -1;
  const at = (u: number, v: number): Point => [x + u * size, y + v * size];
  const curve = (from: Point, bend: Point, to: Point): Point[] =>
    Array.from({ length: 13 }, (_, n): Point => {
      const t = n / 12;
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
      return [a * from[0] + b * bend[0] + c * to[0], a * from[1] + b * bend[1] + c * to[1]];
    });
  const cloth = lit([252, 247, 236], light);
  paint(canvas, box(x - size * 0.009, y - size * 1.08, x + size * 0.009, y - size * 0.1), lit([104, 76, 52], light));
  const sail = (luff: number, foot: number, head: number, belly: number): void => {
    const leech = curve(at(luff, -head), at(luff + (foot - luff) * (0.5 + belly), -head * 0.58), at(foot, -0.19));
    paint(canvas, polygon([...leech, ...curve(at(foot, -0.19), at((luff + foot) / 2, -0.15), at(luff, -0.17))]), (px, py) => {
      const across = (px - x - luff * size) / ((foot - luff) * size);
      const up = (y - py) / (head * size);
      const seam = Math.abs(((up * 7) % 1) - 0.5) < 0.02 ? 0.06 : 0;
      const full = Math.sin(Math.PI * Math.min(1, Math.max(0, across)));
      const shade = 0.3 - 0.2 * full + 0.14 * across * (foot > luff ? -side : side) + 0.1 * (1 - up) + seam;
      return mix(cloth, [74, 78, 104], Math.max(0, shade));
    });
  };
  sail(0.018, 0.42, 1.04, 0.16);
  sail(-0.018, -0.36, 0.94, 0.1);
  const hull = colour([164, 46, 40]);
  const deck = curve(at(-0.46, -0.15), at(0, -0.085), at(0.47, -0.165));
  const keel = curve(at(0.47, -0.165), at(0.3, 0.045), at(0.05, 0.03)).concat(curve(at(0.05, 0.03), at(-0.3, 0.04), at(-0.46, -0.15)));
  paint(canvas, polygon([...deck, ...keel]), (px, py) => {
    const down = (py - y) / size + 0.14;
    const along = (px - x) / (size * 0.46);
    if (down > 0.125) return mix(lit([238, 232, 220], light), [40, 50, 70], 0.25);
    return mix(mix(hull, [255, 244, 230], 0.14), [20, 8, 16], 0.12 + 2.4 * down - 0.16 * along * side);
  });
  const rail = curve(at(-0.46, -0.15), at(0, -0.085), at(0.47, -0.165));
  paint(canvas, polygon([...rail, ...rail.map(([px, py]): Point => [px, py + size * 0.018]).reverse()]), lit([214, 176, 122], light));
}

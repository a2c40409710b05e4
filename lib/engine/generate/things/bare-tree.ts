/** A tree without a leaf: it forks until its twigs are threads. */
import type { Point } from "#lib/engine/lettering/outlines.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { ellipse, mix, paint, polygon } from "../light/canvas.ts";
import { lit } from "../light/palettes.ts";
import type { Spot } from "./spot.ts";

const forks = 8;

export function paintBareTree({ canvas, scene, light, x, y, size, colour }: Spot): void {
  const random = createRandom(scene.seed + 37);
  const bark = mix(lit(colour([58, 46, 40]), light), [8, 8, 12], scene.hour === "night" ? 0.55 : 0.25);
  const snow = lit([232, 238, 246], light);
  paint(canvas, ellipse(x, y, size * 0.22, size * 0.025), [0, 0, 0], 0.3, size * 0.06);
  const grow = ([fromX, fromY]: Point, turn: number, long: number, thick: number, depth: number): void => {
    // Boughs reach up again after they have bent out.
    const bent = turn + (random() - 0.5) * 0.35;
    const to: Point = [fromX + Math.sin(bent) * long, fromY - Math.cos(bent) * long];
    const [nx, ny] = [(Math.cos(bent) * thick) / 2, (Math.sin(bent) * thick) / 2];
    const end = 0.72;
    const limb = polygon([
      [fromX - nx, fromY - ny],
      [to[0] - nx * end, to[1] - ny * end],
      [to[0] + nx * end, to[1] + ny * end],
      [fromX + nx, fromY + ny],
    ]);
    const isSnowy = scene.hasSnow && Math.abs(bent) > 0.45;
    paint(canvas, limb, (_x, py) => (isSnowy && py < (fromY + to[1]) / 2 ? mix(bark, snow, 0.5) : bark), Math.min(1, 0.35 + thick));
    if (depth === 0 || long < 1.5) return;
    const wide = 0.34 + 0.28 * random();
    grow(to, bent * 0.82 - wide, long * (0.66 + 0.18 * random()), thick * 0.68, depth - 1);
    grow(to, bent * 0.82 + wide * (0.7 + 0.5 * random()), long * (0.62 + 0.2 * random()), thick * 0.62, depth - 1);
    if (random() < 0.22) grow(to, bent * 0.5, long * 0.6, thick * 0.5, Math.max(0, depth - 2));
  };
  grow([x, y + size * 0.01], (random() - 0.5) * 0.16, size * 0.34, size * 0.085, forks);
}

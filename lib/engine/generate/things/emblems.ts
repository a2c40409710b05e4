import type { Point } from "#lib/engine/lettering/outlines.ts";
import { box, ellipse, mix, paint, polygon } from "../light/canvas.ts";
import { paintBirds } from "./birds.ts";
import { paintPerson } from "./person.ts";
import type { Painters, Spot } from "./spot.ts";

export const emblems: Painters = { birds: paintBirds, person: paintPerson, heart: paintHeart, lantern: paintLantern };

/** A paper lantern that hangs, or rises, in the air with a light in it. */
function paintLantern({ canvas, scene, x, y, size, colour }: Spot): void {
  const [wide, tall] = [size * 0.42, size * 0.36];
  // By night it is its own light.
  const isDark = scene.hour === "night" || scene.hour === "dusk";
  const own = isDark ? (scene.colours.lantern ?? [214, 40, 30]) : colour([214, 40, 30]);
  for (const reach of [1.7, 1.35]) paint(canvas, ellipse(x, y, wide * reach), [255, 130, 50], 0.1, wide * reach);
  paint(canvas, ellipse(x, y, wide, tall), (px, py) => {
    const [u, v] = [(px - x) / wide, (py - y) / tall];
    const round = Math.max(0.05, Math.sqrt(Math.max(0, 1 - v * v)));
    const rib = Math.abs(Math.sin(Math.asin(Math.max(-1, Math.min(1, u / round))) * 8));
    const glow = Math.exp(-(u * u * 2.4 + (v - 0.2) ** 2 * 2.2));
    return mix(
      mix(mix(own, [40, 0, 0], 0.4 * (1 - Math.sqrt(Math.max(0, 1 - u * u)))), [255, 206, 120], 0.8 * glow),
      [90, 10, 8],
      rib < 0.12 ? 0.3 : 0,
    );
  });
  for (const end of [-1, 1])
    paint(
      canvas,
      box(x - wide * 0.36, y + end * tall * 0.96 - tall * 0.08, x + wide * 0.36, y + end * tall * 0.96 + tall * 0.08),
      [214, 164, 74],
    );
  paint(canvas, box(x - wide * 0.05, y + tall, x + wide * 0.05, y + tall * 2), [206, 150, 60]);
}

function paintHeart({ canvas, x, y, size, colour }: Spot): void {
  const points = Array.from({ length: 48 }, (_, n): Point => {
    const t = (n / 48) * Math.PI * 2;
    return [
      x + (size * 0.028 * 16 * Math.sin(t) ** 3) / 1,
      y - size * 0.028 * (13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t)),
    ];
  });
  const own = colour([222, 36, 66]);
  paint(canvas, polygon(points), (px, py) =>
    mix(mix(own, [255, 220, 225], 0.35), mix(own, [60, 0, 20], 0.5), (px - x + py - y) / size + 0.5),
  );
}

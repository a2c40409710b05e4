/** Gulls on the wing, each with its wings at another beat. */
import type { Point } from "#lib/engine/lettering/outlines.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { ellipse, paint, polygon } from "../light/canvas.ts";
import type { Spot } from "./spot.ts";

const dark = [26, 28, 36] as const;

export function paintBirds({ canvas, scene, x, y, size }: Spot): void {
  const random = createRandom(scene.seed + 37);
  const isBeforeSun = scene.things.includes("sun") || scene.traits.includes("silhouette");
  const spread = isBeforeSun ? 0.6 : 1;
  for (let n = 0; n < 9; n++) {
    // A few are near, most are far.
    const half = size * (0.05 + 0.11 * random() ** 2) * (isBeforeSun ? 1.25 : 1);
    const [cx, cy] = [x + (random() - 0.5) * size * 2.2 * spread, y + (random() - 0.5) * size * 0.9 * spread];
    const [beat, bank, turn] = [0.1 + 0.75 * random(), (random() - 0.5) * 0.5, 0.65 + 0.35 * random()];
    for (const side of [-1, 1]) paint(canvas, polygon(wing(cx, cy, half * (side < 0 ? turn : 1), side, beat, bank)), dark, 0.95);
    paint(canvas, ellipse(cx, cy + half * 0.03, half * 0.19, Math.max(0.8, half * 0.07)), dark, 0.95);
  }
}

/** Up to the wrist, then out to the point; broad at the body and thin at its end. */
function wing(x: number, y: number, half: number, side: number, beat: number, bank: number): Point[] {
  const at = (u: number): readonly [number, number] => {
    const rise = u < 0.45 ? beat * Math.sin((u / 0.45) * 1.4) : beat * (1 - 0.55 * ((u - 0.45) / 0.55) ** 1.5);
    return [x + side * u * half, y - (0.5 * rise + side * u * bank) * half];
  };
  const steps = Array.from({ length: 9 }, (_, n) => n / 8);
  const upper = steps.map((u): Point => [...at(u)]);
  const lower = steps.map((u): Point => {
    const [px, py] = at(u);
    return [px, py + half * 0.15 * (1 - u) ** 0.7 * (0.6 + 0.4 * Math.cos(u * 3))];
  });
  return [...upper, ...lower.reverse()];
}

import type { Point } from "#lib/engine/lettering/outlines.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { mix, paint, polygon, stroke } from "./canvas.ts";
import type { Painters, Spot } from "./spot.ts";

export const emblems: Painters = { birds: paintBirds, heart: paintHeart };

function paintBirds({ canvas, scene, x, y, size }: Spot): void {
  const random = createRandom(scene.seed + 37);
  for (let n = 0; n < 9; n++) {
    const s = size * (0.05 + 0.07 * random());
    const [cx, cy] = [x + (random() - 0.5) * size * 2, y + (random() - 0.5) * size * 0.8];
    const lift = 0.3 + 0.4 * random();
    paint(
      canvas,
      stroke(
        [
          [cx - s, cy - s * lift],
          [cx - s * 0.4, cy - s * lift * 0.9],
          [cx, cy],
          [cx + s * 0.4, cy - s * lift * 0.9],
          [cx + s, cy - s * lift],
        ],
        s * 0.14,
      ),
      [26, 28, 36],
      0.9,
    );
  }
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

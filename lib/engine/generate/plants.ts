import { fractalNoise } from "#lib/pixels/noise.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { ellipse, mix, paint, polygon, stroke } from "./canvas.ts";
import type { Point } from "./letters.ts";
import { lit } from "./palettes.ts";
import type { Painters, Spot } from "./spot.ts";

export const plants: Painters = { tree: paintTree, flower: paintFlower };

function paintTree({ canvas, scene, light, x, y, size }: Spot): void {
  const random = createRandom(scene.seed + 29);
  const bark = lit([84, 60, 42], light);
  paint(canvas, ellipse(x, y, size * 0.4, size * 0.05), [0, 0, 0], 0.4, size * 0.1);
  paint(
    canvas,
    polygon([
      [x - size * 0.06, y],
      [x - size * 0.03, y - size * 0.6],
      [x + size * 0.03, y - size * 0.6],
      [x + size * 0.07, y],
    ]),
    (px) => mix(bark, [0, 0, 0], 0.5 * ((px - x) / (size * 0.12) + 0.5)),
  );
  for (let n = 0; n < 60; n++) {
    const turn = random() * Math.PI * 2;
    const far = Math.sqrt(random()) * size * 0.34;
    const [cx, cy] = [x + Math.cos(turn) * far * 1.1, y - size * 0.82 + Math.sin(turn) * far * 0.85];
    const radius = size * (0.06 + 0.07 * random());
    const leaf = mix(
      lit([34, 74, 36], light),
      lit([128, 168, 66], light),
      0.5 - (cx - x + (cy - y + size * 0.82)) / (size * 0.9) + 0.2 * random(),
    );
    paint(
      canvas,
      ellipse(cx, cy, radius),
      (px, py) => mix(leaf, [6, 18, 10], 0.7 * Math.max(0, fractalNoise(px / (size * 0.02), py / (size * 0.02), scene.seed, 2) - 0.4)),
      0.95,
      radius * 0.25,
    );
  }
}

function paintFlower({ canvas, scene, light, x, y, size, colour }: Spot): void {
  const [cx, cy] = [x, y - size * 0.55];
  paint(
    canvas,
    stroke(
      [
        [x + size * 0.05, canvas.height],
        [x + size * 0.03, y],
        [cx, cy],
      ],
      size * 0.035,
    ),
    lit([58, 110, 52], light),
  );
  for (let ring = 0; ring < 2; ring++) {
    const petals = 13 - 2 * ring;
    for (let n = 0; n < petals; n++) {
      const turn = (n / petals) * Math.PI * 2 + ring * 0.24;
      const far = size * (0.24 - 0.07 * ring);
      const petal = colour([236, 98, 120]);
      const tip: Point = [cx + Math.cos(turn) * far * 1.7, cy + Math.sin(turn) * far * 1.5];
      const side = size * (0.06 - 0.012 * ring);
      const [nx, ny] = [-Math.sin(turn) * side, Math.cos(turn) * side];
      const [mx, my] = [cx + Math.cos(turn) * far, cy + Math.sin(turn) * far * 0.9];
      paint(
        canvas,
        polygon([[cx, cy], [mx + nx, my + ny], tip, [mx - nx, my - ny]]),
        (px, py) => {
          const out = Math.hypot(px - cx, py - cy) / (far * 1.7);
          return mix(mix(petal, [40, 0, 20], 0.45), mix(petal, [255, 255, 255], 0.15 + 0.15 * (n % 2)), out);
        },
        1,
        size * 0.012,
      );
    }
  }
  paint(canvas, ellipse(cx, cy, size * 0.085), (px, py) =>
    mix(lit([232, 176, 54], light), [96, 54, 20], fractalNoise(px / (size * 0.012), py / (size * 0.012), scene.seed, 2)),
  );
}

import type { Point } from "#lib/engine/lettering/outlines.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { ellipse, mix, paint, polygon, stroke } from "./canvas.ts";
import { lit } from "./palettes.ts";
import type { Painters, Spot } from "./spot.ts";

export const plants: Painters = { tree: paintTree, palm: paintPalm };

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

/** A leaning trunk with rings, and fronds that hang from its top. */
function paintPalm({ canvas, scene, light, x, y, size }: Spot): void {
  const random = createRandom(scene.seed + 33);
  const lean = (random() < 0.5 ? -1 : 1) * (0.18 + 0.2 * random());
  const bark = lit([128, 98, 70], light);
  const tall = size * 1.9;
  const at = (t: number): Point => [x + lean * size * t * t, y - tall * t];
  for (let n = 0; n < 26; n++) {
    const [ax, ay] = at(n / 26);
    const [bx, by] = at((n + 1) / 26);
    const half = size * (0.05 - 0.025 * (n / 26));
    paint(
      canvas,
      polygon([
        [ax - half, ay],
        [bx - half * 0.86, by],
        [bx + half * 0.86, by],
        [ax + half, ay],
      ]),
      (px, py) => mix(bark, [24, 16, 12], 0.4 + (0.5 * (px - (ax + bx) / 2)) / (2 * half) + 0.25 * ((ay - py) / (ay - by)) - 0.2),
    );
  }
  const [tx, ty] = at(1);
  for (let n = 0; n < 15; n++) {
    const turn = (n / 15) * Math.PI * 2 + 0.4 * random();
    const reach = size * (0.72 + 0.3 * random());
    const rise = 0.3 + 0.35 * random();
    const leaf = mix(lit([46, 92, 46], light), lit([150, 180, 84], light), 0.5 + 0.5 * -Math.sin(turn) * 0.8);
    const spine = (t: number): Point => [
      tx + Math.cos(turn) * reach * t,
      ty - reach * rise * (Math.sin(turn) < 0 ? 1 : 0.5) * Math.sin(t * 2.2) + reach * 0.62 * t * t,
    ];
    for (let k = 1; k <= 22; k++) {
      const [sx, sy] = spine(k / 22);
      const blade = size * 0.2 * Math.sin(Math.PI * (0.12 + 0.86 * (k / 22)));
      for (const side of [-1, 1])
        paint(
          canvas,
          stroke(
            [
              [sx, sy],
              [sx + Math.cos(turn) * blade * 0.6 + side * blade * 0.35, sy + blade * (0.75 + 0.2 * side)],
            ],
            size * 0.014,
          ),
          leaf,
          0.95,
        );
    }
    paint(
      canvas,
      stroke(
        Array.from({ length: 9 }, (_, k) => spine(k / 8)),
        size * 0.018,
      ),
      mix(leaf, [40, 50, 20], 0.35),
    );
  }
}

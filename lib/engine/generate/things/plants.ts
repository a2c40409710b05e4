import type { Point } from "#lib/engine/lettering/outlines.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { ellipse, mix, paint, polygon, stroke } from "../light/canvas.ts";
import { lit } from "../light/palettes.ts";
import type { Painters, Spot } from "./spot.ts";

export const plants: Painters = { tree: paintTree, palm: paintPalm };

/** An old tree in the open: a trunk that forks, and boughs of leaves that are lit each for itself. */
function paintTree({ canvas, scene, light, x, y, size, colour }: Spot): void {
  const random = createRandom(scene.seed + 29);
  const bark = lit([84, 62, 46], light);
  paint(canvas, ellipse(x, y, size * 0.4, size * 0.05), [0, 0, 0], 0.35, size * 0.1);
  const lean = (random() - 0.5) * 0.08;
  const limb = (from: Point, to: Point, thick: number): void => {
    paint(
      canvas,
      polygon([
        [from[0] - thick * 0.5, from[1]],
        [to[0] - thick * 0.28, to[1]],
        [to[0] + thick * 0.28, to[1]],
        [from[0] + thick * 0.5, from[1]],
      ]),
      (px, py) => mix(bark, [10, 8, 8], 0.3 + 0.35 * fractalNoise(px / (size * 0.012), py / (size * 0.07), scene.seed, 3)),
    );
  };
  const fork: Point = [x + lean * size, y - size * 0.42];
  limb([x, y + size * 0.01], [x + lean * size * 0.6, y - size * 0.1], size * 0.15);
  limb([x, y], fork, size * 0.1);
  const boughs = Array.from({ length: 11 }, (_, n) => {
    const turn = -Math.PI * (0.04 + (0.92 * (n + 0.5 * random())) / 10.5);
    const out = size * (n % 3 === 1 ? 0.2 : 0.36) * (0.85 + 0.3 * random());
    return {
      x: fork[0] + Math.cos(turn) * out * 1.2,
      y: fork[1] - size * 0.16 + Math.sin(turn) * out * 1.05,
      r: size * (0.15 + 0.06 * random()),
    };
  });
  for (const { x: bx, y: by } of boughs) limb(fork, [bx, by + size * 0.05], size * 0.035);
  const leaves: Readonly<Record<string, Rgb>> = { autumn: [186, 96, 34], blossom: [236, 176, 196], snow: [208, 218, 228] };
  const own = leaves[scene.hasSnow ? "snow" : (scene.season ?? "")] ?? [74, 112, 48];
  const leaf = colour(own);
  const [sunX, sunY] = [light.sunRight, Math.max(0.35, light.sunUp)];
  const dabs = boughs.flatMap((bough, b) =>
    Array.from({ length: 62 }, () => {
      const turn = random() * Math.PI * 2;
      const far = Math.sqrt(random());
      return { bough, u: Math.cos(turn) * far, v: Math.sin(turn) * far, front: random() + 0.02 * b, luck: random() };
    }),
  );
  for (const { bough, u, v, front, luck } of dabs.sort((a, b) => a.front - b.front)) {
    const facing = 0.42 + 0.34 * (u * sunX - v * sunY) + 0.3 * (front - 0.5) + 0.24 * (luck - 0.5);
    // The crown as a whole is darker below.
    const low = Math.max(0, (bough.y + v * bough.r - (fork[1] - size * 0.2)) / (size * 0.5));
    const tone = mix(mix(leaf, [8, 16, 12], 0.78), mix(leaf, [255, 244, 190], 0.3), facing - 0.45 * low);
    const r = size * (0.02 + 0.022 * luck);
    paint(canvas, ellipse(bough.x + u * bough.r * 1.15, bough.y + v * bough.r, r * 1.25, r * 0.85), tone, 0.95, r * 0.7);
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

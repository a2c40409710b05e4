/** A hot air balloon: gores that bulge, seams between them, the basket on its ropes. */

import type { Rgb } from "#lib/pixels/colour.ts";
import { lengthOf } from "#lib/pixels/length.ts";
import { box, mix, paint, type Shape, stroke } from "../light/canvas.ts";
import { lit } from "../light/palettes.ts";
import type { Spot } from "./spot.ts";

const gores = 12;
const mouth = 1.42;

export function paintBalloon({ canvas, scene, x, y, size, light, colour }: Spot): void {
  const r = size * 0.43;
  const sets: readonly (readonly [Rgb, Rgb, Rgb])[] = [
    [
      [214, 62, 52],
      [248, 204, 96],
      [44, 104, 150],
    ],
    [
      [226, 110, 48],
      [250, 236, 208],
      [120, 40, 66],
    ],
    [
      [38, 128, 130],
      [250, 214, 120],
      [214, 84, 70],
    ],
  ];
  const [main, second, third] = sets[scene.seed % sets.length] ?? (sets[0] as readonly [Rgb, Rgb, Rgb]);
  const bands = [colour(main), lit(second, light), colour(main), lit(third, light)].map((tone) => tone);
  const widthAt = (v: number): number => {
    if (v <= 0) return Math.sqrt(Math.max(0, 1 - v * v));
    return 0.15 + 0.85 * (0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, v / mouth) ** 1.08));
  };
  const envelope: Shape = {
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r * mouth,
    distance: (px, py) => {
      const v = (py - y) / r;
      if (v < 0) return lengthOf(px - x, py - y) - r;
      if (v > mouth) return lengthOf(Math.max(0, Math.abs(px - x) - r * widthAt(mouth)), py - y - r * mouth);
      // Across a flank that leans, the way out is shorter than it looks along the row.
      return (Math.abs(px - x) - r * widthAt(v)) * (v < 0.3 ? 1 : 0.78);
    },
  };
  const side = Math.sign(light.sunRight) || -1;
  paint(canvas, envelope, (px, py) => {
    const v = (py - y) / r;
    const reach = Math.max(0.02, widthAt(v));
    const u = Math.max(-1, Math.min(1, (px - x) / (r * reach)));
    const turn = (Math.asin(u) / Math.PI + 0.5) * gores;
    const gore = Math.floor(turn);
    const within = turn - gore;
    // A seam is as wide as a pixel needs it to be.
    const seam = Math.max(0, 1 - (Math.min(within, 1 - within) * r * reach * Math.PI * Math.sqrt(1 - u * u + 0.01)) / gores / 1.2);
    const own = bands[((gore % 4) + 4) % 4] as Rgb;
    const bulge = Math.sin(Math.PI * within);
    const facing = 0.52 + 0.42 * u * side - 0.3 * v + 0.08 * (bulge - 0.6);
    const bright = mix(mix(own, [18, 8, 26], 0.62), mix(own, [255, 250, 236], 0.2), facing);
    const shine = Math.exp(-((u * side - 0.42) ** 2 * 14 + (v + 0.42) ** 2 * 8));
    return mix(mix(bright, [255, 252, 240], 0.28 * shine), [24, 14, 24], 0.28 * seam);
  });
  const wicker = lit([146, 100, 58], light);
  for (const corner of [-1, 1]) {
    const rope = [
      [x + corner * r * 0.14, y + r * mouth],
      [x + corner * r * 0.11, y + r * 1.8],
    ] as const;
    paint(canvas, stroke(rope, Math.max(0.8, size * 0.005)), lit([70, 54, 40], light));
  }
  paint(canvas, box(x - r * 0.14, y + r * 1.78, x + r * 0.14, y + r * 2, r * 0.03), (px, py) => {
    const weave = 0.5 + 0.5 * Math.sin((px - x) / (r * 0.012)) * Math.sin((py - y) / (r * 0.012));
    return mix(wicker, [30, 18, 10], 0.18 + 0.28 * weave - (0.3 * side * (px - x)) / (r * 0.14));
  });
  paint(canvas, box(x - r * 0.15, y + r * 1.76, x + r * 0.15, y + r * 1.8, r * 0.02), lit([92, 58, 36], light));
}

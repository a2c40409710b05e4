/** Bridges: one hung from cables across the whole picture, one of stone or of wood that arches over a river. */
import type { Point } from "#lib/engine/lettering/outlines.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { box, type Canvas, ellipse, type Ink, mix, paint, polygon, type Shape, stroke } from "../light/canvas.ts";
import { lit } from "../light/palettes.ts";
import type { Painters, Spot } from "./spot.ts";

export const bridges: Painters = { bridge: paintBridge };

function paintBridge(spot: Spot): void {
  if (spot.scene.traits.includes("suspension")) paintSuspension(spot);
  else paintArch(spot);
}

/** `size` is half of the way between its towers and a little more; it goes on beyond both edges. */
function paintSuspension({ canvas, scene, light, x, y, size, colour }: Spot): void {
  const steel = colour([150, 74, 58]);
  const isDark = scene.hour === "night" || scene.hour === "dusk";
  const deck = y - size * 0.13;
  const head = y - size * 0.56;
  const towers = [-0.66, 0.66].map((at) => x + at * size);
  const cableAt = (px: number): number => {
    const u = Math.abs(px - x) / (0.66 * size);
    return u <= 1 ? deck - size * 0.035 + (head - deck + size * 0.035) * u * u : head + (deck - head) * Math.min(1, (u - 1) / 1.3) ** 0.9;
  };
  for (let n = -46; n <= 46; n++) {
    const px = x + (n / 46) * size * 1.5;
    paint(
      canvas,
      stroke(
        [
          [px, cableAt(px)],
          [px, deck],
        ],
        Math.max(0.7, size * 0.0022),
      ),
      steel,
      0.55,
    );
  }
  const cable = Array.from({ length: 61 }, (_, n): Point => {
    const px = x + ((n - 30) / 30) * size * 1.55;
    return [px, cableAt(px)];
  });
  hang(canvas, cable, Math.max(1, size * 0.0075), mix(steel, [20, 12, 16], 0.15));
  for (const lift of [0, 0.016])
    paint(canvas, box(x - size * 1.6, deck + size * lift, x + size * 1.6, deck + size * (lift + 0.009)), mix(steel, [24, 16, 20], 0.25));
  for (let n = -60; n < 60; n++) {
    const px = x + (n / 60) * size * 1.6;
    paint(
      canvas,
      stroke(
        [
          [px, deck + size * 0.022],
          [px + size * 0.0133, deck + size * 0.004],
        ],
        Math.max(0.6, size * 0.0022),
      ),
      steel,
      0.7,
    );
  }
  for (const tower of towers) {
    for (const side of [-1, 1]) {
      const leg = tower + side * size * 0.022;
      paint(
        canvas,
        polygon([
          [leg - size * 0.014, y],
          [leg - size * 0.009, head - size * 0.02],
          [leg + size * 0.009, head - size * 0.02],
          [leg + size * 0.014, y],
        ]),
        (px) => mix(steel, [18, 10, 18], 0.25 - 0.22 * light.sunRight * Math.sign(px - leg)),
      );
    }
    for (const up of [0.06, 0.26, 0.4, 0.52])
      paint(canvas, box(tower - size * 0.03, y - size * (up + 0.022), tower + size * 0.03, y - size * up), mix(steel, [18, 10, 18], 0.2));
    paint(canvas, box(tower - size * 0.06, y - size * 0.03, tower + size * 0.06, y + size * 0.006), lit([120, 116, 110], light));
    if (isDark) paint(canvas, box(tower - size * 0.004, head - size * 0.034, tower + size * 0.004, head - size * 0.02), [255, 96, 70]);
  }
  if (!isDark) return;
  // Lamps along the road and the cables.
  for (let n = -30; n <= 30; n++) {
    const px = x + (n / 30) * size * 1.55;
    for (const [py, reach] of [
      [deck - size * 0.006, 0.006],
      [cableAt(px), 0.0032],
    ] as const) {
      paint(canvas, ellipse(px, py, size * reach), [255, 226, 168], 0.95);
      paint(canvas, ellipse(px, py, size * reach * 2.6), [255, 190, 110], 0.22, size * reach * 4);
    }
  }
}

/** A long line piece by piece, so that no pixel is measured against all of it. */
function hang(canvas: Canvas, points: readonly Point[], thickness: number, ink: Ink): void {
  for (const [n, to] of points.entries()) paint(canvas, stroke([points[Math.max(0, n - 1)] as Point, to], thickness), ink);
}

/** Over a river `size` is half its span; over a lake it goes on from edge to edge in many arches. */
function paintArch({ canvas, scene, x, y, size: given, colour }: Spot): void {
  const isLong = !scene.traits.includes("river");
  const size = isLong ? given / 5 : given;
  const end = isLong ? 7.6 : 1.45;
  const isWood = scene.traits.includes("wooden bridge");
  const own: Rgb = colour(isWood ? [138, 92, 56] : [168, 158, 142]);
  const rise = (u: number): number =>
    isLong ? size * (isWood ? 0.4 : 0.62) : size * (0.34 + 0.2 * Math.cos((Math.PI / 2) * Math.min(1, Math.abs(u))));
  const opening = (along: number): number => {
    const u = isLong ? along - 1.75 * Math.round(along / 1.75) : along;
    return Math.abs(u) > 0.72 ? 0 : size * 0.44 * Math.sqrt(1 - (u / 0.72) ** 2);
  };
  const body: Shape = {
    left: x - size * (end + 0.05),
    right: x + size * (end + 0.05),
    top: y - size * 0.7,
    bottom: y + size * 0.1,
    distance: (px, py) => {
      const u = (px - x) / size;
      const up = y - py;
      const thick = isWood ? rise(u) - size * 0.07 : opening(u);
      return Math.max(up - rise(u), thick - up, Math.abs(px - x) - size * end, -up - size * 0.02);
    },
  };
  paint(canvas, body, (px, py) => {
    const [u, v] = [(px - x) / size, (y - py) / size];
    if (isWood) return mix(own, [24, 14, 8], 0.3 + 0.25 * Math.abs(Math.sin(u * 60)));
    const row = Math.floor(v * 17);
    const stone = fractalNoise(Math.floor(u * 11 + (row % 2) * 0.5) * 3.1, row * 2.7, scene.seed, 2);
    const joint = Math.min(Math.abs(((v * 17) % 1) - 0.5), Math.abs(((((u * 11 + (row % 2) * 0.5) % 1) + 1) % 1) - 0.5));
    const grain = fractalNoise(px / (size * 0.02), py / (size * 0.02), scene.seed + 2, 3);
    const ring = Math.max(0, 1 - Math.abs(opening(u) - (y - py)) / (size * 0.07));
    return mix(
      mix(own, [250, 240, 220], 0.2 * ring),
      [22, 20, 20],
      0.12 + 0.4 * (0.6 - stone) + 0.3 * (0.5 - grain) + (joint > 0.46 ? 0.12 : 0) + 0.14 * (0.5 - v),
    );
  });
  // What is seen of the vault is in shade.
  if (!isWood)
    paint(
      canvas,
      { ...body, distance: (px, py) => Math.max(y - py - opening((px - x) / size), opening((px - x) / size) - size * 0.05 - (y - py)) },
      [20, 18, 20],
      0.45,
      size * 0.03,
    );
  const rail = (lift: number): Point[] =>
    Array.from({ length: isLong ? 161 : 41 }, (_, n): Point => {
      const u = isLong ? ((n - 80) / 80) * end : ((n - 20) / 20) * 1.42;
      return [x + u * size, y - rise(u) - size * lift];
    });
  const tone = mix(own, [16, 10, 8], isWood ? 0.1 : 0.2);
  if (!isWood) {
    hang(canvas, rail(0.035), size * 0.075, (px, py) =>
      mix(own, [24, 22, 22], 0.1 + 0.4 * (0.6 - fractalNoise(px / (size * 0.05), py / (size * 0.03), scene.seed, 3))),
    );
    hang(canvas, rail(0.075), size * 0.022, mix(own, [255, 248, 230], 0.25));
    return;
  }
  for (const lift of [0.12, 0.2]) hang(canvas, rail(lift), size * 0.02, tone);
  for (const [px, py] of rail(0).filter((_, n) => n % 4 === 0))
    paint(
      canvas,
      stroke(
        [
          [px, py],
          [px, py - size * 0.23],
        ],
        size * 0.026,
      ),
      tone,
    );
  for (const u of isLong ? Array.from({ length: 17 }, (_, n) => n - 8) : [-0.62, 0.62])
    paint(canvas, box(x + (u - 0.025) * size, y - rise(u), x + (u + 0.025) * size, y), mix(tone, [10, 8, 8], 0.3));
}

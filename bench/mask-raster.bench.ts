/** What the worker needs to draw a mask in full size: 50 and 500 strokes at 4096² and 8000×6000, and its PNG. Goal: 300 ms at 4096². */
import { encodeGreyPng } from "#lib/mask/encode-grey-png.ts";
import type { MaskOperation } from "#lib/mask/mask-document.ts";
import { rasterise } from "#lib/mask/rasterise.ts";

function strokes(count: number, width: number, height: number): readonly MaskOperation[] {
  let seed = 7;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: count }, () => {
    const [x, y, angle] = [random() * width, random() * height, random() * 6.28];
    const points = Array.from({ length: 30 }, (_, at) => [x + Math.cos(angle) * at * 20, y + Math.sin(angle) * at * 20, 1]);
    return { kind: "stroke", mode: random() < 0.7 ? "add" : "subtract", size: 364, hardness: 0.8, points: points.flat() };
  });
}

for (const [width, height] of [
  [4096, 4096],
  [8000, 6000],
] as const) {
  for (const count of [50, 500]) {
    const operations = strokes(count, width, height);
    const timesMs = Array.from({ length: 5 }, () => {
      const from = performance.now();
      rasterise({ width, height, operations });
      return performance.now() - from;
    }).sort((one, other) => one - other);
    const mask = rasterise({ width, height, operations });
    const from = performance.now();
    const png = await encodeGreyPng(mask, width, height);
    const encodeMs = performance.now() - from;
    const figures = `drawn in ${(timesMs[0] ?? 0).toFixed(0)} to ${(timesMs[4] ?? 0).toFixed(0)} ms, PNG of ${(png.length / 1000).toFixed(0)} kB in ${encodeMs.toFixed(0)} ms`;
    console.log(`${width} × ${height}, ${String(count).padStart(3)} strokes: ${figures}`);
  }
}

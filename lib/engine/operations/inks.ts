/** A few colours chosen from a picture, and the picture in no others. */

import { type Lab, labToRgb, rgbToLab } from "#lib/pixels/colour.ts";
import { smoothKeepingEdges } from "#lib/pixels/edge-preserving.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { contrast, saturation } from "./tone.ts";

type Ink = Lab;

/** k-means over a small view, from as many of its tones as are asked for and what is farthest from all of them. */
export function* chooseInks(source: Raster, count: number, seed: number, tones = 0): Work<readonly Ink[]> {
  const { lab } = yield* lookAt(source, 96);
  const random = createRandom(seed);
  const pixels = lab.length / 3;
  const at = (i: number): Ink => [lab[i * 3] as number, lab[i * 3 + 1] as number, lab[i * 3 + 2] as number];
  let inks: Ink[] = tones > 0 ? tonesOf(lab, tones) : [at(Math.floor(random() * pixels))];
  while (inks.length < count) {
    // The pixel farthest from all inks so far.
    let [best, most] = [0, -1];
    for (let i = 0; i < pixels; i += 3) {
      const far = Math.min(...inks.map((ink) => farness(ink, at(i))));
      if (far > most) [best, most] = [i, far];
    }
    inks.push(at(best));
  }
  for (let round = 0; round < 8; round++) {
    const sums = inks.map(() => [0, 0, 0, 0]);
    for (let i = 0; i < pixels; i++) {
      const own = at(i);
      const n = inks.reduce((top, ink, k) => (farness(ink, own) < farness(inks[top] as Ink, own) ? k : top), 0);
      const sum = sums[n] as number[];
      for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (own[c] as number);
      sum[3] = (sum[3] as number) + 1;
    }
    inks = sums.map(([l = 0, a = 0, b = 0, n = 0], k) => (n === 0 ? (inks[k] as Ink) : [l / n, a / n, b / n]));
  }
  return inks;
}

/** From dark to light, as many pixels to each. */
function tonesOf(lab: Float32Array, count: number): Ink[] {
  const order = Array.from({ length: lab.length / 3 }, (_, i) => i).sort((a, b) => (lab[a * 3] as number) - (lab[b * 3] as number));
  return Array.from({ length: count }, (_, n) => {
    const i = (order[Math.floor(((n + 0.5) / count) * order.length)] as number) * 3;
    return [lab[i] as number, lab[i + 1] as number, lab[i + 2] as number];
  });
}

function farness(a: Ink, b: Ink): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

export function nearestInk(inks: readonly Ink[], lab: Lab): Ink {
  return inks.reduce((top, ink) => (farness(ink, lab) < farness(top, lab) ? ink : top));
}

/** So many colours and no more; a little smoother first, so that grain makes no specks. */
export function* flattenTo(source: Raster, count: number, seed: number): Work<Raster> {
  const scale = Math.max(source.width, source.height) / 1024;
  const strong = yield* saturation(yield* contrast(source, 0.18), 0.2);
  const smooth = yield* part(smoothKeepingEdges(strong, 3 * scale, 24), 0, 0.4);
  const inks = yield* chooseInks(smooth, count, seed, Math.ceil(0.6 * count));
  const shown = inks.map((ink) => labToRgb(...ink));
  return yield* part(
    mapPixelsSlowly(smooth, (red, green, blue, out) => {
      const rgb = shown[inks.indexOf(nearestInk(inks, rgbToLab(red, green, blue)))] as Lab;
      for (let c = 0; c < 3; c++) out[c] = rgb[c] as number;
    }),
    0.4,
    1,
  );
}

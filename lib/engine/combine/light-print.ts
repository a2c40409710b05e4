/** The light that falls on a print where it hangs. */

import { gaussianBlur } from "#lib/pixels/blur.ts";
import { rgbToLab } from "#lib/pixels/colour.ts";
import type { Box } from "#lib/pixels/crop.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { lumaPlane, newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { matchLight } from "./match-light.ts";

/** No white of a print is whiter than what is brightest in the room; light that runs over the wall runs over it. */
const [whitest, leastGain, ofCast, brightShare] = [97, 0.62, 0.3, 0.97];
const [leastFall, mostFall] = [0.75, 1.2];

export function* lightPrint(print: Raster, ground: Raster, wall: Plane, box: Box): Work<Raster> {
  const bright = brightestOf(ground);
  const gain = Math.max(leastGain, Math.min(1, bright[0] / whitest));
  const whole = { ...newPlane(print.width, print.height), data: new Float32Array(print.width * print.height).fill(1) };
  const lit = yield* part(matchLight(print, whole, { gain, floor: 0, cast: [ofCast * bright[1], ofCast * bright[2]] }), 0, 0.4);
  const fall = fallOn((yield* lookAt(ground)).raster, wall, {
    x: box.x / ground.width,
    y: box.y / ground.height,
    width: box.width / ground.width,
    height: box.height / ground.height,
  });
  return yield* part(
    mapPixelsSlowly(lit, (red, green, blue, out, i) => {
      const light = between(fall, (i % print.width) / print.width, Math.floor(i / print.width) / print.height);
      out[0] = red * light;
      out[1] = green * light;
      out[2] = blue * light;
    }),
    0.5,
    1,
  );
}

function brightestOf({ width, height, channels, data }: Raster): readonly [number, number, number] {
  const step = Math.max(1, Math.floor((width * height) / 20_000)) | 1;
  const next = channels === 1 ? 0 : 1;
  const seen: (readonly [number, number, number])[] = [];
  for (let i = 0; i < width * height; i += step) {
    const at = i * channels;
    seen.push(rgbToLab(data[at] as number, data[at + next] as number, data[at + 2 * next] as number));
  }
  seen.sort((one, other) => one[0] - other[0]);
  return seen[Math.floor(brightShare * seen.length)] ?? [whitest, 0, 0];
}

/** Steps of the light, over the print and over the picture. */
const [cells, small] = [24, 96];

/** How much brighter or darker the wall is there than on average behind the print, which is told in shares of the picture. */
function fallOn(ground: Raster, wall: Plane, print: Box): Plane {
  const luma = scalePlane(lumaPlane(ground), small, small);
  const known = scalePlane(wall, small, small);
  const sum = gaussianBlur({ ...luma, data: luma.data.map((value, i) => value * (known.data[i] as number)) }, small / 12);
  const weight = gaussianBlur(known, small / 12);
  const fall = newPlane(cells, cells);
  for (let i = 0; i < fall.data.length; i++) {
    const [x, y] = [
      print.x + (((i % cells) + 0.5) / cells) * print.width,
      print.y + ((Math.floor(i / cells) + 0.5) / cells) * print.height,
    ];
    const at = Math.min(small - 1, Math.floor(y * small)) * small + Math.min(small - 1, Math.floor(x * small));
    fall.data[i] = (sum.data[at] as number) / Math.max(0.05, weight.data[at] as number);
  }
  const mean = Math.max(1e-3, fall.data.reduce((all, value) => all + value, 0) / fall.data.length);
  const bounded = fall.data.map((value) => Math.min(mostFall, Math.max(leastFall, value / mean)));
  return gaussianBlur({ ...fall, data: bounded }, 2);
}

function between({ width, height, data }: Plane, across: number, down: number): number {
  const [x, y] = [Math.max(0, across * width - 0.5), Math.max(0, down * height - 0.5)];
  const [left, top] = [Math.min(width - 2, Math.floor(x)), Math.min(height - 2, Math.floor(y))];
  const [u, v] = [Math.min(1, x - left), Math.min(1, y - top)];
  const at = (dx: number, dy: number): number => data[(top + dy) * width + left + dx] as number;
  return (1 - v) * ((1 - u) * at(0, 0) + u * at(1, 0)) + v * ((1 - u) * at(0, 1) + u * at(1, 1));
}

/**
 * The last touch: each of four Laplacian bands of the filled hole is brought part of the way to the strength it has in
 * a ring around it. Copies keep their pattern; what was chosen a little too smooth or too busy comes closer to its place.
 */
import type { Box } from "../crop.ts";
import type { Work } from "../work.ts";
import { type Level, rowsPerPause, unknownPixels } from "./level.ts";

const bandCount = 4;
/** City-block steps: the nearest pixels are left out, for the fill's own edge weighs on their bands. */
const ringFrom = 3;
const ringTo = 30;
/** What a blur of the widest band reaches beyond the ring. */
const margin = ringTo + 32;
/** Of the way, on a scale of octaves; all of it would trust the ring too much. Nineteen photographs came out best with 0.3, thirty-five others with 0.5. */
const share = 0.4;
const [leastGain, mostGain] = [0.7, 1.4];
const faint = 0.05;
/** Over so many pixels from the outline the change sets in. */
const easeIn = 6;

export function* evenBands(level: Level): Work<void> {
  const pixels = yield* unknownPixels(level);
  if (pixels.length === 0) return;
  const box = boxAround(level, pixels);
  const distance = yield* distanceFromHole(level, box);
  const change = new Float32Array(box.width * box.height);
  let last = yield* takeLuma(level, box);
  for (let band = 0; band < bandCount; band++) {
    yield band / bandCount;
    const blurred = yield* blurOf(last, box, 2 ** band);
    const gain = gainOf(last, blurred, distance) - 1;
    for (let n = 0; n < change.length; n++) {
      if (distance[n] === 0) change[n] = (change[n] as number) + gain * ((last[n] as number) - (blurred[n] as number));
    }
    last = blurred;
  }
  for (const i of pixels) {
    const by = (change[indexIn(box, i, level.width)] as number) * Math.min(1, (level.depth[i] as number) / easeIn);
    for (let c = 0; c < 3; c++) level.colours[i * 3 + c] = (level.colours[i * 3 + c] as number) + by;
  }
}

function gainOf(values: Float32Array, blurred: Float32Array, distance: Uint16Array): number {
  let [inside, insideCount, ring, ringCount] = [0, 0, 0, 0];
  for (let n = 0; n < values.length; n++) {
    const size = Math.abs((values[n] as number) - (blurred[n] as number));
    const far = distance[n] as number;
    if (far === 0) {
      inside += size;
      insideCount++;
    } else if (far >= ringFrom && far < ringTo) {
      ring += size;
      ringCount++;
    }
  }
  if (ringCount === 0) return 1;
  const ratio = Math.max(faint, ring / ringCount) / Math.max(faint, inside / insideCount);
  return Math.min(mostGain, Math.max(leastGain, ratio ** share));
}

function boxAround({ width, height }: Level, pixels: Int32Array): Box {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const i of pixels) {
    const x = i % width;
    const y = (i - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const x = Math.max(0, left - margin);
  const y = Math.max(0, top - margin);
  return { x, y, width: Math.min(width, right + margin + 1) - x, height: Math.min(height, bottom + margin + 1) - y };
}

function indexIn(box: Box, pixel: number, width: number): number {
  const x = pixel % width;
  return ((pixel - x) / width - box.y) * box.width + x - box.x;
}

function* takeLuma({ width, colours }: Level, box: Box): Work<Float32Array> {
  const luma = new Float32Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    if (y % rowsPerPause(box.width) === 0) yield 0;
    for (let x = 0; x < box.width; x++) {
      const at = ((box.y + y) * width + box.x + x) * 3;
      luma[y * box.width + x] = 0.299 * (colours[at] as number) + 0.587 * (colours[at + 1] as number) + 0.114 * (colours[at + 2] as number);
    }
  }
  return luma;
}

/** 0 in the hole, city-block steps from it outside. */
function* distanceFromHole({ width, hole }: Level, box: Box): Work<Uint16Array> {
  const distance = new Uint16Array(box.width * box.height).fill(60_000);
  for (const isBack of [false, true]) {
    for (let row = 0; row < box.height; row++) {
      if (row % rowsPerPause(box.width) === 0) yield 0;
      const y = isBack ? box.height - 1 - row : row;
      for (let column = 0; column < box.width; column++) {
        const x = isBack ? box.width - 1 - column : column;
        const n = y * box.width + x;
        if (hole[(box.y + y) * width + box.x + x]) distance[n] = 0;
        const [beside, over] = isBack
          ? [x < box.width - 1 ? n + 1 : n, y < box.height - 1 ? n + box.width : n]
          : [x > 0 ? n - 1 : n, y > 0 ? n - box.width : n];
        distance[n] = Math.min(distance[n] as number, (distance[beside] as number) + 1, (distance[over] as number) + 1);
      }
    }
  }
  return distance;
}

/** The binomial [1 4 6 4 1] with gaps, across and down; beyond the box its rim goes on. */
function* blurOf(values: Float32Array, { width, height }: Box, gap: number): Work<Float32Array> {
  const across = new Float32Array(values.length);
  const both = new Float32Array(values.length);
  for (const [from, to, isAcross] of [
    [values, across, true],
    [across, both, false],
  ] as const) {
    const size = isAcross ? width : height;
    const stride = isAcross ? 1 : width;
    for (let y = 0; y < height; y++) {
      if (y % rowsPerPause(width) === 0) yield 0;
      for (let x = 0; x < width; x++) {
        const n = y * width + x;
        const at = isAcross ? x : y;
        const near = (k: number): number => from[n + (Math.max(0, Math.min(size - 1, at + k * gap)) - at) * stride] as number;
        to[n] = (near(-2) + near(2)) / 16 + (near(-1) + near(1)) / 4 + near(0) * 0.375;
      }
    }
  }
  return both;
}

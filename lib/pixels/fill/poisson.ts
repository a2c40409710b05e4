/**
 * Hides seams: keeps the copied gradients and lets brightness and colour drift so that they meet the surroundings
 * (Pérez et al. 2003), solved by successive over-relaxation. Only pixels of the hole are written.
 */
import type { Work } from "../work.ts";
import { type Level, largestDepth, unknownPixels } from "./level.ts";

/** Pulls a little towards the copied colours, so that a wrong edge far away cannot tint everything. */
const screening = 0.002;
/** Bounds the time a very large hole may take. */
const mostSteps = 20_000_000;
const pixelsPerPause = 100_000;

interface Equations {
  readonly pixels: Int32Array;
  /** Four a pixel: where the values of an unknown neighbour are, or the place behind all values. */
  readonly neighbours: Int32Array;
  readonly diagonal: Float32Array;
  /** Three a pixel. */
  readonly right: Float32Array;
}

export function* smoothSeams(level: Level, origin: Int32Array): Work<void> {
  const { pixels, neighbours, diagonal, right } = yield* setUp(level, origin);
  // One more than there are pixels: the place of missing neighbours, always 0.
  const values = new Float32Array(pixels.length * 3 + 3);
  for (let n = 0; n < pixels.length; n++) {
    for (let c = 0; c < 3; c++) values[n * 3 + c] = level.colours[(pixels[n] as number) * 3 + c] as number;
  }
  const reach = Math.max(2, largestDepth(level));
  const relaxation = 2 / (1 + Math.sin(Math.PI / (2 * reach + 2)));
  const rounds = Math.min(160, 3 * reach + 20, 10 + Math.round(mostSteps / (pixels.length + 1)));
  for (let round = 0; round < rounds; round++) {
    for (let n = 0; n < pixels.length; n++) {
      if (n % pixelsPerPause === 0) yield round / rounds;
      const share = relaxation / (diagonal[n] as number);
      const a = neighbours[n * 4] as number;
      const b = neighbours[n * 4 + 1] as number;
      const above = neighbours[n * 4 + 2] as number;
      const below = neighbours[n * 4 + 3] as number;
      for (let c = 0; c < 3; c++) {
        const sum =
          (right[n * 3 + c] as number) +
          (values[a + c] as number) +
          (values[b + c] as number) +
          (values[above + c] as number) +
          (values[below + c] as number);
        values[n * 3 + c] = (1 - relaxation) * (values[n * 3 + c] as number) + share * sum;
      }
    }
  }
  for (let n = 0; n < pixels.length; n++) {
    for (let c = 0; c < 3; c++) level.colours[(pixels[n] as number) * 3 + c] = values[n * 3 + c] as number;
  }
}

function* setUp(level: Level, origin: Int32Array): Work<Equations> {
  const { width, height, hole, colours } = level;
  const pixels = (yield* unknownPixels(level)).filter((i) => (origin[i] as number) >= 0);
  const indexOf = new Int32Array(hole.length).fill(-1);
  pixels.forEach((pixel, n) => {
    indexOf[pixel] = n;
  });
  const neighbours = new Int32Array(pixels.length * 4).fill(pixels.length * 3);
  const diagonal = new Float32Array(pixels.length);
  const right = new Float32Array(pixels.length * 3);
  for (let n = 0; n < pixels.length; n++) {
    if (n % 10_000 === 0) yield 0;
    const i = pixels[n] as number;
    const x = i % width;
    const y = (i - x) / width;
    diagonal[n] = screening;
    for (let c = 0; c < 3; c++) right[n * 3 + c] = screening * (colours[i * 3 + c] as number);
    for (let k = 0; k < 4; k++) {
      const dx = k === 0 ? -1 : k === 1 ? 1 : 0;
      const dy = k === 2 ? -1 : k === 3 ? 1 : 0;
      if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
      const q = i + dy * width + dx;
      const unknown = indexOf[q] as number;
      if (unknown < 0 && hole[q]) continue;
      const here = origin[i] as number;
      const beside = knownBeside(level, here, dx, dy);
      const there = unknown < 0 ? -1 : (origin[q] as number);
      const back = there < 0 ? -1 : knownBeside(level, there, -dx, -dy);
      diagonal[n] = (diagonal[n] as number) + 1;
      if (unknown >= 0) neighbours[n * 4 + k] = unknown * 3;
      for (let c = 0; c < 3; c++) {
        let gradient = 0;
        if (beside >= 0) gradient += (colours[here * 3 + c] as number) - (colours[beside * 3 + c] as number);
        if (back >= 0) gradient += (colours[back * 3 + c] as number) - (colours[there * 3 + c] as number);
        if (beside >= 0 && back >= 0) gradient /= 2;
        const known = unknown < 0 ? (colours[q * 3 + c] as number) : 0;
        right[n * 3 + c] = (right[n * 3 + c] as number) + gradient + known;
      }
    }
  }
  return { pixels, neighbours, diagonal, right };
}

/** The pixel next to a source pixel, or -1 where that is outside the picture or unknown. */
function knownBeside(level: Level, pixel: number, dx: number, dy: number): number {
  const x = (pixel % level.width) + dx;
  const y = Math.floor(pixel / level.width) + dy;
  if (x < 0 || x >= level.width || y < 0 || y >= level.height) return -1;
  const beside = y * level.width + x;
  return level.hole[beside] ? -1 : beside;
}

/** The smoothest surface through the known pixels (Laplace's equation): the first guess, and all there is on tiny pictures. */
import type { Work } from "../work.ts";
import { type Level, largestDepth, unknownPixels } from "./level.ts";

/** Enough for the deepest hole that copies are labelled in, as each round overshoots by what suits its depth. */
const mostRounds = 200;
/** Bounds the time a very large hole may take. */
const mostSteps = 40_000_000;
const pixelsPerPause = 100_000;

/** Writes the hole's pixels of the level. */
export function* stretchMembrane(level: Level): Work<void> {
  const { colours } = level;
  const values = Float32Array.from(colours);
  for (const i of yield* stretchOver(level, values, 3)) {
    for (let c = 0; c < 3; c++) colours[i * 3 + c] = values[i * 3 + c] as number;
  }
}

/** Writes the values of the hole, so many channels a pixel, from those around it. Returns the hole's pixels. */
export function* stretchOver(level: Level, values: Float32Array, channels: number): Work<Int32Array> {
  const { width, height, hole } = level;
  const unknown = yield* unknownPixels(level);
  startFromMean(values, hole, channels);
  const rounds = Math.min(mostRounds, Math.ceil(mostSteps / (unknown.length + 1)));
  const reach = 2 / (1 + Math.sin(Math.PI / (4 * largestDepth(level) + 2)));
  for (let round = 0; round < rounds; round++) {
    for (let n = 0; n < unknown.length; n++) {
      if (n % pixelsPerPause === 0) yield round / rounds;
      const i = unknown[n] as number;
      const x = i % width;
      const left = (x > 0 ? i - 1 : i) * channels;
      const right = (x < width - 1 ? i + 1 : i) * channels;
      const above = (i >= width ? i - width : i) * channels;
      const below = (i < width * (height - 1) ? i + width : i) * channels;
      for (let c = 0; c < channels; c++) {
        const near =
          (values[left + c] as number) + (values[right + c] as number) + (values[above + c] as number) + (values[below + c] as number);
        const at = i * channels + c;
        values[at] = (1 - reach) * (values[at] as number) + (reach * near) / 4;
      }
    }
  }
  return unknown;
}

function startFromMean(values: Float32Array, hole: Uint8Array, channels: number): void {
  const sum = new Float64Array(channels);
  let known = 0;
  for (let i = 0; i < hole.length; i++) {
    if (hole[i]) continue;
    known++;
    for (let c = 0; c < channels; c++) sum[c] = (sum[c] as number) + (values[i * channels + c] as number);
  }
  for (let i = 0; i < hole.length; i++) {
    if (hole[i]) for (let c = 0; c < channels; c++) values[i * channels + c] = known === 0 ? 0 : (sum[c] as number) / known;
  }
}

/** The smoothest surface through the known pixels (Laplace's equation): the first guess, and all there is on tiny pictures. */
import type { Work } from "../work.ts";
import { type Level, unknownPixels } from "./level.ts";

const mostRounds = 200;
/** Bounds the time a very large hole may take. */
const mostSteps = 40_000_000;
const pixelsPerPause = 100_000;

/** Writes the hole's pixels of the level. */
export function* stretchMembrane(level: Level): Work<void> {
  const { width, height, hole, colours } = level;
  const values = Float32Array.from(colours);
  const unknown = yield* unknownPixels(level);
  startFromMean(values, hole);
  const rounds = Math.min(mostRounds, Math.ceil(mostSteps / (unknown.length + 1)));
  for (let round = 0; round < rounds; round++) {
    for (let n = 0; n < unknown.length; n++) {
      if (n % pixelsPerPause === 0) yield round / rounds;
      const i = unknown[n] as number;
      const x = i % width;
      const left = x > 0 ? i - 1 : i;
      const right = x < width - 1 ? i + 1 : i;
      const above = i >= width ? i - width : i;
      const below = i < width * (height - 1) ? i + width : i;
      for (let c = 0; c < 3; c++) {
        values[i * 3 + c] =
          ((values[left * 3 + c] as number) +
            (values[right * 3 + c] as number) +
            (values[above * 3 + c] as number) +
            (values[below * 3 + c] as number)) /
          4;
      }
    }
  }
  for (const i of unknown) for (let c = 0; c < 3; c++) colours[i * 3 + c] = values[i * 3 + c] as number;
}

function startFromMean(values: Float32Array, hole: Uint8Array): void {
  const sum = [0, 0, 0];
  let known = 0;
  for (let i = 0; i < hole.length; i++) {
    if (hole[i]) continue;
    known++;
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (values[i * 3 + c] as number);
  }
  for (let i = 0; i < hole.length; i++) {
    if (hole[i]) for (let c = 0; c < 3; c++) values[i * 3 + c] = known === 0 ? 0 : (sum[c] as number) / known;
  }
}

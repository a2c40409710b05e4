/** The smoothest surface through the known pixels (Laplace's equation): the first guess, and all there is on tiny pictures. */
import type { Level } from "./level.ts";

const rounds = 200;

/** Writes the hole's pixels of the level. */
export function stretchMembrane(level: Level): void {
  const { width, height, hole, colours } = level;
  const values = Float32Array.from(colours);
  const unknown: number[] = [];
  for (let i = 0; i < hole.length; i++) if (hole[i]) unknown.push(i);
  startFromMean(values, hole);
  for (let round = 0; round < rounds; round++) {
    for (const i of unknown) {
      const x = i % width;
      const y = (i - x) / width;
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        let count = 0;
        if (x > 0) [sum, count] = [sum + (values[(i - 1) * 3 + c] as number), count + 1];
        if (x < width - 1) [sum, count] = [sum + (values[(i + 1) * 3 + c] as number), count + 1];
        if (y > 0) [sum, count] = [sum + (values[(i - width) * 3 + c] as number), count + 1];
        if (y < height - 1) [sum, count] = [sum + (values[(i + width) * 3 + c] as number), count + 1];
        if (count > 0) values[i * 3 + c] = sum / count;
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

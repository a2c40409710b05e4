/** Ever smaller versions of a holed picture, until the hole is only a few patches deep. The largest comes first. */
import { describeLevel, type Level, largestDepth } from "./level.ts";

const depthToStopAt = 10;
const smallestSide = 28;
const fewestSources = 150;

export function buildPyramid(width: number, height: number, colours: Uint8ClampedArray, hole: Uint8Array): readonly Level[] {
  const levels: Level[] = [describeLevel(width, height, colours, hole)];
  for (;;) {
    const last = levels[levels.length - 1] as Level;
    if (largestDepth(last) <= depthToStopAt || Math.min(last.width, last.height) < 2 * smallestSide) return levels;
    const next = halve(last);
    // Smaller than this there is too little left to copy from.
    if (next.sources.length < fewestSources) return levels;
    levels.push(next);
  }
}

/** A pixel of the half size is the mean of the known ones it covers, and unknown as soon as one of them is. */
export function halve(level: Level): Level {
  const width = Math.ceil(level.width / 2);
  const height = Math.ceil(level.height / 2);
  const colours = new Uint8ClampedArray(width * height * 3);
  const hole = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0];
      let known = 0;
      let covered = 0;
      for (let sy = 2 * y; sy < Math.min(level.height, 2 * y + 2); sy++) {
        for (let sx = 2 * x; sx < Math.min(level.width, 2 * x + 2); sx++) {
          const from = sy * level.width + sx;
          covered++;
          if (level.hole[from]) continue;
          known++;
          for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (level.colours[from * 3 + c] as number);
        }
      }
      const to = y * width + x;
      hole[to] = known < covered ? 1 : 0;
      for (let c = 0; c < 3; c++) colours[to * 3 + c] = known === 0 ? 0 : (sum[c] as number) / known;
    }
  }
  return describeLevel(width, height, colours, hole);
}

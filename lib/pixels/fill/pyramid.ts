/** Ever smaller versions of a holed picture, until the hole is only a few patches deep. The largest comes first. */
import type { Work } from "../work.ts";
import { describeLevel, type Level, largestDepth, rowsPerPause } from "./level.ts";

const depthToStopAt = 10;
const smallestSide = 28;
const fewestSources = 150;

export function* buildPyramid(largest: Level): Work<readonly Level[]> {
  const levels: Level[] = [largest];
  for (;;) {
    const last = levels[levels.length - 1] as Level;
    if (largestDepth(last) <= depthToStopAt || Math.min(last.width, last.height) < 2 * smallestSide) return levels;
    const next = yield* halve(last);
    // Smaller than this there is too little left to copy from.
    if (next.sources.length < fewestSources) return levels;
    levels.push(next);
  }
}

/** A pixel of the half size is the mean of the known ones it covers, and unknown as soon as one of them is. */
export function* halve(level: Level): Work<Level> {
  const width = Math.ceil(level.width / 2);
  const height = Math.ceil(level.height / 2);
  const colours = new Uint8ClampedArray(width * height * 3);
  const hole = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause(level.width) === 0) yield 0;
    for (let x = 0; x < width; x++) {
      let [red, green, blue, known, covered] = [0, 0, 0, 0, 0];
      for (let sy = 2 * y; sy < Math.min(level.height, 2 * y + 2); sy++) {
        for (let sx = 2 * x; sx < Math.min(level.width, 2 * x + 2); sx++) {
          const from = sy * level.width + sx;
          covered++;
          if (level.hole[from]) continue;
          known++;
          red += level.colours[from * 3] as number;
          green += level.colours[from * 3 + 1] as number;
          blue += level.colours[from * 3 + 2] as number;
        }
      }
      const to = y * width + x;
      hole[to] = known < covered ? 1 : 0;
      if (known === 0) continue;
      colours[to * 3] = red / known;
      colours[to * 3 + 1] = green / known;
      colours[to * 3 + 2] = blue / known;
    }
  }
  return yield* describeLevel(width, height, colours, hole);
}

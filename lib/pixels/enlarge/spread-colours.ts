/** Lets the colours at the edge of what shows go on under what does not, so that nothing hidden bleeds into an enlarged edge. */
import type { Raster } from "../raster.ts";
import type { Work } from "../work.ts";

/** As far as an enlarged pixel can see. */
const reachPx = 6;

export function* spreadColours(source: Raster): Work<Raster> {
  const { width, height, channels, data } = source;
  if (channels !== 4) return source;
  const result: Raster = { width, height, channels, data: Uint8ClampedArray.from(data) };
  const isKnown = new Uint8Array(width * height);
  for (let i = 0; i < isKnown.length; i++) isKnown[i] = (data[i * 4 + 3] as number) > 0 ? 1 : 0;
  for (let pass = 0; pass < reachPx; pass++) {
    const found = yield* spreadOnce(result, isKnown, pass / reachPx);
    if (found.length === 0) break;
    for (const i of found) isKnown[i] = 1;
  }
  return result;
}

function* spreadOnce({ width, height, data }: Raster, isKnown: Uint8Array, share: number): Generator<number, number[], void> {
  const found: number[] = [];
  for (let y = 0; y < height; y++) {
    if (y % 256 === 0) yield share;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (isKnown[at] === 1) continue;
      let [count, red, green, blue] = [0, 0, 0, 0];
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const near = row * width + column;
          if (isKnown[near] === 0) continue;
          count++;
          red += data[near * 4] as number;
          green += data[near * 4 + 1] as number;
          blue += data[near * 4 + 2] as number;
        }
      }
      if (count === 0) continue;
      found.push(at);
      data[at * 4] = red / count;
      data[at * 4 + 1] = green / count;
      data[at * 4 + 2] = blue / count;
    }
  }
  return found;
}

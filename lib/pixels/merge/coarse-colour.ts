/** Colours as coarse as encoders keep them: what is finer they leave out. */
import type { Samples } from "./placement.ts";

/** Pixels: a colour is the mean of nine so far apart. */
export const coarseReach = 3;

/** RGB; nearer to the border than that reach nothing can be asked. */
export function readCoarse({ width, data }: Pick<Samples, "width" | "data">, pixel: number, to: Float64Array): void {
  let [red, green, blue] = [0, 0, 0];
  for (let y = -coarseReach; y <= coarseReach; y += coarseReach) {
    for (let x = -coarseReach; x <= coarseReach; x += coarseReach) {
      const at = (pixel + y * width + x) * 3;
      red += data[at] as number;
      green += data[at + 1] as number;
      blue += data[at + 2] as number;
    }
  }
  to[0] = red / 9;
  to[1] = green / 9;
  to[2] = blue / 9;
}

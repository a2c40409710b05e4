/** Every spot's colour without its texture: the mean of what is known in a small square around it. */
import type { Work } from "../work.ts";
import { type Level, rowsPerPause } from "./level.ts";

const reach = 3;
const side = 2 * reach + 1;

/** Three values a pixel; 0 where nothing around is known. */
export function* softenColours({ width, height, colours, hole }: Level): Work<Float32Array> {
  const soft = new Float32Array(width * height * 3);
  const pause = Math.ceil(rowsPerPause(width) / side);
  for (let y = 0; y < height; y++) {
    if (y % pause === 0) yield y / height;
    for (let x = 0; x < width; x++) {
      let [red, green, blue, known] = [0, 0, 0, 0];
      for (let sy = Math.max(0, y - reach); sy <= Math.min(height - 1, y + reach); sy++) {
        for (let sx = Math.max(0, x - reach); sx <= Math.min(width - 1, x + reach); sx++) {
          const i = sy * width + sx;
          if (hole[i]) continue;
          known++;
          red += colours[i * 3] as number;
          green += colours[i * 3 + 1] as number;
          blue += colours[i * 3 + 2] as number;
        }
      }
      if (known === 0) continue;
      soft.set([red / known, green / known, blue / known], (y * width + x) * 3);
    }
  }
  return soft;
}

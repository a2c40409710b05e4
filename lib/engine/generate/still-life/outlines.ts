import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import { add, dim, type Radiance } from "../light/radiance.ts";

const around = [
  [0.2, 0.35],
  [0.8, 0.2],
  [0.65, 0.8],
  [0.3, 0.7],
] as const;

/** Where one thing ends and another begins, the pixel is looked at four times more. */
export function* smoothOutlines(film: Film, seen: Int16Array, look: (x: number, y: number, out: Radiance) => number): Painting {
  const { width, height } = film;
  const one: Radiance = { r: 0, g: 0, b: 0 };
  yield* expose(film, 1, height - 1, (x, y, out) => {
    const at = y * width + x;
    const own = seen[at];
    if (x === 0 || x === width - 1) return;
    if (seen[at - 1] === own && seen[at + 1] === own && seen[at - width] === own && seen[at + width] === own) return;
    for (const [dx, dy] of around) {
      look(x + dx, y + dy, one);
      add(out, one, 1);
    }
    dim(out, 1 / (around.length + 1));
  });
}

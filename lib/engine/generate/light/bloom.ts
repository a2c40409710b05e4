/** What a lens does to bright lights: they spread a little, and a faint veil reaches far. */
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { newPlane } from "#lib/pixels/plane.ts";
import type { Painting } from "./canvas.ts";
import type { Film } from "./film.ts";

const shrink = 4;
const from = 0.85;

export function* bloom(film: Film, strength: number): Painting {
  const { width, height, data } = film;
  const [w, h] = [Math.ceil(width / shrink), Math.ceil(height / shrink)];
  for (let c = 0; c < 3; c++) {
    const bright = newPlane(w, h);
    for (let y = 0; y < height; y++) {
      if (y % 64 === 0) yield;
      for (let x = 0; x < width; x++) {
        const over = Math.min(6, (data[(y * width + x) * 3 + c] as number) - from);
        const at = Math.floor(y / shrink) * w + Math.floor(x / shrink);
        if (over > 0) bright.data[at] = (bright.data[at] as number) + over / (shrink * shrink);
      }
    }
    yield;
    const near = gaussianBlur(bright, (film.unit * 0.006) / shrink + 0.4);
    yield;
    const far = gaussianBlur(bright, (film.unit * 0.035) / shrink);
    for (let y = 0; y < height; y++) {
      if (y % 32 === 0) yield;
      const v = Math.min(h - 1, Math.max(0, (y + 0.5) / shrink - 0.5));
      const [y0, fy] = [Math.floor(v), v % 1];
      const below = Math.min(h - 1, y0 + 1) * w;
      for (let x = 0; x < width; x++) {
        const u = Math.min(w - 1, Math.max(0, (x + 0.5) / shrink - 0.5));
        const [x0, fx] = [Math.floor(u), u % 1];
        const x1 = Math.min(w - 1, x0 + 1);
        const at = (p: Float32Array): number =>
          ((p[y0 * w + x0] as number) * (1 - fx) + (p[y0 * w + x1] as number) * fx) * (1 - fy) +
          ((p[below + x0] as number) * (1 - fx) + (p[below + x1] as number) * fx) * fy;
        const i = (y * width + x) * 3 + c;
        data[i] = (data[i] as number) + strength * (0.55 * at(near.data) + 0.9 * at(far.data));
      }
    }
  }
}

/** The picture as linear light while its far parts are painted; it is printed before things are set into it. */
import { fromLinear } from "#lib/pixels/colour.ts";
import type { Canvas, Painting } from "./canvas.ts";
import type { Radiance } from "./radiance.ts";

export interface Film {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  readonly data: Float32Array;
}

export function newFilm(width: number, height: number): Film {
  return { width, height, unit: Math.min(width, height), data: new Float32Array(width * height * 3) };
}

/** Calls back for every pixel of rows [from, to) with its light, which it changes. */
export function* expose(film: Film, from: number, to: number, change: (x: number, y: number, light: Radiance) => void): Painting {
  const { width, data } = film;
  const light: Radiance = { r: 0, g: 0, b: 0 };
  for (let y = Math.max(0, Math.floor(from)); y < Math.min(film.height, Math.ceil(to)); y++) {
    if (y % 4 === 0) yield;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      light.r = data[at] as number;
      light.g = data[at + 1] as number;
      light.b = data[at + 2] as number;
      change(x, y, light);
      data[at] = light.r;
      data[at + 1] = light.g;
      data[at + 2] = light.b;
    }
  }
}

/** Reads between pixels; beyond the border the border goes on. */
export function lookUp(film: Film, x: number, y: number, out: Radiance): void {
  const { width, height, data } = film;
  const px = x < 0 ? 0 : Math.min(x, width - 1);
  const py = y < 0 ? 0 : Math.min(y, height - 1);
  const x0 = Math.floor(px);
  const y0 = Math.floor(py);
  const fx = px - x0;
  const fy = py - y0;
  const right = x0 + 1 < width ? 3 : 0;
  const below = y0 + 1 < height ? width * 3 : 0;
  const at = (y0 * width + x0) * 3;
  const a = (1 - fx) * (1 - fy);
  const b = fx * (1 - fy);
  const c = (1 - fx) * fy;
  const d = fx * fy;
  const channel = (i: number): number =>
    a * (data[i] as number) + b * (data[i + right] as number) + c * (data[i + below] as number) + d * (data[i + right + below] as number);
  out.r = channel(at);
  out.g = channel(at + 1);
  out.b = channel(at + 2);
}

const shoulderFrom = 0.6;

/** Keeps palette colours as they were chosen and rolls off what is brighter, as film does. */
function rollOff(light: number): number {
  return light <= shoulderFrom ? light : shoulderFrom + (1 - shoulderFrom) * (1 - Math.exp((shoulderFrom - light) / (1 - shoulderFrom)));
}

export function* print(film: Film, canvas: Canvas): Painting {
  const { data } = film;
  const row = film.width * 3;
  for (let i = 0; i < data.length; i++) {
    if (i % (row * 16) === 0) yield;
    canvas.data[i] = fromLinear(rollOff(data[i] as number));
  }
}

/** Linear light: what adds up as light does. A painter writes into one object a pixel instead of making new ones. */
import { type Rgb, toLinear } from "#lib/pixels/colour.ts";

export interface Radiance {
  r: number;
  g: number;
  b: number;
}

export function radianceOf([red, green, blue]: Rgb, strength = 1): Radiance {
  return { r: toLinear(red) * strength, g: toLinear(green) * strength, b: toLinear(blue) * strength };
}

/** "f4c890" as light; a palette is easiest to read in the form designers write it. */
export function hex(code: string, strength = 1): Radiance {
  const known = parsed.get(code) ?? parse(code);
  return { r: known.r * strength, g: known.g * strength, b: known.b * strength };
}

/** Skins name their colours where they use them, which is once a pixel. */
const parsed = new Map<string, Radiance>();

function parse(code: string): Radiance {
  const at = (from: number): number => Number.parseInt(code.slice(from, from + 2), 16);
  const light = radianceOf([at(0), at(2), at(4)]);
  parsed.set(code, light);
  return light;
}

/** How bright it looks. */
export function luma({ r, g, b }: Readonly<Radiance>): number {
  return 0.21 * r + 0.72 * g + 0.07 * b;
}

export function set(out: Radiance, from: Readonly<Radiance>, strength = 1): void {
  out.r = from.r * strength;
  out.g = from.g * strength;
  out.b = from.b * strength;
}

export function add(out: Radiance, from: Readonly<Radiance>, strength: number): void {
  out.r += from.r * strength;
  out.g += from.g * strength;
  out.b += from.b * strength;
}

export function dim(out: Radiance, by: number): void {
  out.r *= by;
  out.g *= by;
  out.b *= by;
}

/** Moves towards another light by a share, held within 0..1. */
export function towards(out: Radiance, to: Readonly<Radiance>, share: number): void {
  const t = share < 0 ? 0 : Math.min(share, 1);
  out.r += t * (to.r - out.r);
  out.g += t * (to.g - out.g);
  out.b += t * (to.b - out.b);
}

export function between(a: Readonly<Radiance>, b: Readonly<Radiance>, share: number): Radiance {
  const mixed = { ...a };
  towards(mixed, b, share);
  return mixed;
}

/** 0 below `from`, 1 above `to`, smooth in between; `from` may be the larger one. */
export function ramp(from: number, to: number, value: number): number {
  const t = (value - from) / (to - from);
  if (t <= 0) return 0;
  return t >= 1 ? 1 : t * t * (3 - 2 * t);
}

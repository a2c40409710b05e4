/** What masks are reckoned with: how much they cover, what is left out, what two have in common. */
import type { Plane } from "#lib/pixels/plane.ts";

export function shareOf(mask: Plane): number {
  return mask.data.reduce((sum, value) => sum + value, 0) / mask.data.length;
}

export function inverse(mask: Plane): Plane {
  return { ...mask, data: mask.data.map((value) => 1 - value) };
}

export function product(a: Plane, b: Plane): Plane {
  return { ...a, data: a.data.map((value, i) => value * (b.data[i] as number)) };
}

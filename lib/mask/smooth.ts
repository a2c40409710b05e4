/** Rounds corners and takes away what is thinner than the radius: the mask is softened, then its middle level becomes the edge again. */
import { feather } from "./feather.ts";

/** Steep enough for an edge one pixel wide; below it lies the softened slope. */
const edgePixels = 1;

export function smooth(mask: Uint8Array, width: number, height: number, radius: number): void {
  if (Math.round(radius / 2) < 1) return;
  feather(mask, width, height, radius);
  const steepness = radius / edgePixels;
  for (let at = 0; at < mask.length; at += 1) {
    const level = mask[at] ?? 0;
    if (level > 0 && level < 255) mask[at] = Math.min(255, Math.max(0, Math.round((level - 127.5) * steepness + 127.5)));
  }
}

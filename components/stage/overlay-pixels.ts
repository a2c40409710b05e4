/** How a mask looks: colour, hatch and a double outline, so that it is seen on any picture; or plainly black and white. */
import type { Patch } from "#lib/mask/mask-window.ts";

export const maskViews = ["overlay", "black-white", "off"] as const;
export type MaskLook = (typeof maskViews)[number];

export interface Greys {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const colour = [0xff, 0x7a, 0x59] as const;
const hatchPeriod = 9;

/** Writes the look of the patch into RGBA pixels of the same size. */
export function paintOverlay(rgba: Uint8ClampedArray, greys: Greys, patch: Patch, look: MaskLook): void {
  const { pixels, width } = greys;
  for (let y = patch.top; y < patch.bottom; y += 1) {
    for (let x = patch.left; x < patch.right; x += 1) {
      const at = y * width + x;
      const level = pixels[at] ?? 0;
      if (look === "black-white") put(rgba, at, level, level, level, 255);
      else if (isEdge(greys, x, y)) putEdge(rgba, at, isInside(greys, at));
      else if (level === 0) put(rgba, at, 0, 0, 0, 0);
      else if ((x + y) % hatchPeriod < 1) put(rgba, at, 255, 255, 255, Math.round(level * 0.5));
      else put(rgba, at, colour[0], colour[1], colour[2], Math.round(level * 0.52));
    }
  }
}

/** Where what is inside meets what is outside, on either side of that line. */
export function isEdge({ pixels, width, height }: Greys, x: number, y: number): boolean {
  const at = y * width + x;
  const isIn = (pixels[at] ?? 0) >= 128;
  return (
    (x > 0 && (pixels[at - 1] ?? 0) >= 128 !== isIn) ||
    (x + 1 < width && (pixels[at + 1] ?? 0) >= 128 !== isIn) ||
    (y > 0 && (pixels[at - width] ?? 0) >= 128 !== isIn) ||
    (y + 1 < height && (pixels[at + width] ?? 0) >= 128 !== isIn)
  );
}

export function isInside({ pixels }: Greys, at: number): boolean {
  return (pixels[at] ?? 0) >= 128;
}

export function putEdge(rgba: Uint8ClampedArray, at: number, isLight: boolean): void {
  if (isLight) put(rgba, at, 255, 255, 255, 235);
  else put(rgba, at, 20, 20, 24, 190);
}

function put(rgba: Uint8ClampedArray, at: number, red: number, green: number, blue: number, alpha: number): void {
  rgba[at * 4] = red;
  rgba[at * 4 + 1] = green;
  rgba[at * 4 + 2] = blue;
  rgba[at * 4 + 3] = alpha;
}

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
  const { pixels, width, height } = greys;
  for (let y = patch.top; y < patch.bottom; y += 1) {
    for (let x = patch.left; x < patch.right; x += 1) {
      const at = y * width + x;
      const level = pixels[at] ?? 0;
      if (look === "black-white") {
        put(rgba, at, level, level, level, 255);
        continue;
      }
      const isInside = level >= 128;
      const isEdge =
        (x > 0 && (pixels[at - 1] ?? 0) >= 128 !== isInside) ||
        (x + 1 < width && (pixels[at + 1] ?? 0) >= 128 !== isInside) ||
        (y > 0 && (pixels[at - width] ?? 0) >= 128 !== isInside) ||
        (y + 1 < height && (pixels[at + width] ?? 0) >= 128 !== isInside);
      if (isEdge) put(rgba, at, isInside ? 255 : 20, isInside ? 255 : 20, isInside ? 255 : 24, isInside ? 235 : 190);
      else if (level === 0) put(rgba, at, 0, 0, 0, 0);
      else if ((x + y) % hatchPeriod < 1) put(rgba, at, 255, 255, 255, Math.round(level * 0.5));
      else put(rgba, at, colour[0], colour[1], colour[2], Math.round(level * 0.52));
    }
  }
}

function put(rgba: Uint8ClampedArray, at: number, red: number, green: number, blue: number, alpha: number): void {
  rgba[at * 4] = red;
  rgba[at * 4 + 1] = green;
  rgba[at * 4 + 2] = blue;
  rgba[at * 4 + 3] = alpha;
}

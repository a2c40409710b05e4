/** Lays a result into a picture of any size under a soft mask, and counts what that has changed. */
import type { Box } from "../crop.ts";
import type { Raster } from "../raster.ts";

export interface BlendRequest {
  /** RGB or RGBA; written to, and only where `alpha` is above 0. */
  readonly picture: Raster;
  readonly box: Box;
  /** RGB, of the box's size. */
  readonly result: Raster;
  /** Grey, of the box's size: 255 takes the result, 0 leaves the picture. */
  readonly alpha: Raster;
}

export function blendIn({ picture, box, result, alpha }: BlendRequest): void {
  const { data, channels, width } = picture;
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const from = y * box.width + x;
      const share = (alpha.data[from] as number) / 255;
      if (share === 0) continue;
      const to = ((box.y + y) * width + box.x + x) * channels;
      // What was clear has no colour of its own that could shine through.
      const below = channels === 4 ? (1 - share) * ((data[to + 3] as number) / 255) : 1 - share;
      const whole = below + share;
      for (let c = 0; c < 3; c++) {
        const value = ((data[to + c] as number) * below + (result.data[from * 3 + c] as number) * share) / whole;
        data[to + c] = Math.round(value);
      }
      if (channels === 4) data[to + 3] = Math.round(255 * whole);
    }
  }
}

export interface Counts {
  readonly pixels: number;
  readonly changed: number;
  readonly outside: { readonly pixels: number; readonly changed: number };
}

export interface CountRequest {
  /** Both of one size and kind. */
  readonly before: Raster;
  readonly after: Raster;
  /** Where the picture was before its canvas grew: what lies around it is new, whatever its values. */
  readonly own: Box;
  readonly box: Box;
  /** Of the box; 0 everywhere else. */
  readonly alpha: Raster;
}

export function countChanges({ before, after, own, box, alpha }: CountRequest): Counts {
  const { width, height, channels } = before;
  let changed = 0;
  let changedOutside = 0;
  let inside = 0;
  for (let y = 0; y < height; y++) {
    const alphaRow = y >= box.y && y < box.y + box.height ? (y - box.y) * box.width - box.x : null;
    for (let x = 0; x < width; x++) {
      const isInBox = alphaRow !== null && x >= box.x && x < box.x + box.width;
      const isInside = isInBox && (alpha.data[alphaRow + x] as number) > 0;
      if (isInside) inside++;
      const at = (y * width + x) * channels;
      let isChanged = x < own.x || y < own.y || x >= own.x + own.width || y >= own.y + own.height;
      for (let c = 0; c < channels; c++) if (before.data[at + c] !== after.data[at + c]) isChanged = true;
      if (!isChanged) continue;
      changed++;
      if (!isInside) changedOutside++;
    }
  }
  const pixels = width * height;
  return { pixels, changed, outside: { pixels: pixels - inside, changed: changedOutside } };
}

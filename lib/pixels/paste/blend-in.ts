/** Lays a result into a picture of any size under a soft mask, and counts what that has changed. */
import type { Box } from "../crop.ts";
import { bytesOf, type Raster } from "../raster.ts";
import { areSame } from "./same-runs.ts";

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
  const { channels, width } = picture;
  const [under, over, shares] = [bytesOf(picture), bytesOf(result), bytesOf(alpha)];
  for (let y = 0; y < box.height; y++) {
    const from = y * box.width;
    const to = ((box.y + y) * width + box.x) * channels;
    if (channels === 3) blendOpaque({ under, over, shares, from, to, count: box.width });
    else blendSeeThrough({ under, over, shares, from, to, count: box.width });
  }
}

interface Run {
  readonly under: Uint8Array;
  readonly over: Uint8Array;
  readonly shares: Uint8Array;
  /** The first pixel of what comes over and of its shares, and the first value of what lies under it. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

function blendOpaque({ under, over, shares, from, to, count }: Run): void {
  for (let i = from, at = from * 3, here = to; i < from + count; i++, at += 3, here += 3) {
    const level = shares[i] as number;
    if (level === 0) continue;
    if (level === 255) {
      under[here] = over[at] as number;
      under[here + 1] = over[at + 1] as number;
      under[here + 2] = over[at + 2] as number;
      continue;
    }
    const share = level / 255;
    for (let c = 0; c < 3; c++) {
      const own = under[here + c] as number;
      under[here + c] = Math.round(own + ((over[at + c] as number) - own) * share);
    }
  }
}

function blendSeeThrough({ under, over, shares, from, to, count }: Run): void {
  for (let i = from, at = from * 3, here = to; i < from + count; i++, at += 3, here += 4) {
    const share = (shares[i] as number) / 255;
    if (share === 0) continue;
    // What was clear has no colour of its own that could shine through.
    const below = (1 - share) * ((under[here + 3] as number) / 255);
    const whole = below + share;
    for (let c = 0; c < 3; c++)
      under[here + c] = Math.round(((under[here + c] as number) * below + (over[at + c] as number) * share) / whole);
    under[here + 3] = Math.round(255 * whole);
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
  let [changed, changedOutside, inside] = [0, 0, 0];
  for (let i = 0; i < alpha.data.length; i++) if ((alpha.data[i] as number) > 0) inside++;
  const isOwnWidth = own.x === 0 && own.width === width;
  const isSame = (from: number, to: number) => areSame(bytesOf(before), bytesOf(after), from, to);
  for (let y = 0; y < height; y++) {
    const isOwnRow = y >= own.y && y < own.y + own.height;
    if (isOwnRow && isOwnWidth && isSame(y * width * channels, (y + 1) * width * channels)) continue;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      const isNew = !isOwnRow || x < own.x || x >= own.x + own.width;
      if (!isNew && isSame(at, at + channels)) continue;
      changed++;
      if (!isInside(x, y)) changedOutside++;
    }
  }
  const pixels = width * height;
  return { pixels, changed, outside: { pixels: pixels - inside, changed: changedOutside } };

  function isInside(x: number, y: number): boolean {
    const isInBox = x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
    return isInBox && (alpha.data[(y - box.y) * box.width + x - box.x] as number) > 0;
  }
}

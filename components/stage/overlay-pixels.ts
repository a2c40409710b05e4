/** How a mask looks: colour, hatch and a double outline, so that it is seen on any picture; or plainly black and white. */
import type { Patch } from "#lib/mask/mask-window.ts";
import { type OverlayStyle, overlayColours } from "./overlay-style.ts";

export const maskViews = ["overlay", "black-white", "off"] as const;
export type MaskLook = (typeof maskViews)[number];

export interface Greys {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What each level looks like, ready to be written: as the plain colour, and on the lines of the hatch. */
export interface Tint {
  readonly plain: Uint32Array;
  readonly hatched: Uint32Array;
}

const hatchPeriod = 9;
const hatchOpacity = 0.5;
const lightEdge = wordOf(255, 255, 255, 235);
const darkEdge = wordOf(20, 20, 24, 190);

export function mixTint({ colour, opacity, isHatched }: OverlayStyle): Tint {
  const [red, green, blue] = overlayColours[colour];
  const levels = Array.from({ length: 256 }, (_, level) => level);
  const plain = Uint32Array.from(levels, (level) => (level === 0 ? 0 : wordOf(red, green, blue, Math.round(level * opacity))));
  const white = Uint32Array.from(levels, (level) => (level === 0 ? 0 : wordOf(255, 255, 255, Math.round(level * hatchOpacity))));
  return { plain, hatched: isHatched ? white : plain };
}

/** Writes the look of the patch into pixels of the same size, each a word of alpha, blue, green and red. */
export function paintOverlay(words: Uint32Array, greys: Greys, patch: Patch, look: MaskLook, tint: Tint): void {
  if (look === "black-white") paintLevels(words, greys, patch);
  else paintTint(words, greys, patch, tint);
}

function paintLevels(words: Uint32Array, { pixels, width }: Greys, { left, top, right, bottom }: Patch): void {
  for (let y = top; y < bottom; y += 1) {
    for (let at = y * width + left; at < y * width + right; at += 1) words[at] = 0xff000000 | ((pixels[at] ?? 0) * 0x010101);
  }
}

/** Runs for every pixel that a stroke touches, so it asks neighbours only for what the outline needs: their highest bit. */
function paintTint(words: Uint32Array, { pixels, width, height }: Greys, { left, top, right, bottom }: Patch, tint: Tint): void {
  const { plain, hatched } = tint;
  for (let y = top; y < bottom; y += 1) {
    const above = y > 0 ? -width : 0;
    const below = y + 1 < height ? width : 0;
    let at = y * width + left;
    let hatch = (left + y) % hatchPeriod;
    for (let x = left; x < right; x += 1, at += 1) {
      const level = pixels[at] ?? 0;
      const before = pixels[x > 0 ? at - 1 : at] ?? 0;
      const after = pixels[x + 1 < width ? at + 1 : at] ?? 0;
      const differs = (level ^ before) | (level ^ after) | (level ^ (pixels[at + above] ?? 0)) | (level ^ (pixels[at + below] ?? 0));
      if (differs & 128) words[at] = level & 128 ? lightEdge : darkEdge;
      else words[at] = (hatch === 0 ? hatched[level] : plain[level]) ?? 0;
      hatch = hatch + 1 === hatchPeriod ? 0 : hatch + 1;
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

export function putEdge(words: Uint32Array, at: number, isLight: boolean): void {
  words[at] = isLight ? lightEdge : darkEdge;
}

/** As the bytes of an image's pixel stand in memory. */
function wordOf(red: number, green: number, blue: number, alpha: number): number {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

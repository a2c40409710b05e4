/** The brush of Keep part: which way it paints, how large (pixels of the picture) and how soft. */
import type { PaintMode } from "#lib/mask/mask-document.ts";

export interface KeepBrush {
  readonly mode: PaintMode;
  readonly size: number;
  readonly hardness: number;
}

export function firstBrush({ width, height }: { readonly width: number; readonly height: number }): KeepBrush {
  return { mode: "subtract", size: Math.round(Math.max(16, Math.min(width, height) / 10)), hardness: 0.3 };
}

/** There is no mask here to erase: the other end of a pen takes back what its tip does. */
export function otherMode(mode: PaintMode): PaintMode {
  return mode === "add" ? "subtract" : "add";
}

export function largestBrush({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.round(Math.max(width, height) / 2);
}

export function stepSize(size: number, direction: 1 | -1, largest: number): number {
  return Math.min(largest, Math.max(4, Math.round(direction > 0 ? size * 1.2 + 1 : size / 1.2 - 1)));
}

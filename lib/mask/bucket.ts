/** The paint bucket: what an outline of the mask encloses around a place, or the painted piece that lies there. */
import { grow } from "./grow.ts";
import { isPainted } from "./label-runs.ts";
import type { MaskDocument } from "./mask-document.ts";
import { wholeWindow } from "./mask-window.ts";
import { applyOperations } from "./rasterise.ts";

export interface Enclosed {
  readonly width: number;
  readonly height: number;
  readonly levels: Uint8Array;
}

/** The border of the picture is a wall. Reaches one cell into the outline, so that no seam stays along its soft edge. */
export function markEnclosed(mask: MaskDocument, scale: number, at: { readonly x: number; readonly y: number }, wanted: boolean): Enclosed {
  const window = wholeWindow(mask.width, mask.height, scale);
  const { width, height } = window;
  const drawn = new Uint8Array(width * height);
  applyOperations(drawn, window, mask.operations);
  const levels = new Uint8Array(width * height);
  const start =
    Math.min(height - 1, Math.max(0, Math.floor(at.y * scale))) * width + Math.min(width - 1, Math.max(0, Math.floor(at.x * scale)));
  const isOpen = (pixel: number) => levels[pixel] === 0 && isPainted(drawn[pixel] ?? 0) === wanted;
  const waiting = [start];
  for (let pixel = waiting.pop(); pixel !== undefined; pixel = waiting.pop()) {
    if (!isOpen(pixel)) continue;
    const row = pixel - (pixel % width);
    let left = pixel;
    while (left > row && isOpen(left - 1)) left -= 1;
    let right = pixel + 1;
    while (right < row + width && isOpen(right)) right += 1;
    levels.fill(255, left, right);
    for (const next of [-width, width]) {
      if (row + next < 0 || row + next >= width * height) continue;
      for (let other = left + next; other < right + next; other += 1) {
        if (isOpen(other) && (other === left + next || !isOpen(other - 1))) waiting.push(other);
      }
    }
  }
  if (levels[start]) grow(levels, width, height, 1);
  return { width, height, levels };
}

/** The outline's pixels, found once the mask has come to rest, and their next step: dashes that walk around what is marked. */
import type { Patch } from "#lib/mask/mask-window.ts";
import { type Greys, isEdge, isInside, putEdge } from "./overlay-pixels.ts";

const dashBits = 2;

export class MarchingOutline {
  private places = new Uint32Array(0);
  private readonly bounds: Patch;
  private readonly greys: Greys;
  private phase = 0;

  constructor(greys: Greys) {
    this.greys = greys;
    const { width, height } = greys;
    const found: number[] = [];
    let [left, top, right, bottom] = [width, height, 0, 0];
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (!isEdge(greys, x, y)) continue;
        found.push(y * width + x);
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = y + 1;
      }
    }
    this.places = Uint32Array.from(found);
    this.bounds = { left, top, right, bottom };
  }

  /** Writes the next step; answers which pixels may have changed. */
  step(words: Uint32Array): Patch {
    this.phase += 1;
    const { width } = this.greys;
    for (const at of this.places) {
      const walked = (at % width) + Math.floor(at / width) + this.phase;
      const isDark = ((walked >> dashBits) & 1) === 1;
      putEdge(words, at, isInside(this.greys, at) !== isDark);
    }
    return this.bounds;
  }
}

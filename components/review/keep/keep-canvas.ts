/**
 * How much of the result is seen over its original, kept up to date while somebody paints: what a stroke changes is the result's
 * opacity alone, and the browser lays it over the original below. Desynchronised like the mask's canvas: a move of the brush is
 * shown without a frame of the page.
 */
import { IncrementalMask } from "#lib/mask/incremental-mask.ts";
import type { Stroke } from "#lib/mask/mask-document.ts";
import { isEmpty, type MaskWindow, type Patch, wholePatch } from "#lib/mask/mask-window.ts";
import type { KeepPixels } from "./keep-sources.ts";

export class KeepCanvas {
  private readonly mask: IncrementalMask;
  private readonly image: ImageData;
  /** The image's pixels, each as one word. */
  private readonly words: Uint32Array;
  /** Where the model has seen nothing the result is clear, and nothing can come over. */
  private readonly most: Uint8Array;
  private readonly context: CanvasRenderingContext2D | null;

  constructor(canvas: HTMLCanvasElement, window: MaskWindow, { result, alpha }: KeepPixels, strokes: readonly Stroke[]) {
    this.mask = new IncrementalMask(window, alpha);
    this.image = result;
    this.words = new Uint32Array(result.data.buffer);
    this.most = Uint8Array.from(this.words, (word) => word >>> 24);
    canvas.width = window.width;
    canvas.height = window.height;
    this.context = canvas.getContext("2d", { desynchronized: true });
    this.mask.show(strokes);
    this.draw(wholePatch(window));
  }

  show(strokes: readonly Stroke[]): void {
    this.draw(this.mask.show(strokes));
  }

  extendStroke(stroke: Stroke, from: number): void {
    this.draw(this.mask.extendStroke(stroke, stroke.points, from));
  }

  keepStroke(strokes: readonly Stroke[]): void {
    this.draw(this.mask.keepStroke(strokes));
  }

  private draw(patch: Patch): void {
    if (isEmpty(patch)) return;
    const { left, top, right, bottom } = patch;
    const { words, most } = this;
    const { pixels, window } = this.mask;
    for (let row = top; row < bottom; row += 1) {
      for (let at = row * window.width + left; at < row * window.width + right; at += 1) {
        const share = Math.round(((pixels[at] ?? 0) * (most[at] ?? 0)) / 255);
        words[at] = ((words[at] ?? 0) & 0xffffff) | (share << 24);
      }
    }
    this.context?.putImageData(this.image, 0, 0, left, top, right - left, bottom - top);
  }
}

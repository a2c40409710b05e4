/** The mixed picture of one window, kept up to date while somebody paints; only pixels that changed are mixed and drawn. */
import type { Stroke } from "#lib/mask/mask-document.ts";
import { isEmpty, type MaskWindow, type Patch, wholePatch } from "#lib/mask/mask-window.ts";
import { PaintedOver } from "#lib/mask/painted-over.ts";
import type { KeepPixels } from "./keep-sources.ts";

export class KeepCanvas {
  readonly window: MaskWindow;
  private readonly painted: PaintedOver;
  private readonly pixels: KeepPixels;
  private readonly image: ImageData;
  private readonly context: CanvasRenderingContext2D | null;

  constructor(canvas: HTMLCanvasElement, window: MaskWindow, pixels: KeepPixels, strokes: readonly Stroke[]) {
    this.window = window;
    this.pixels = pixels;
    this.painted = new PaintedOver(window);
    this.image = new ImageData(window.width, window.height);
    canvas.width = window.width;
    canvas.height = window.height;
    this.context = canvas.getContext("2d");
    this.painted.show(strokes);
    this.draw(wholePatch(window));
  }

  show(strokes: readonly Stroke[]): void {
    this.draw(this.painted.show(strokes));
  }

  extendStroke(stroke: Stroke, from: number): void {
    this.draw(this.painted.extendStroke(stroke, stroke.points, from));
  }

  keepStroke(strokes: readonly Stroke[]): void {
    this.painted.keepStroke(strokes);
  }

  private draw(patch: Patch): void {
    if (isEmpty(patch)) return;
    const { left, top, right, bottom } = patch;
    const { before, result, alpha } = this.pixels;
    const { data, width } = this.image;
    for (let row = top; row < bottom; row += 1) {
      for (let pixel = row * width + left; pixel < row * width + right; pixel += 1) {
        const at = pixel * 4;
        // Where the model has seen nothing the result is clear, and nothing can come over.
        const share = (this.painted.at(pixel, alpha[pixel] ?? 0) * (result[at + 3] ?? 0)) / 65_025;
        for (let channel = at; channel < at + 4; channel += 1) {
          const from = before[channel] ?? 0;
          data[channel] = from + ((result[channel] ?? 0) - from) * share;
        }
      }
    }
    this.context?.putImageData(this.image, 0, 0, left, top, right - left, bottom - top);
  }
}

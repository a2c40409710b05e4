/** Lines between the pixels, from a zoom on where each of them can be told from the next. */
import type { Size, Viewport } from "#components/ui/viewport.ts";
import { layOver } from "./lay-over.ts";

const leastZoom = 8;

export class PixelGrid {
  readonly element = document.createElement("div");
  private readonly picture: Size;

  constructor(picture: Size) {
    this.picture = picture;
    this.element.className = "pixel-grid pointer-events-none absolute top-0 left-0";
  }

  place(view: Viewport): void {
    this.element.hidden = view.zoom <= leastZoom;
    if (this.element.hidden) return;
    layOver(this.element, view, this.picture);
    this.element.style.backgroundSize = `${view.zoom}px ${view.zoom}px`;
  }

  destroy(): void {
    this.element.remove();
  }
}

/**
 * The picture under the canvas: a small copy first, the full one once somebody looks closer than the copy is sharp.
 * An image element and no canvas, since a browser hands every canvas of the page over with every frame in which anything moves.
 */
import type { Size, Viewport } from "#components/ui/viewport.ts";
import { stageSide } from "#lib/wire.ts";
import { layOver } from "./lay-over.ts";

export interface PictureSources {
  readonly copy: string;
  readonly full: string;
}

export class PictureView {
  readonly element = document.createElement("img");
  private readonly picture: Size;
  private readonly sources: PictureSources;
  private isFullAsked: boolean;
  private isGone = false;

  constructor(picture: Size, sources: PictureSources) {
    this.picture = picture;
    this.sources = sources;
    this.isFullAsked = Math.max(picture.width, picture.height) <= stageSide;
    this.element.className = "checkered pointer-events-none absolute top-0 left-0 max-w-none";
    this.element.alt = "";
    this.element.hidden = true;
    void this.load(sources.copy);
  }

  place(view: Viewport): void {
    layOver(this.element, view, this.picture);
    this.element.style.imageRendering = view.zoom < 4 ? "" : "pixelated";
  }

  sharpen({ zoom }: Viewport, pixelRatio: number): void {
    if (this.isFullAsked || Math.max(this.picture.width, this.picture.height) * zoom * pixelRatio < stageSide * 1.2) return;
    this.isFullAsked = true;
    void this.load(this.sources.full);
  }

  destroy(): void {
    this.isGone = true;
    this.element.remove();
  }

  private async load(source: string): Promise<void> {
    const image = new Image();
    image.src = source;
    // A picture that cannot be shown leaves the one before; painting goes on.
    await image.decode().catch(() => undefined);
    if (this.isGone || image.naturalWidth === 0) return;
    this.element.src = source;
    this.element.hidden = false;
  }
}

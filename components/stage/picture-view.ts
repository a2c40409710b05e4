/** The picture on its layer: a small copy first, the full one once somebody looks closer than the copy is sharp. */
import Konva from "konva";
import type { Size, Viewport } from "./viewport.ts";

interface PictureSources {
  readonly copy: string;
  readonly full: string;
}

const copySide = 1536;

export class PictureView {
  readonly layer = new Konva.Layer({ listening: false });
  private readonly image = new Konva.Image({ image: undefined, listening: false, perfectDrawEnabled: false });
  private readonly picture: Size;
  private readonly sources: PictureSources;
  private isFullAsked: boolean;
  private isGone = false;

  constructor(picture: Size, sources: PictureSources) {
    this.picture = picture;
    this.sources = sources;
    this.isFullAsked = Math.max(picture.width, picture.height) <= copySide;
    this.layer.add(this.image);
    void this.load(sources.copy);
  }

  place({ x, y, zoom }: Viewport): void {
    this.image.position({ x, y });
    this.image.size({ width: this.picture.width * zoom, height: this.picture.height * zoom });
    this.layer.imageSmoothingEnabled(zoom < 4);
    this.layer.batchDraw();
  }

  sharpen({ zoom }: Viewport, pixelRatio: number): void {
    if (this.isFullAsked || Math.max(this.picture.width, this.picture.height) * zoom * pixelRatio < copySide * 1.2) return;
    this.isFullAsked = true;
    void this.load(this.sources.full);
  }

  destroy(): void {
    this.isGone = true;
    this.layer.destroy();
  }

  private async load(source: string): Promise<void> {
    const image = new Image();
    image.src = source;
    // A picture that cannot be shown leaves the one before; painting goes on.
    await image.decode().catch(() => undefined);
    if (this.isGone || image.naturalWidth === 0) return;
    this.image.image(image);
    this.layer.batchDraw();
  }
}

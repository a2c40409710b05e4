/** The mask on the screen: a raster of the part in view, kept up to date, and its look on a Konva layer. */
import Konva from "konva";
import { boundsOf, type Point, roomInPicture, type Size, toScreen, type Viewport } from "#components/ui/viewport.ts";
import { coverage } from "#lib/mask/coverage.ts";
import { IncrementalMask } from "#lib/mask/incremental-mask.ts";
import { type MaskOperation, needsWholePicture } from "#lib/mask/mask-document.ts";
import { isEmpty, type MaskWindow, type Patch, wholePatch, wholeWindow } from "#lib/mask/mask-window.ts";
import type { Brush } from "#lib/mask/stroke-parts.ts";
import { MarchingOutline } from "./marching-outline.ts";
import { type Greys, type MaskLook, paintOverlay } from "./overlay-pixels.ts";
import { readGreys } from "./read-greys.ts";

const mostPixels = 4_000_000;
const overviewSide = 512;
const restMs = 300;
const stepMs = 140;

export class MaskView {
  readonly layer = new Konva.Layer({ listening: false });
  private readonly picture: Size;
  private readonly canvas = document.createElement("canvas");
  private readonly image: Konva.Image;
  /** The whole picture, small: what is covered is counted here. */
  private readonly overview: IncrementalMask;
  private mask: IncrementalMask;
  private rgba = new ImageData(1, 1);
  private operations: readonly MaskOperation[] = [];
  private uploaded: CanvasImageSource | null = null;
  /** Where the raster's pixels lie on the layer's own, or null while it is resampled. */
  private corner: Point | null = null;
  private look: MaskLook = "overlay";
  private isMarching = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(picture: Size) {
    this.picture = picture;
    this.overview = new IncrementalMask(
      wholeWindow(picture.width, picture.height, Math.min(1, overviewSide / Math.max(picture.width, picture.height))),
    );
    this.mask = new IncrementalMask(this.overview.window);
    this.image = new Konva.Image({ image: this.canvas, listening: false, perfectDrawEnabled: false });
    this.layer.add(this.image);
    this.takeWindow(this.overview.window);
  }

  place(view: Viewport): void {
    const { window } = this.mask;
    const { zoom, angle = 0 } = view;
    const ratio = Konva.pixelRatio;
    // Pixel on pixel where the raster has the screen's own sharpness: copying is far cheaper than resampling.
    const isExact = angle === 0 && Math.abs(window.scale - zoom * ratio) < 1e-6;
    const at = toScreen(view, window);
    this.corner = isExact ? { x: Math.round(at.x * ratio), y: Math.round(at.y * ratio) } : null;
    this.image.position(this.corner ? { x: this.corner.x / ratio, y: this.corner.y / ratio } : at);
    this.image.rotation((angle * 180) / Math.PI);
    const side = isExact ? 1 / ratio : zoom / window.scale;
    this.image.size({ width: window.width * side, height: window.height * side });
    this.layer.imageSmoothingEnabled(!isExact && zoom < 4);
    this.layer.batchDraw();
  }

  /** Draws the mask anew in the sharpness of this view, once the view has come to rest. */
  sharpen(view: Viewport, room: Size, pixelRatio: number): void {
    const window = windowFor(view, room, this.picture, pixelRatio, needsWholePicture(this.operations));
    const known = this.mask.window;
    const isSame = known.scale === window.scale && known.x === window.x && known.y === window.y && known.width === window.width;
    if (!isSame || known.height !== window.height) this.takeWindow(window);
    this.place(view);
  }

  show(operations: readonly MaskOperation[], uploaded: CanvasImageSource | null, view: Viewport): void {
    const isSwapped = uploaded !== this.uploaded;
    this.operations = operations;
    this.uploaded = uploaded;
    this.overview.show(operations);
    const isPart = this.mask.window.width / this.mask.window.scale < this.picture.width - 1;
    if (isPart && needsWholePicture(operations)) this.takeWindow(wholeAtMost(this.picture, this.mask.window.scale));
    const patch = this.mask.show(operations);
    this.repaint(isSwapped ? wholePatch(this.mask.window) : patch);
    this.place(view);
  }

  setLook(look: MaskLook, isMarching: boolean): void {
    if (look === this.look && isMarching === this.isMarching) return;
    this.look = look;
    this.isMarching = isMarching;
    this.layer.visible(look !== "off");
    this.repaint(wholePatch(this.mask.window));
  }

  extendStroke(brush: Brush, points: readonly number[], from: number): void {
    this.overview.extendStroke(brush, points, from);
    this.repaint(this.mask.extendStroke(brush, points, from));
  }

  /** Where the stroke is expected to go from its newest point, the first of these; seen until it goes on. */
  showAhead(brush: Brush, points: readonly number[]): void {
    this.repaint(this.mask.showAhead(brush, points));
  }

  /** The stroke on the screen is the last of these operations now. */
  keepStroke(operations: readonly MaskOperation[]): void {
    this.operations = operations;
    this.overview.keepStroke(operations);
    this.repaint(this.mask.keepStroke(operations));
  }

  coverage() {
    const { pixels, width, height } = this.whole();
    return coverage(pixels, width, height);
  }

  /** All of the mask, small. */
  whole(): Greys {
    const { width, height } = this.overview.window;
    return { pixels: this.greysOf(this.overview), width, height };
  }

  destroy(): void {
    this.halt();
    this.layer.destroy();
    this.canvas.width = 0;
  }

  private greysOf(mask: IncrementalMask): Uint8Array {
    return this.uploaded ? readGreys(this.uploaded, mask.window, this.picture) : mask.pixels;
  }

  private takeWindow(window: MaskWindow): void {
    this.corner = null;
    this.mask = new IncrementalMask(window);
    this.mask.show(this.operations);
    this.canvas.width = window.width;
    this.canvas.height = window.height;
    this.rgba = new ImageData(window.width, window.height);
    this.repaint(wholePatch(window));
  }

  private repaint(patch: Patch): void {
    if (isEmpty(patch)) return;
    const { width, height } = this.mask.window;
    // The outline looks at neighbours, so one pixel around may change with it.
    const left = Math.max(0, patch.left - 1);
    const top = Math.max(0, patch.top - 1);
    const around = { left, top, right: Math.min(width, patch.right + 1), bottom: Math.min(height, patch.bottom + 1) };
    paintOverlay(this.rgba.data, { pixels: this.greysOf(this.mask), width, height }, around, this.look);
    this.put(around);
    this.halt();
    if (this.isMarching && this.look === "overlay") this.timer = setTimeout(() => this.march(), restMs);
  }

  private put(patch: Patch): void {
    const { left, top, right, bottom } = patch;
    this.canvas.getContext("2d")?.putImageData(this.rgba, 0, 0, left, top, right - left, bottom - top);
    this.push(patch);
  }

  /** Looked for anew whenever the mask has changed and come to rest. */
  private march(): void {
    const { width, height } = this.mask.window;
    const outline = new MarchingOutline({ pixels: this.greysOf(this.mask), width, height });
    this.timer = setInterval(() => {
      const patch = outline.step(this.rgba.data);
      if (!isEmpty(patch)) this.put(patch);
    }, stepMs);
  }

  private halt(): void {
    // One and the same kind of number in a browser, whether it repeats or not.
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Where it lies pixel on pixel, only the changed piece goes to the layer: drawing all of it anew costs a frame on weak machines. */
  private push({ left, top, right, bottom }: Patch): void {
    const context = this.corner && this.look !== "off" ? this.layer.getNativeCanvasElement().getContext("2d") : null;
    if (!this.corner || !context) {
      this.layer.batchDraw();
      return;
    }
    const [x, y, width, height] = [this.corner.x + left, this.corner.y + top, right - left, bottom - top];
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(x, y, width, height);
    context.drawImage(this.canvas, left, top, width, height, x, y, width, height);
    context.restore();
  }
}

function wholeAtMost(picture: Size, scale: number): MaskWindow {
  return wholeWindow(picture.width, picture.height, Math.min(1, scale, Math.sqrt(mostPixels / (picture.width * picture.height))));
}

/** The whole picture while that is small enough on the screen, else what is seen and something around it; never finer than the picture. */
export function windowFor(view: Viewport, room: Size, picture: Size, pixelRatio: number, isWhole: boolean): MaskWindow {
  const scale = Math.min(1, view.zoom * pixelRatio);
  if (isWhole || picture.width * picture.height * scale * scale <= mostPixels) return wholeAtMost(picture, scale);
  const seen = boundsOf(roomInPicture(view, room));
  const [beside, above] = [(seen.right - seen.left) / 4, (seen.bottom - seen.top) / 4];
  const left = Math.max(0, Math.floor(seen.left - beside));
  const top = Math.max(0, Math.floor(seen.top - above));
  const right = Math.min(picture.width, Math.ceil(seen.right + beside));
  const bottom = Math.min(picture.height, Math.ceil(seen.bottom + above));
  const width = Math.max(1, Math.ceil((right - left) * scale));
  return { x: left, y: top, scale, width, height: Math.max(1, Math.ceil((bottom - top) * scale)) };
}

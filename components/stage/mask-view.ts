/**
 * The mask on the screen: a raster of the part in view, kept up to date, and its look on a canvas that the browser moves, turns and
 * scales by itself. It is desynchronised: shown as soon as it is drawn on, without waiting for the page, and left out of the page's frames.
 */
import { boundsOf, roomInPicture, type Size, toScreen, type Viewport } from "#components/ui/viewport.ts";
import { coverage } from "#lib/mask/coverage.ts";
import { IncrementalMask } from "#lib/mask/incremental-mask.ts";
import { type MaskOperation, needsWholePicture } from "#lib/mask/mask-document.ts";
import { isEmpty, type MaskWindow, type Patch, wholePatch, wholeWindow } from "#lib/mask/mask-window.ts";
import type { Brush } from "#lib/mask/stroke-parts.ts";
import { MarchingOutline } from "./marching-outline.ts";
import { type Greys, type MaskLook, mixTint, paintOverlay } from "./overlay-pixels.ts";
import { usualOverlay } from "./overlay-style.ts";
import { readGreys } from "./read-greys.ts";
import type { ToolSettings } from "./tool-settings.ts";

const mostPixels = 4_000_000;
const overviewSide = 512;
const restMs = 300;
const stepMs = 140;

export class MaskView {
  readonly element = document.createElement("canvas");
  private readonly picture: Size;
  private readonly context = this.element.getContext("2d", { desynchronized: true });
  /** The whole picture, small: what is covered is counted here. */
  private readonly overview: IncrementalMask;
  private mask: IncrementalMask;
  private image = new ImageData(1, 1);
  /** The image's pixels, each as one word. */
  private words = new Uint32Array(this.image.data.buffer);
  private operations: readonly MaskOperation[] = [];
  private uploaded: CanvasImageSource | null = null;
  private look: MaskLook = "overlay";
  private overlay = usualOverlay;
  private tint = mixTint(usualOverlay);
  private isMarching = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(picture: Size) {
    this.picture = picture;
    this.overview = new IncrementalMask(
      wholeWindow(picture.width, picture.height, Math.min(1, overviewSide / Math.max(picture.width, picture.height))),
    );
    this.mask = new IncrementalMask(this.overview.window);
    this.element.className = "pointer-events-none absolute top-0 left-0 max-w-none origin-top-left";
    this.takeWindow(this.overview.window);
  }

  place(view: Viewport): void {
    const { window } = this.mask;
    const { zoom, angle = 0 } = view;
    const { style } = this.element;
    // Pixel on pixel where the raster has the screen's own sharpness: nothing is resampled then.
    const isExact = angle === 0 && Math.abs(window.scale - zoom * devicePixelRatio) < 1e-6;
    const snap = (value: number) => (isExact ? Math.round(value * devicePixelRatio) / devicePixelRatio : value);
    const { x, y } = toScreen(view, window);
    const side = isExact ? 1 / devicePixelRatio : zoom / window.scale;
    style.transform = `translate(${snap(x)}px, ${snap(y)}px)${angle === 0 ? "" : ` rotate(${angle}rad)`}`;
    style.width = `${window.width * side}px`;
    style.height = `${window.height * side}px`;
    style.imageRendering = zoom < 4 ? "" : "pixelated";
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

  setLook({ look, overlay, isMarching }: Pick<ToolSettings, "look" | "overlay" | "isMarching">): void {
    if (look === this.look && overlay === this.overlay && isMarching === this.isMarching) return;
    this.look = look;
    this.overlay = overlay;
    this.tint = mixTint(overlay);
    this.isMarching = isMarching;
    this.element.hidden = look === "off";
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
    this.element.remove();
    this.element.width = 0;
  }

  private greysOf(mask: IncrementalMask): Uint8Array {
    return this.uploaded ? readGreys(this.uploaded, mask.window, this.picture) : mask.pixels;
  }

  private takeWindow(window: MaskWindow): void {
    this.mask = new IncrementalMask(window);
    this.mask.show(this.operations);
    this.element.width = window.width;
    this.element.height = window.height;
    this.image = new ImageData(window.width, window.height);
    this.words = new Uint32Array(this.image.data.buffer);
    this.repaint(wholePatch(window));
  }

  private repaint(patch: Patch): void {
    if (isEmpty(patch)) return;
    const { width, height } = this.mask.window;
    // The outline looks at neighbours, so one pixel around may change with it.
    const left = Math.max(0, patch.left - 1);
    const top = Math.max(0, patch.top - 1);
    const around = { left, top, right: Math.min(width, patch.right + 1), bottom: Math.min(height, patch.bottom + 1) };
    paintOverlay(this.words, { pixels: this.greysOf(this.mask), width, height }, around, this.look, this.tint);
    this.put(around);
    this.halt();
    if (this.isMarching && this.look === "overlay") this.timer = setTimeout(() => this.march(), restMs);
  }

  private put({ left, top, right, bottom }: Patch): void {
    this.context?.putImageData(this.image, 0, 0, left, top, right - left, bottom - top);
  }

  /** Looked for anew whenever the mask has changed and come to rest. */
  private march(): void {
    const { width, height } = this.mask.window;
    const outline = new MarchingOutline({ pixels: this.greysOf(this.mask), width, height });
    this.timer = setInterval(() => {
      const patch = outline.step(this.words);
      if (!isEmpty(patch)) this.put(patch);
    }, stepMs);
  }

  private halt(): void {
    // One and the same kind of number in a browser, whether it repeats or not.
    clearInterval(this.timer);
    this.timer = undefined;
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

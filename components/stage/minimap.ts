/** The whole picture, small, once only a part of it is seen: with the mask and the window one looks through, which can be dragged. */
import { boundsOf, type Point, roomInPicture, type Size, toScreen, type Viewport } from "#components/ui/viewport.ts";
import type { Greys } from "./overlay-pixels.ts";

const longestSide = 160;
const leastPane = 9;
const svgSpace = "http://www.w3.org/2000/svg";

interface MinimapOptions {
  readonly picture: Size;
  readonly source: string;
  /** The mask as it is now, in any size. */
  readonly greys: () => Greys;
  readonly onPlace: (place: Point) => void;
}

export class Minimap {
  readonly element = document.createElement("div");
  private readonly options: MinimapOptions;
  private readonly canvas = document.createElement("canvas");
  private readonly pane = document.createElementNS(svgSpace, "polygon");
  private readonly scale: number;
  private isStale = true;

  constructor(options: MinimapOptions) {
    this.options = options;
    const { picture, source } = options;
    this.scale = longestSide / Math.max(picture.width, picture.height);
    const size = { width: Math.max(8, picture.width * this.scale), height: Math.max(8, picture.height * this.scale) };
    // Those who do not see it have the keys that move the view, and lose nothing.
    this.element.ariaHidden = "true";
    this.element.hidden = true;
    this.element.className =
      "absolute right-2 bottom-2 z-10 touch-none cursor-move overflow-hidden rounded-md border border-edge shadow-lg lg:bottom-12";
    Object.assign(this.element.style, {
      width: `${size.width}px`,
      height: `${size.height}px`,
      background: `url("${source}") 0 0 / 100% 100%`,
    });
    const svg = document.createElementNS(svgSpace, "svg");
    for (const part of [this.canvas, svg]) part.setAttribute("class", "absolute inset-0 size-full");
    this.pane.setAttribute("class", "minimap-pane");
    svg.append(this.pane);
    this.element.append(this.canvas, svg);
    this.element.addEventListener("pointerdown", (event) => this.take(event));
    this.element.addEventListener("pointermove", (event) => this.take(event));
  }

  place(view: Viewport, room: Size): void {
    const { picture } = this.options;
    const { left, top, right, bottom } = boundsOf(cornersOnScreen(view, picture));
    this.element.hidden = room.width === 0 || (left >= -1 && top >= -1 && right <= room.width + 1 && bottom <= room.height + 1);
    if (this.element.hidden) return;
    this.showPane(roomInPicture(view, room));
    if (this.isStale) this.drawMask();
  }

  /** Drawn when it is next seen. */
  maskChanged(): void {
    this.isStale = true;
    if (!this.element.hidden) this.drawMask();
  }

  destroy(): void {
    this.canvas.width = 0;
    this.element.remove();
  }

  /** Never so small that it could not be seen. */
  private showPane(corners: readonly Point[]): void {
    const { left, top, right, bottom } = boundsOf(corners);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const growth = Math.max(1, leastPane / (Math.max(right - left, bottom - top) * this.scale));
    const points = corners.map((corner) => `${(x + (corner.x - x) * growth) * this.scale},${(y + (corner.y - y) * growth) * this.scale}`);
    this.pane.setAttribute("points", points.join(" "));
  }

  private drawMask(): void {
    this.isStale = false;
    const { pixels, width, height } = this.options.greys();
    this.canvas.width = width;
    this.canvas.height = height;
    const context = this.canvas.getContext("2d");
    if (!context) return;
    const rgba = new ImageData(width, height);
    const words = new Uint32Array(rgba.data.buffer);
    for (let at = 0; at < words.length; at += 1) words[at] = (((pixels[at] ?? 0) * 0.7) << 24) | 0x597aff;
    context.putImageData(rgba, 0, 0);
  }

  /** Presses here are not the canvas's. */
  private take(event: PointerEvent): void {
    event.stopPropagation();
    if (event.type === "pointerdown") {
      event.preventDefault();
      this.element.setPointerCapture(event.pointerId);
    }
    if (event.buttons === 0) return;
    const box = this.element.getBoundingClientRect();
    this.options.onPlace({ x: (event.clientX - box.left) / this.scale, y: (event.clientY - box.top) / this.scale });
  }
}

function cornersOnScreen(view: Viewport, { width, height }: Size): readonly Point[] {
  return [
    toScreen(view, { x: 0, y: 0 }),
    toScreen(view, { x: width, y: 0 }),
    toScreen(view, { x: width, y: height }),
    toScreen(view, { x: 0, y: height }),
  ];
}

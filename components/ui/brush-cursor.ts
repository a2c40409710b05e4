/**
 * The cursor true to the brush's size, with a ring where it is hard. It has a desynchronised canvas of its own: a pointer that moves
 * changes nothing the page would have to lay out, paint or compose again.
 */
import type { Point, Size } from "./viewport.ts";

const light = "#ffffff";
const dark = "rgba(0, 0, 0, 0.7)";
const soft = "rgba(255, 255, 255, 0.8)";
/** Lines reach beyond the radius they are drawn at. */
const rim = 3;

export class BrushCursor {
  readonly element = document.createElement("canvas");
  private readonly context = this.element.getContext("2d", { desynchronized: true });
  private drawn: { readonly at: Point; readonly reach: number } | null = null;
  private pixelRatio = 1;

  constructor() {
    this.element.className = "pointer-events-none absolute inset-0 size-full";
  }

  measure({ width, height }: Size, pixelRatio: number): void {
    this.pixelRatio = pixelRatio;
    this.element.width = Math.round(width * pixelRatio);
    this.element.height = Math.round(height * pixelRatio);
    this.drawn = null;
  }

  /** `null` hides it. Radii are in screen pixels. */
  show(at: Point | null, radius: number, coreRadius: number): void {
    const { context } = this;
    if (!context) return;
    context.setTransform(this.pixelRatio, 0, 0, this.pixelRatio, 0, 0);
    if (this.drawn) {
      const { at: last, reach } = this.drawn;
      context.clearRect(last.x - reach, last.y - reach, 2 * reach, 2 * reach);
    }
    this.drawn = null;
    if (!at) return;
    const shown = Math.max(1, radius);
    ring(context, at, shown + 0.5, dark);
    ring(context, at, shown - 0.5, light);
    if (coreRadius > 2 && radius - coreRadius > 2) {
      context.setLineDash([4, 3]);
      ring(context, at, coreRadius, soft);
      context.setLineDash([]);
    }
    this.drawn = { at, reach: shown + rim };
  }

  destroy(): void {
    this.element.remove();
    this.element.width = 0;
  }
}

function ring(context: CanvasRenderingContext2D, { x, y }: Point, radius: number, colour: string): void {
  context.beginPath();
  context.arc(x, y, Math.max(0.5, radius), 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.stroke();
}

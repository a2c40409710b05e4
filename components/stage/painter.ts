/** What a gesture does with the tool in hand; knows neither pointers nor the page, only points of the picture. */

import { type Point, type TracePoint, toScreen, type Viewport } from "#components/ui/viewport.ts";
import type { CombineMode, MaskOperation, PaintMode } from "#lib/mask/mask-document.ts";
import type { GestureView } from "./gesture-view.ts";
import { addTrace, shapeOf } from "./gestures.ts";
import type { MaskView } from "./mask-view.ts";
import type { Place } from "./selection.ts";
import { isSelectTool, type ToolSettings } from "./tool-settings.ts";

interface PainterParts {
  readonly mask: MaskView;
  readonly gesture: GestureView;
  view(): Viewport;
  settings(): ToolSettings;
  commit(operation: MaskOperation): void;
  /** Marks what the tool finds along the trace. */
  select(trace: readonly Place[]): void;
}

const closingDistance = 10;

export class Painter {
  private readonly parts: PainterParts;
  private points: number[] = [];
  private trace: Point[] = [];
  /** A polygon's next corner, until the pointer is lifted. */
  private corner: Point | null = null;
  private isStroke = false;
  /** The pen was turned around, or its button is held: whatever the tool, it takes away. */
  private isErasing = false;
  private lastEnd: TracePoint | null = null;

  constructor(parts: PainterParts) {
    this.parts = parts;
  }

  get isBusy(): boolean {
    return this.isStroke || this.trace.length > 0 || this.corner !== null;
  }

  begin(at: TracePoint, isStraight: boolean, isErasing = false): void {
    const { tool } = this.parts.settings();
    this.isErasing = isErasing;
    if (tool === "brush" || tool === "eraser") {
      this.isStroke = true;
      this.points = [];
      this.extendStroke(isStraight && this.lastEnd ? [this.lastEnd, at] : [at], 0);
    } else if (tool === "polygon") this.corner = at;
    else this.trace = [at];
  }

  extend(traced: readonly TracePoint[], isEven: boolean, ahead: readonly TracePoint[] = []): void {
    const { size, tool } = this.parts.settings();
    const { zoom } = this.parts.view();
    if (this.isStroke) this.extendStroke(traced, Math.max(0.6 / zoom, size / 60), ahead);
    else if (this.corner) {
      this.corner = traced.at(-1) ?? this.corner;
      this.showTrace(false, this.corner);
    } else if (tool !== "polygon" && this.trace.length > 0) {
      const isBox = tool === "rectangle" || tool === "ellipse" || tool === "smart";
      const last = traced.at(-1);
      if (isBox) this.trace = [...this.trace.slice(0, 1), ...(last ? [last] : [])];
      else for (const point of traced) this.trace.push(point);
      this.showTrace(isEven);
    }
  }

  end(isEven: boolean): void {
    const { tool, size, hardness } = this.parts.settings();
    if (this.isStroke) {
      this.isStroke = false;
      const [x = 0, y = 0] = this.points.slice(-3);
      this.lastEnd = { x, y, pressure: 1 };
      this.parts.commit({ kind: "stroke", mode: this.paintMode(), size, hardness, points: this.points });
      this.points = [];
    } else if (isSelectTool(tool)) {
      const { trace } = this;
      this.forget();
      if (trace.length > 0) this.parts.select(trace);
    } else if (this.corner) this.addCorner(this.corner);
    else if (tool !== "polygon") this.commitShape(isEven);
  }

  /** A polygon's next edge follows the pointer. */
  hover(at: Point): void {
    if (this.parts.settings().tool === "polygon" && this.trace.length > 0) this.showTrace(false, at);
  }

  closePolygon(): boolean {
    if (this.parts.settings().tool !== "polygon" || this.trace.length < 3) return false;
    this.commitShape(false);
    return true;
  }

  /** The view moved: a shape that is being drawn goes with it. */
  follow(): void {
    if (this.trace.length > 0) this.showTrace(false);
  }

  /** Gives up what the hand does now: corners that a polygon has already stay. */
  giveUp(): void {
    if (this.parts.settings().tool === "polygon") {
      this.corner = null;
      this.showTrace(false);
    } else this.forget();
  }

  /** Forgets the gesture; answers whether there was one. */
  forget(): boolean {
    const wasBusy = this.isBusy;
    this.isStroke = false;
    this.points = [];
    this.trace = [];
    this.corner = null;
    this.parts.gesture.showOutline([], false);
    return wasBusy;
  }

  private extendStroke(traced: readonly TracePoint[], nearest: number, ahead: readonly TracePoint[] = []): void {
    const { size, hardness } = this.parts.settings();
    const brush = { mode: this.paintMode(), size, hardness } as const;
    const from = addTrace(this.points, traced, nearest);
    if (this.points.length / 3 > from) this.parts.mask.extendStroke(brush, this.points, from);
    if (ahead.length === 0) return;
    const shown = this.points.slice(-3);
    addTrace(shown, ahead, nearest);
    if (shown.length > 3) this.parts.mask.showAhead(brush, shown);
  }

  private addCorner(at: Point): void {
    this.corner = null;
    const [first] = this.trace;
    const { zoom } = this.parts.view();
    const isClosing = first && this.trace.length > 2 && Math.hypot(at.x - first.x, at.y - first.y) * zoom < closingDistance;
    if (isClosing) {
      this.commitShape(false);
      return;
    }
    this.trace.push(at);
    this.showTrace(false);
  }

  private commitShape(isEven: boolean): void {
    const { tool } = this.parts.settings();
    const shape = shapeOf(tool, this.combineMode(), this.trace, isEven);
    this.forget();
    if (shape) this.parts.commit(shape);
  }

  private showTrace(isEven: boolean, next?: Point): void {
    const { tool } = this.parts.settings();
    const view = this.parts.view();
    const place = (point: Point) => {
      const { x, y } = toScreen(view, point);
      return [x, y];
    };
    if (tool === "wand" || tool === "bucket") return;
    const shape =
      tool === "polygon" || tool === "colour" ? null : shapeOf(tool === "smart" ? "rectangle" : tool, "add", this.trace, isEven);
    if (shape?.kind === "rectangle") {
      const { x, y, width, height } = shape;
      const corners = [
        { x, y },
        { x: x + width, y },
        { x: x + width, y: y + height },
        { x, y: y + height },
      ];
      this.parts.gesture.showOutline(corners.flatMap(place), true);
    } else if (shape?.kind === "ellipse") {
      const angles = Array.from({ length: 64 }, (_, at) => (at / 32) * Math.PI);
      const round = angles.map((angle) => ({
        x: shape.x + (shape.width / 2) * (1 + Math.cos(angle)),
        y: shape.y + (shape.height / 2) * (1 + Math.sin(angle)),
      }));
      this.parts.gesture.showOutline(round.flatMap(place), true);
    } else this.parts.gesture.showOutline([...this.trace, ...(next ? [next] : [])].flatMap(place), false);
  }

  private paintMode(): PaintMode {
    const { tool, mode } = this.parts.settings();
    return this.isErasing || tool === "eraser" || mode === "subtract" ? "subtract" : "add";
  }

  private combineMode(): CombineMode {
    return this.isErasing ? "subtract" : this.parts.settings().mode;
  }
}

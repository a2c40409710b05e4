/** What moves with the hand: the crosshair that keys move, and shapes while they are drawn. */
import Konva from "konva";
import type { Point, Size } from "#components/ui/viewport.ts";

const light = { stroke: "#ffffff", strokeWidth: 1.25, listening: false, perfectDrawEnabled: false } as const;
const dark = { stroke: "rgba(0,0,0,0.75)", strokeWidth: 3, listening: false, perfectDrawEnabled: false } as const;

export class GestureView {
  readonly element = document.createElement("div");
  private readonly stage: Konva.Stage;
  /** Seen only while there is something on it: a hidden canvas costs no frame anything. */
  private readonly layer = new Konva.Layer({ listening: false, visible: false });
  private readonly cross = [
    new Konva.Path({ ...dark, data: "M-9 0H9M0 -9V9", visible: false }),
    new Konva.Path({ ...light, data: "M-9 0H9M0 -9V9", visible: false }),
  ];
  private readonly outlines = [new Konva.Line({ ...dark, points: [] }), new Konva.Line({ ...light, points: [], dash: [6, 4] })];

  constructor() {
    // The hands listen for all: the library would ask the page for its layout with every move.
    this.element.className = "pointer-events-none absolute inset-0";
    this.stage = new Konva.Stage({ container: this.element, width: 1, height: 1, listening: false });
    this.stage.add(this.layer);
    this.layer.add(...this.outlines, ...this.cross);
  }

  measure(room: Size): void {
    this.stage.size({ width: room.width, height: room.height });
  }

  showCross(at: Point | null): void {
    for (const line of this.cross) line.setAttrs({ ...at, visible: at !== null });
    this.show();
  }

  /** Corners in screen pixels, x and y one after the other. */
  showOutline(points: readonly number[], isClosed: boolean): void {
    for (const line of this.outlines) {
      line.points([...points]);
      line.closed(isClosed);
    }
    this.show();
  }

  destroy(): void {
    this.stage.destroy();
    this.element.remove();
  }

  private show(): void {
    this.layer.visible(this.cross.some((line) => line.visible()) || this.outlines.some((line) => line.points().length > 0));
    this.layer.batchDraw();
  }
}

/** What moves with the hand: the cursor true to the brush's size, and shapes while they are drawn. */
import Konva from "konva";
import type { Point } from "./viewport.ts";

const light = { stroke: "#ffffff", strokeWidth: 1.25, listening: false, perfectDrawEnabled: false } as const;
const dark = { stroke: "rgba(0,0,0,0.75)", strokeWidth: 3, listening: false, perfectDrawEnabled: false } as const;

export class GestureView {
  readonly layer = new Konva.Layer({ listening: false });
  private readonly rings = [
    new Konva.Circle({ ...dark, radius: 1, visible: false }),
    new Konva.Circle({ ...light, radius: 1, visible: false }),
  ];
  private readonly core = new Konva.Circle({ ...light, strokeWidth: 1, dash: [3, 3], opacity: 0.8, radius: 1, visible: false });
  private readonly cross = [
    new Konva.Path({ ...dark, data: "M-9 0H9M0 -9V9", visible: false }),
    new Konva.Path({ ...light, data: "M-9 0H9M0 -9V9", visible: false }),
  ];
  private readonly outlines = [new Konva.Line({ ...dark, points: [] }), new Konva.Line({ ...light, points: [], dash: [6, 4] })];

  constructor() {
    this.layer.add(...this.outlines, ...this.rings, this.core, ...this.cross);
  }

  /** `null` hides it. Radii are in screen pixels. */
  showCursor(at: Point | null, radius: number, coreRadius: number): void {
    const isVisible = at !== null;
    for (const ring of this.rings) ring.setAttrs({ ...at, radius: Math.max(1, radius), visible: isVisible });
    this.core.setAttrs({ ...at, radius: Math.max(0, coreRadius), visible: isVisible && coreRadius > 2 && radius - coreRadius > 2 });
    this.layer.batchDraw();
  }

  showCross(at: Point | null): void {
    for (const line of this.cross) line.setAttrs({ ...at, visible: at !== null });
    this.layer.batchDraw();
  }

  /** Corners in screen pixels, x and y one after the other. */
  showOutline(points: readonly number[], isClosed: boolean): void {
    for (const line of this.outlines) {
      line.points([...points]);
      line.closed(isClosed);
    }
    this.layer.batchDraw();
  }

  destroy(): void {
    this.layer.destroy();
  }
}

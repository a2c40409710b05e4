/** What moves with the hand: the cursor true to the brush's size, and shapes while they are drawn. */
import Konva from "konva";
import type { Point } from "#components/ui/viewport.ts";

const light = { stroke: "#ffffff", strokeWidth: 1.25, listening: false, perfectDrawEnabled: false } as const;
const dark = { stroke: "rgba(0,0,0,0.75)", strokeWidth: 3, listening: false, perfectDrawEnabled: false } as const;

export class GestureView {
  /** Seen only while there is something on it: a hidden canvas costs no frame anything. */
  readonly layer = new Konva.Layer({ listening: false, visible: false });
  /** The brush's size is an element of its own: it moves without any canvas being drawn again. */
  readonly cursor = document.createElement("div");
  private readonly core = document.createElement("div");
  private side = 0;
  private coreRadius = 0;
  private readonly cross = [
    new Konva.Path({ ...dark, data: "M-9 0H9M0 -9V9", visible: false }),
    new Konva.Path({ ...light, data: "M-9 0H9M0 -9V9", visible: false }),
  ];
  private readonly outlines = [new Konva.Line({ ...dark, points: [] }), new Konva.Line({ ...light, points: [], dash: [6, 4] })];

  constructor() {
    this.layer.add(...this.outlines, ...this.cross);
    this.cursor.className =
      "pointer-events-none absolute top-0 left-0 will-change-transform rounded-full border border-white outline outline-black/70";
    this.core.className = "absolute inset-0 m-auto rounded-full border border-dashed border-white/80";
    this.cursor.hidden = true;
    this.cursor.append(this.core);
  }

  /** `null` hides it. Radii are in screen pixels. */
  showCursor(at: Point | null, radius: number, coreRadius: number): void {
    this.cursor.hidden = at === null;
    if (!at) return;
    const side = 2 * Math.max(1, radius);
    this.cursor.style.transform = `translate(${at.x - side / 2}px, ${at.y - side / 2}px)`;
    if (side === this.side && coreRadius === this.coreRadius) return;
    this.side = side;
    this.coreRadius = coreRadius;
    this.cursor.style.width = this.cursor.style.height = `${side}px`;
    const isSoft = coreRadius > 2 && radius - coreRadius > 2;
    this.core.hidden = !isSoft;
    this.core.style.width = this.core.style.height = `${2 * coreRadius}px`;
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
    this.cursor.remove();
    this.layer.destroy();
  }

  private show(): void {
    this.layer.visible(this.cross.some((line) => line.visible()) || this.outlines.some((line) => line.points().length > 0));
    this.layer.batchDraw();
  }
}

/** What pointers do on this stage: paint with the tool in hand, move, zoom and turn the view, or change the brush. */
import { isErasing } from "#components/ui/pen-press.ts";
import type { Hands } from "#components/ui/pointer-hands.ts";
import { type Point, type TracePoint, toPicture } from "#components/ui/viewport.ts";
import { type BrushChange, dragBrush } from "./brush-drag.ts";
import type { Camera } from "./camera.ts";
import type { Painter } from "./painter.ts";
import type { ToolSettings } from "./tool-settings.ts";

/** What a press does as long as a key is held. */
export type HeldKey = "pan" | "turn" | null;

interface StageHandsParts {
  readonly camera: Camera;
  readonly painter: Painter;
  held(): HeldKey;
  settings(): ToolSettings;
  /** Before anything is painted. */
  makeWay(): void;
  showMask(): void;
  hover(at: Point | null): void;
  onBrush(change: BrushChange): void;
}

export function buildStageHands({ camera, painter, held, settings, ...parts }: StageHandsParts): Hands {
  const place = (at: TracePoint): TracePoint => {
    const { view } = camera;
    const placed = { ...toPicture(view, at), pressure: at.pressure };
    // A direction turns with the picture but stays as long as it is.
    return at.lean ? { ...placed, lean: toPicture({ zoom: 1, x: 0, y: 0, angle: view.angle ?? 0 }, at.lean) } : placed;
  };
  return {
    isPanning({ pointerType }) {
      const { tool, finger } = settings();
      return held() === "pan" || tool === "hand" || (pointerType === "touch" && finger === "move");
    },
    dragOf({ button, altKey }) {
      if (held() === "turn") return (from, to) => camera.turnAlong(from, to);
      return button === 2 && altKey ? dragBrush(settings(), camera.view.zoom, parts.onBrush) : null;
    },
    begin(at, event) {
      parts.makeWay();
      painter.begin(place(at), event.shiftKey, isErasing(event));
    },
    extend: (trace, event, ahead) => painter.extend(trace.map(place), event.shiftKey, ahead.map(place)),
    end: (event) => painter.end(event.shiftKey),
    abort() {
      painter.giveUp();
      parts.showMask();
    },
    hover: parts.hover,
    panBy: (dx, dy) => camera.panBy(dx, dy),
    zoomBy: (factor, about) => camera.zoomBy(factor, about),
  };
}

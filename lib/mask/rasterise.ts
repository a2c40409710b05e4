/** Operations become grey pixels: white is repainted, black is kept. The same steps draw the view and the mask that is sent. */
import { drawShape } from "./draw-shape.ts";
import { drawStroke } from "./draw-stroke.ts";
import { feather } from "./feather.ts";
import { fillHoles } from "./fill-holes.ts";
import { grow, invert } from "./grow.ts";
import type { MaskDocument, MaskOperation } from "./mask-document.ts";
import { type MaskWindow, type Patch, wholePatch, wholeWindow } from "./mask-window.ts";

export function rasterise({ width, height, operations }: MaskDocument): Uint8Array {
  const window = wholeWindow(width, height);
  const mask = new Uint8Array(window.width * window.height);
  // What came before the last clearing is gone.
  const from = operations.findLastIndex(({ kind }) => kind === "clear") + 1;
  for (const operation of operations.slice(from)) applyOperation(mask, window, operation);
  return mask;
}

/** Answers which pixels may have changed. */
export function applyOperation(mask: Uint8Array, window: MaskWindow, operation: MaskOperation): Patch {
  const { width, height, scale } = window;
  switch (operation.kind) {
    case "stroke":
      return drawStroke(mask, window, operation, operation.points);
    case "rectangle":
    case "ellipse":
    case "polygon":
      return drawShape(mask, window, operation);
    case "invert":
      invert(mask);
      break;
    case "clear":
      mask.fill(0);
      break;
    case "grow":
      grow(mask, width, height, operation.by * scale);
      break;
    case "feather":
      feather(mask, width, height, operation.radius * scale);
      break;
    case "fill-holes":
      fillHoles(mask, width, height);
      break;
  }
  return wholePatch(window);
}

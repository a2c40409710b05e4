/** Operations become grey pixels: white is repainted, black is kept. The same steps draw the view and the mask that is sent. */
import { areaPatch, drawArea } from "./draw-area.ts";
import { drawShape, shapePatch } from "./draw-shape.ts";
import { drawStroke, strokePatch } from "./draw-stroke.ts";
import { drawStrokes } from "./draw-strokes.ts";
import { feather } from "./feather.ts";
import { fillHoles } from "./fill-holes.ts";
import { grow } from "./grow.ts";
import { invert } from "./invert.ts";
import type { MaskDocument, MaskOperation, Stroke } from "./mask-document.ts";
import { type MaskWindow, type Patch, wholePatch, wholeWindow } from "./mask-window.ts";
import { smooth } from "./smooth.ts";

export function rasterise({ width, height, operations }: MaskDocument): Uint8Array {
  const window = wholeWindow(width, height);
  const mask = new Uint8Array(window.width * window.height);
  applyOperations(mask, window, operations);
  return mask;
}

/** Fewer strokes than these in a row are drawn one by one. */
const leastStrokes = 4;

/** Inside of `clip` alone they can be drawn where `patchOf` has a patch for each. */
export function applyOperations(
  mask: Uint8Array,
  window: MaskWindow,
  operations: readonly MaskOperation[],
  clip: Patch = wholePatch(window),
): void {
  // What came before the last clearing is gone.
  const first = operations.findLastIndex(({ kind }) => kind === "clear");
  for (let at = Math.max(0, first); at < operations.length; ) {
    // Turned around twice it is what it was.
    if (operations[at]?.kind === "invert" && operations[at + 1]?.kind === "invert") {
      at += 2;
      continue;
    }
    const strokes = strokesFrom(operations, at);
    const count = Math.max(1, strokes.length);
    if (count >= leastStrokes) drawStrokes(mask, window, strokes, clip);
    else for (const operation of operations.slice(at, at + count)) applyOperation(mask, window, operation, clip);
    at += count;
  }
}

function strokesFrom(operations: readonly MaskOperation[], first: number): readonly Stroke[] {
  const strokes: Stroke[] = [];
  for (const operation of operations.slice(first)) {
    if (operation.kind !== "stroke") break;
    strokes.push(operation);
  }
  return strokes;
}

function applyOperation(mask: Uint8Array, window: MaskWindow, operation: MaskOperation, clip: Patch): void {
  const { width, height, scale } = window;
  switch (operation.kind) {
    case "stroke":
      drawStroke(mask, window, operation, operation.points, 0, clip);
      break;
    case "rectangle":
    case "ellipse":
    case "polygon":
      drawShape(mask, window, operation, clip);
      break;
    case "area":
      drawArea(mask, window, operation, clip);
      break;
    case "invert":
      for (const rows of rowsOf(mask, window, clip)) invert(rows);
      break;
    case "clear":
      for (const rows of rowsOf(mask, window, clip)) rows.fill(0);
      break;
    case "grow":
      grow(mask, width, height, operation.by * scale);
      break;
    case "feather":
      feather(mask, width, height, operation.radius * scale);
      break;
    case "smooth":
      smooth(mask, width, height, operation.radius * scale);
      break;
    case "fill-holes":
      fillHoles(mask, width, height);
      break;
  }
}

/** Which pixels an operation may change, each seen by itself; null where a pixel depends on its neighbours. */
export function patchOf(window: MaskWindow, operation: MaskOperation): Patch | null {
  const whole = wholePatch(window);
  switch (operation.kind) {
    case "stroke":
      return strokePatch(window, operation, operation.points, 0, whole);
    case "rectangle":
    case "ellipse":
    case "polygon":
      return shapePatch(window, operation, whole);
    case "area":
      return areaPatch(window, operation, whole);
    case "invert":
    case "clear":
      return whole;
    default:
      return null;
  }
}

/** As few stretches of the mask as make up all of a patch. */
function* rowsOf(mask: Uint8Array, { width }: MaskWindow, { left, top, right, bottom }: Patch): Generator<Uint8Array> {
  if (left === 0 && right === width) yield mask.subarray(top * width, Math.max(top, bottom) * width);
  else for (let row = top; row < bottom && left < right; row += 1) yield mask.subarray(row * width + left, row * width + right);
}

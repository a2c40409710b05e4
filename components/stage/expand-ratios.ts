/** Canvases of a wanted shape around a picture, and which of them a canvas is. */
import type { Size } from "#components/ui/viewport.ts";
import { noExpansion } from "#lib/models/choose-frame.ts";
import type { Expansion } from "#lib/wire.ts";

export const canvasShapes = ["original", "1:1", "4:3", "3:2", "16:9", "9:16", "2:1"] as const;
export type CanvasShape = (typeof canvasShapes)[number];

/** Where the picture stays on its canvas. */
export const anchors = ["start", "middle", "end"] as const;
export type Anchor = (typeof anchors)[number];

/** The smallest canvas of that shape which holds the picture. */
export function expandToShape({ width, height }: Size, shape: CanvasShape, anchor: Anchor): Expansion {
  const [across = 1, down = 1] = shape === "original" ? [width, height] : shape.split(":").map(Number);
  const [left, right] = spread(Math.max(0, Math.round((height * across) / down) - width), anchor);
  const [top, bottom] = spread(Math.max(0, Math.round((width * down) / across) - height), anchor);
  return { left, top, right, bottom };
}

/** What of the list this canvas is, wherever the picture stands on it. */
export function canvasShapeOf(picture: Size, expand: Expansion): CanvasShape | undefined {
  if (isSame(expand, noExpansion)) return "original";
  return canvasShapes.find(
    (shape) => shape !== "original" && anchors.some((anchor) => isSame(expandToShape(picture, shape, anchor), expand)),
  );
}

/** Undefined where the picture stands elsewhere than an anchor puts it, or nothing grows. */
export function anchorOf({ left, top, right, bottom }: Expansion): Anchor | undefined {
  const [before, after] = left + right > 0 ? [left, right] : [top, bottom];
  if (before + after === 0 || (left + right > 0 && top + bottom > 0)) return undefined;
  return anchors.find((anchor) => spread(before + after, anchor)[0] === before);
}

function spread(more: number, anchor: Anchor): readonly [before: number, after: number] {
  const before = anchor === "start" ? 0 : anchor === "end" ? more : Math.floor(more / 2);
  return [before, more - before];
}

function isSame(one: Expansion, other: Expansion): boolean {
  return one.left === other.left && one.top === other.top && one.right === other.right && one.bottom === other.bottom;
}

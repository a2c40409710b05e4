/** What a run will be shown and how far its canvas grows, as the stage draws it and hands it back. */
import { canvasOf, chooseFrame, type FrameRequest, frameFor, isExpanding, mostCanvasPixels } from "#lib/models/choose-frame.ts";
import { holdBox } from "#lib/models/hold-box.ts";
import type { WorkingSize } from "#lib/models/model.ts";
import type { Box, Expansion, Frame } from "#lib/wire.ts";

export interface Framing {
  readonly rule: WorkingSize;
  /** Around all that is painted, in pixels of the picture; null where nothing is. */
  readonly painted: Box | null;
  /** As a person drew it, in pixels of the picture (less than 0 on a grown canvas); null: chosen by rule. */
  readonly drawn: Box | null;
  readonly expand: Expansion;
}

export interface FramingChange {
  readonly onBox: (box: Box | null) => void;
  readonly onExpand: (expand: Expansion) => void;
}

interface Measured {
  readonly width: number;
  readonly height: number;
}

export function requestOf(picture: Measured, { rule, painted, expand }: Framing): FrameRequest {
  return { picture, painted, expand, rule };
}

/** Null where nothing would be painted, or no such canvas can be. */
export function frameToShow(picture: Measured, framing: Framing): Frame | null {
  const { painted, expand, drawn } = framing;
  if ((!painted && !isExpanding(expand)) || isTooLarge(canvasOf(picture, expand))) return null;
  const request = requestOf(picture, framing);
  return drawn ? frameFor(request, holdBox(request, toCanvas(drawn, expand))) : chooseFrame(request);
}

export function isTooLarge({ width, height }: Measured): boolean {
  return width * height > mostCanvasPixels;
}

export function toCanvas(box: Box, { left, top }: Pick<Expansion, "left" | "top">): Box {
  return { ...box, x: box.x + left, y: box.y + top };
}

export function onPicture(box: Box, { left, top }: Pick<Expansion, "left" | "top">): Box {
  return { ...box, x: box.x - left, y: box.y - top };
}

/** One frame for two pictures, in whole pixels of it: what stands at one place in one stands there in the other. */
import type { Size } from "#components/ui/viewport.ts";

/** Sides that were rounded to what a model takes still count as one shape. */
const ratioTolerance = 0.02;

interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Place extends Size {
  readonly x: number;
  readonly y: number;
}

/** A picture of this frame whose place is known: an original on the canvas it was grown to. */
export interface CompareFrame extends Size {
  readonly known?: { readonly pictureId: string; readonly place: Place };
}

/** The original lies where it was, and the frame is the grown canvas; null where the two do not belong together so. */
export function grownFrame(after: Size, before: Size & { readonly id: string }, grown: Sides): CompareFrame | null {
  const { left, top, right, bottom } = grown;
  if (before.width + left + right !== after.width || before.height + top + bottom !== after.height) return null;
  const place = { x: left, y: top, width: before.width, height: before.height };
  return { width: after.width, height: after.height, known: { pictureId: before.id, place } };
}

/** The larger of both where they have one shape, so that 100 % shows every pixel there is. */
export function frameOf(after: Size, before: Size | null): Size {
  if (!before || !isSameShape(before, after)) return after;
  return before.width > after.width ? before : after;
}

/** Of another shape it is shown whole, in the middle. */
export function placeIn(frame: CompareFrame, picture: Size & { readonly id?: string }): Place {
  if (frame.known && frame.known.pictureId === picture.id) return frame.known.place;
  if (isSameShape(frame, picture)) return { x: 0, y: 0, width: frame.width, height: frame.height };
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { x: (frame.width - width) / 2, y: (frame.height - height) / 2, width, height };
}

function isSameShape(one: Size, other: Size): boolean {
  return Math.abs((one.width * other.height) / (one.height * other.width) - 1) <= ratioTolerance;
}

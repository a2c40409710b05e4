/**
 * The part of a picture that is seen, and something around it, in the sharpness of the screen: its pixels lie exactly on those
 * of the screen, so that what is painted over a picture neither shifts nor softens it. Never finer than the picture.
 */
import { type Size, toPicture, toScreen, type Viewport } from "#components/ui/viewport.ts";
import type { MaskWindow } from "#lib/mask/mask-window.ts";

/** To each side, as a share of the room, so that a small move needs nothing new. */
const margin = 0.15;

export function windowInView(at: Viewport, room: Size, picture: Size, pixelRatio: number): MaskWindow {
  const scale = scaleOf(at, pixelRatio);
  const across = reach(at.x, room.width, picture.width, at.zoom, scale);
  const down = reach(at.y, room.height, picture.height, at.zoom, scale);
  return { x: across.from, y: down.from, scale, width: across.count, height: down.count };
}

/** Whether a window shows all that is seen as sharply as can be. */
export function isInWindow({ x, y, scale, width, height }: MaskWindow, at: Viewport, room: Size, picture: Size, pixelRatio: number) {
  if (scale !== scaleOf(at, pixelRatio)) return false;
  const first = toPicture(at, { x: 0, y: 0 });
  const last = toPicture(at, { x: room.width, y: room.height });
  // Less than a pixel is rounding.
  const holds = (from: number, to: number, seenFrom: number, seenTo: number) => from < seenFrom + 1 / scale && to > seenTo - 1 / scale;
  return (
    holds(x, x + width / scale, Math.max(0, first.x), Math.min(picture.width, last.x)) &&
    holds(y, y + height / scale, Math.max(0, first.y), Math.min(picture.height, last.y))
  );
}

/** Where what was drawn for a window lies on the screen now. */
export function placeOf({ x, y, scale, width, height }: MaskWindow, at: Viewport) {
  const corner = toScreen(at, { x, y });
  const side = at.zoom / scale;
  return {
    transform: `translate(${corner.x}px, ${corner.y}px)`,
    width: width * side,
    height: height * side,
    imageRendering: at.zoom < 4 ? ("auto" as const) : ("pixelated" as const),
  };
}

function scaleOf({ zoom }: Viewport, pixelRatio: number): number {
  return Math.min(1, zoom * pixelRatio);
}

/** One direction: where it begins in the picture, and how many pixels it has. */
function reach(start: number, room: number, length: number, zoom: number, scale: number) {
  // Where one is closer than the picture's own pixels those are what lies exactly.
  const shift = scale < 1 ? (start / zoom) * scale : 0;
  const first = Math.max(0, (-room * margin - start) / zoom);
  const last = Math.min(length, (room * (1 + margin) - start) / zoom);
  const from = Math.floor(first * scale + shift);
  return { from: (from - shift) / scale, count: Math.max(1, Math.ceil(last * scale + shift) - from) };
}

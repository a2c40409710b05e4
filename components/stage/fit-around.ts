import { fitView, type Sides, type Size, type Viewport } from "#components/ui/viewport.ts";
import { canvasOf } from "#lib/models/choose-frame.ts";

/** What is to be seen with a picture, in its pixels. */
export type Surround = Sides;

/** Fits the picture with what lies around it (in its pixels) into what the bars leave of the room. */
export function fitAround(
  room: Size,
  picture: Size,
  insets: Sides,
  surround: Surround = { left: 0, top: 0, right: 0, bottom: 0 },
): Viewport {
  const view = fitView(room, canvasOf(picture, surround), insets);
  return { ...view, x: view.x + surround.left * view.zoom, y: view.y + surround.top * view.zoom };
}

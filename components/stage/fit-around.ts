import { fitView, type Size, type Viewport } from "#components/ui/viewport.ts";
import { canvasOf, noExpansion } from "#lib/models/choose-frame.ts";
import type { Expansion } from "#lib/wire.ts";

/** What lies around the picture and is to be seen with it, in pixels of the picture. */
export type Surround = Expansion;

export function fitAround(room: Size, picture: Size, surround: Surround = noExpansion): Viewport {
  const view = fitView(room, canvasOf(picture, surround));
  return { ...view, x: view.x + surround.left * view.zoom, y: view.y + surround.top * view.zoom };
}

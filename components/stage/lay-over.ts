/** Lays an element exactly over the picture, however that is moved, zoomed and turned. */
import type { Size, Viewport } from "#components/ui/viewport.ts";

export function layOver({ style }: HTMLElement, { x, y, zoom, angle = 0 }: Viewport, picture: Size): void {
  style.transform = angle === 0 ? `translate(${x}px, ${y}px)` : `translate(${x}px, ${y}px) rotate(${angle}rad)`;
  style.transformOrigin = "0 0";
  style.width = `${picture.width * zoom}px`;
  style.height = `${picture.height * zoom}px`;
}

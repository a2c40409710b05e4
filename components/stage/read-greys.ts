/** The grey values of an uploaded mask in a window of the picture it belongs to. */

import type { Size } from "#components/ui/viewport.ts";
import type { MaskWindow } from "#lib/mask/mask-window.ts";

export function readGreys(source: CanvasImageSource, window: MaskWindow, picture: Size): Uint8Array {
  const { x, y, scale, width, height } = window;
  const greys = new Uint8Array(width * height);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return greys;
  context.drawImage(source, -x * scale, -y * scale, picture.width * scale, picture.height * scale);
  const { data } = context.getImageData(0, 0, width, height);
  for (let at = 0; at < greys.length; at += 1) {
    greys[at] = Math.round((data[at * 4] ?? 0) * 0.299 + (data[at * 4 + 1] ?? 0) * 0.587 + (data[at * 4 + 2] ?? 0) * 0.114);
  }
  return greys;
}

/** A PNG painted pixel by pixel: one number a pixel is grey, three are a colour. */
import { encodePng } from "./fake-gateway/png.ts";

export type Painter = (x: number, y: number) => readonly number[];

export function paintPicture(width: number, height: number, pixel: Painter): Buffer {
  const channels = pixel(0, 0).length === 1 ? 1 : 3;
  return encodePng({ width, height, channels, pixel });
}

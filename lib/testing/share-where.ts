/** How much of a picture, or of a part of it, has colours of a kind. */
import type { Raster } from "#lib/pixels/raster.ts";

export type ColourTest = (red: number, green: number, blue: number) => boolean;
export type Area = readonly [left: number, top: number, right: number, bottom: number];

export function shareWhere({ width, height, data }: Raster, isIt: ColourTest, area: Area = [0, 0, width, height]): number {
  const [left, top, right, bottom] = area;
  let count = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 3;
      if (isIt(data[at] as number, data[at + 1] as number, data[at + 2] as number)) count++;
    }
  return count / ((bottom - top) * (right - left));
}

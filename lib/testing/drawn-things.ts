/** Pictures of things that are told apart by colour alone, with a little grain over them. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";

export function drawingOf(width: number, height: number): (colourAt: (x: number, y: number) => Rgb) => Raster {
  return (colourAt) => {
    const picture = newRaster(width, height, 3);
    for (let i = 0; i < width * height; i++) {
      const [x, y] = [i % width, Math.floor(i / width)];
      const grain = ((x * 7 + y * 13) % 5) - 2;
      picture.data.set(
        colourAt(x, y).map((value) => value + grain),
        i * 3,
      );
    }
    return picture;
  };
}

export function isDisc(x: number, y: number, cx: number, cy: number, radius: number): boolean {
  return Math.hypot(x - cx, y - cy) < radius;
}

/** How much of its contrast a picture still has in a result: a cast, a slow drift of light, and what was softened or sharpened do not count. */
import { lumaOf } from "../colour.ts";
import type { Raster } from "../raster.ts";
import type { Samples } from "./placement.ts";
import { sampleRest } from "./sample-rest.ts";

/** Pixels: what lies so far apart is neither noise nor made sharper. */
const reach = 8;
const ring = [
  [reach, 0],
  [-reach, 0],
  [0, reach],
  [0, -reach],
  [6, 6],
  [-6, 6],
  [6, -6],
  [-6, -6],
] as const;
/** In values of a channel: less may be grain, which a model leaves out. */
const leastStructure = 4;

/** RGB, lying on each other; asked only where `isRest` holds. 1: all of it; 1 too where there is next to none. */
export function contrastKept(picture: Raster, placed: Samples, isRest: (pixel: number) => boolean): number {
  let [squares, products, count] = [0, 0, 0];
  sampleRest(picture, reach, isRest, (pixel) => {
    const own = structureAt(picture, pixel);
    squares += own * own;
    products += own * structureAt(placed, pixel);
    count++;
  });
  return squares < leastStructure * leastStructure * count || count === 0 ? 1 : products / squares;
}

/** The middle of a few pixels, less what lies around them. */
function structureAt({ width, data }: Pick<Samples, "width" | "data">, pixel: number): number {
  let [middle, around] = [0, 0];
  for (let y = -2; y <= 2; y += 2) for (let x = -2; x <= 2; x += 2) middle += lightAt(data, pixel + y * width + x);
  for (const [x, y] of ring) around += lightAt(data, pixel + y * width + x);
  return middle / 9 - around / ring.length;
}

function lightAt(data: Samples["data"], pixel: number): number {
  return lumaOf(data[pixel * 3] as number, data[pixel * 3 + 1] as number, data[pixel * 3 + 2] as number);
}

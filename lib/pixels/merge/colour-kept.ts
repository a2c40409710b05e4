/** How much of its own colours a picture still has in a result: a cast, which moves them all alike, does not count. */
import { lumaOf } from "../colour.ts";
import type { Raster } from "../raster.ts";
import { coarseReach, readCoarse } from "./coarse-colour.ts";
import type { Samples } from "./placement.ts";
import { sampleRest } from "./sample-rest.ts";

/** How far colours must be spread, in values of a channel, before it can be told whether they are still there. */
const leastSpread = 2;
/** Of the spread of light: a cast that grows with the light adds so much of it to colours or takes it, which is much where there are nearly none. */
const mostCast = 0.06;

/** RGB, lying on each other; asked only where `isRest` holds. 1: all of them, 0: none, more: more than any cast adds; 1 too where there is next to none. */
export function colourKept(picture: Raster, placed: Samples, isRest: (pixel: number) => boolean): number {
  // Of red and blue beyond luma: the sums of both pictures, the first one's squares, and their products; then the first one's luma.
  let [red, blue, otherRed, otherBlue, squares, products, light, lights, count] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const [own, other] = [new Float64Array(3), new Float64Array(3)];
  sampleRest(picture, coarseReach, isRest, (pixel) => {
    readColour(picture, pixel, own);
    readColour(placed, pixel, other);
    const [ownRed, ownBlue] = [own[0] as number, own[1] as number];
    red += ownRed;
    blue += ownBlue;
    otherRed += other[0] as number;
    otherBlue += other[1] as number;
    squares += ownRed * ownRed + ownBlue * ownBlue;
    products += ownRed * (other[0] as number) + ownBlue * (other[1] as number);
    light += own[2] as number;
    lights += (own[2] as number) ** 2;
    count++;
  });
  if (count === 0) return 1;
  const spread = (squares - (red * red + blue * blue) / count) / count;
  if (spread < leastSpread * leastSpread) return 1;
  const share = (products - (red * otherRed + blue * otherBlue) / count) / count / spread;
  const beyond = beyondCast((share - 1) ** 2 * spread, (lights - (light * light) / count) / count) / Math.sqrt(spread);
  return share > 1 ? 1 + beyond : 1 - beyond;
}

/** What is left of an addition or a loss, both squared, when a cast may have made a part of it. */
function beyondCast(moved: number, light: number): number {
  return Math.sqrt(Math.max(0, moved - mostCast * mostCast * light));
}

/** Red and blue beyond luma, and luma. */
function readColour(of: Pick<Samples, "width" | "data">, pixel: number, to: Float64Array): void {
  readCoarse(of, pixel, to);
  const [red, blue] = [to[0] as number, to[2] as number];
  const light = lumaOf(red, to[1] as number, blue);
  to[0] = red - light;
  to[1] = blue - light;
  to[2] = light;
}

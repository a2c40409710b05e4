/** How differently a result treats red, green and blue: a cast moves each a little, a toning turns one far down beside another. */
import type { Raster } from "../raster.ts";
import type { Samples } from "./placement.ts";

/** Pixels: a value is the mean of nine so far apart, for an encoder leaves out what is finer. */
const reach = 3;
/** How far a channel must be spread, in its values, before it can be told what became of it, and in how many places. */
const leastSpread = 4;
const leastPlaces = 300;
/** A value nearer to its end may have been cut off. */
const cutOff = 6;
/** Odd, so that all columns and rows are asked; one pixel of so many tells as much. */
const sampleStep = 5;

/** RGB, lying on each other; asked only where `isRest` holds. How much more of its spread one channel kept than another; 1 where all kept as much. */
export function tonesApart(picture: Raster, placed: Samples, isRest: (pixel: number) => boolean): number {
  const kept = [0, 1, 2].map((channel) => spreadKept(picture, placed, channel, isRest)).filter((share) => share !== null);
  return kept.length < 2 ? 1 : Math.max(...kept) / Math.max(0.01, Math.min(...kept));
}

/** Null where the channel holds too little to tell. */
function spreadKept(picture: Raster, placed: Samples, channel: number, isRest: (pixel: number) => boolean): number | null {
  const { width, height } = picture;
  let [own, other, squares, products, count] = [0, 0, 0, 0, 0];
  for (let y = reach; y < height - reach; y += sampleStep) {
    for (let x = reach; x < width - reach; x += sampleStep) {
      const pixel = y * width + x;
      if (!isRest(pixel)) continue;
      const before = meanAround(picture, pixel, channel);
      const after = meanAround(placed, pixel, channel);
      if (isCutOff(before) || isCutOff(after)) continue;
      own += before;
      other += after;
      squares += before * before;
      products += before * after;
      count++;
    }
  }
  if (count < leastPlaces) return null;
  const spread = (squares - (own * own) / count) / count;
  return spread < leastSpread * leastSpread ? null : (products - (own * other) / count) / count / spread;
}

function isCutOff(value: number): boolean {
  return value < cutOff || value > 255 - cutOff;
}

function meanAround({ width, data }: Pick<Samples, "width" | "data">, pixel: number, channel: number): number {
  let sum = 0;
  for (let y = -reach; y <= reach; y += reach)
    for (let x = -reach; x <= reach; x += reach) sum += data[(pixel + y * width + x) * 3 + channel] as number;
  return sum / 9;
}

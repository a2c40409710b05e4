/** How differently a result treats red, green and blue: a cast moves each a little, a toning turns one far down beside another. */
import type { Raster } from "../raster.ts";
import { coarseReach, readCoarse } from "./coarse-colour.ts";
import type { Samples } from "./placement.ts";
import { sampleRest } from "./sample-rest.ts";

/** How far a channel must be spread, in its values, before it can be told what became of it, and in how many places. */
const leastSpread = 4;
const leastPlaces = 300;
/** A value nearer to its end may have been cut off. */
const cutOff = 6;

interface Sums {
  own: number;
  other: number;
  squares: number;
  products: number;
  count: number;
}

/** RGB, lying on each other; asked only where `isRest` holds. How much more of its spread one channel kept than another; 1 where all kept as much. */
export function tonesApart(picture: Raster, placed: Samples, isRest: (pixel: number) => boolean): number {
  const kept = sumChannels(picture, placed, isRest)
    .map(spreadKept)
    .filter((share) => share !== null);
  return kept.length < 2 ? 1 : Math.max(...kept) / Math.max(0.01, Math.min(...kept));
}

function sumChannels(picture: Raster, placed: Samples, isRest: (pixel: number) => boolean): readonly Sums[] {
  const sums = [0, 1, 2].map((): Sums => ({ own: 0, other: 0, squares: 0, products: 0, count: 0 }));
  const [before, after] = [new Float64Array(3), new Float64Array(3)];
  sampleRest(picture, coarseReach, isRest, (pixel) => {
    readCoarse(picture, pixel, before);
    readCoarse(placed, pixel, after);
    for (let c = 0; c < 3; c++) addTo(sums[c] as Sums, before[c] as number, after[c] as number);
  });
  return sums;
}

function addTo(sums: Sums, own: number, other: number): void {
  if (isCutOff(own) || isCutOff(other)) return;
  sums.own += own;
  sums.other += other;
  sums.squares += own * own;
  sums.products += own * other;
  sums.count++;
}

/** Null where the channel holds too little to tell. */
function spreadKept({ own, other, squares, products, count }: Sums): number | null {
  if (count < leastPlaces) return null;
  const spread = (squares - (own * own) / count) / count;
  return spread < leastSpread * leastSpread ? null : (products - (own * other) / count) / count / spread;
}

function isCutOff(value: number): boolean {
  return value < cutOff || value > 255 - cutOff;
}

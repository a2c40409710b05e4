/** A result in its picture's colours, and as sharp, still where it lies itself: so it is read through its placement only once. */
import { evenColours } from "../paste/colour-field.ts";
import { bytesOf, type Raster } from "../raster.ts";
import type { Change } from "./find-change.ts";
import { matchSharpness } from "./match-sharpness.ts";
import { placeResult } from "./place-result.ts";
import { inverseOf, type Placement } from "./placement.ts";
import { widen } from "./shape-mask.ts";

/** What bleeds from a change is not what was kept. */
const doubt = 6;
/** Of each value: how surely it was cut off at black or white, which an encoder leaves a little beside them. */
const cutOffShares = Float32Array.from({ length: 256 }, (_, value) => Math.max(0, 1 - Math.min(value, 255 - value) / 4));

export function toOwnColours(picture: Raster, result: Raster, placement: Placement, change: Pick<Change, "mask" | "trusted">): Raster {
  const { width, height } = result;
  const back = inverseOf(placement);
  // The whole of the picture shows, wherever the result ends.
  const there = placeResult({ result: picture, placement: back, width, height });
  const isKept = keptThere(change, back, width, height);
  const evened = evenColours(there, result, isKept, new Uint8ClampedArray(result.data.length), { isFar: true });
  if (evened) restoreCutOff(bytesOf(result), evened);
  return matchSharpness(there, evened ? { ...result, data: evened } : result, isKept);
}

/** 1 where the result shows what was not changed: not where it is framed, whose edges would be taken for structure of the picture. */
function keptThere({ mask, trusted: { across, down } }: Pick<Change, "mask" | "trusted">, back: Placement, width: number, height: number) {
  const wide = widen(mask, width, height, doubt);
  const isKept = new Uint8Array(width * height);
  const columns = Int32Array.from({ length: width }, (_, x) => Math.round(back.scaleX * x + back.shiftX));
  for (let row = 0; row < height; row++) {
    const y = Math.round(back.scaleY * row + back.shiftY);
    if (y < down.from || y >= down.to) continue;
    for (let column = 0; column < width; column++) {
      const x = columns[column] as number;
      if (x >= across.from && x < across.to && wide[y * width + x] === 0) isKept[row * width + column] = 1;
    }
  }
  return isKept;
}

/**
 * A value that came as black or white may have been cut off anywhere between what it is evened to and the end itself: half-way is
 * nearest in the mean. Where all three channels did, it was black or white: taking the cast out again would tint it.
 */
function restoreCutOff(result: Uint8Array, evened: Uint8ClampedArray): void {
  for (let i = 0; i < evened.length; i += 3) {
    const r = cutOffShares[result[i] as number] as number;
    const g = cutOffShares[result[i + 1] as number] as number;
    const b = cutOffShares[result[i + 2] as number] as number;
    if (r + g + b === 0) continue;
    const way = 0.5 + 0.5 * Math.min(r, g, b);
    evened[i] = towardsEnd(evened[i] as number, result[i] as number, way * r);
    evened[i + 1] = towardsEnd(evened[i + 1] as number, result[i + 1] as number, way * g);
    evened[i + 2] = towardsEnd(evened[i + 2] as number, result[i + 2] as number, way * b);
  }
}

function towardsEnd(own: number, came: number, share: number): number {
  return own + share * ((came < 128 ? 0 : 255) - own);
}

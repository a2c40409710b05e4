/** Where a result differs from its picture beyond what the model does to everything: found twice, the second time without the first find. */
import { evenColours } from "../paste/colour-field.ts";
import { bytesOf, newRaster, type Raster } from "../raster.ts";
import { extendRim, halveWindow, trustedWindow } from "./extend-rim.ts";
import { measureChange } from "./measure-change.ts";
import { placeResult } from "./place-result.ts";
import type { Placement, Samples, Window } from "./placement.ts";
import { shapeMask, widen } from "./shape-mask.ts";
import { kindsOf, weighChange } from "./weigh-change.ts";

export interface Change {
  /** 1 where something was edited. */
  readonly mask: Uint8Array;
  /** 0 where the result shows nothing of the picture. */
  readonly isSeen: Uint8Array;
  /** The result, brought to the picture's place. */
  readonly placed: Samples;
  /** The class of contrast of every place's neighbourhood. */
  readonly kinds: Uint8Array;
  /** Where the result's values can be believed. */
  readonly trusted: Window;
}

/** A model cuts off what it brightens: cells of such values are judged by how well they fit, like all others. */
const anyValue = { low: 0, high: 255 };
/** The colours that a first find is held against were fitted to all of the result; those of each that follows, to what the one before it left. */
const coarseRounds = 3;
/** How far around a first, coarse find nothing is trusted. */
const doubt = 2;

/** RGB, both of one size. */
export function findChange(picture: Raster, result: Raster, placement: Placement): Change {
  const { width, height } = picture;
  const isSeen = seenThrough(placement, width, height);
  const placed = placeResult({ result, placement, width, height });
  const trusted = trustedWindow(result, placement);
  const coarse = halveRaster(picture);
  const seenAtHalf = halveMask(isSeen, width, height);
  const atHalf = { picture: coarse, placed: halveRaster(placed), isSeen: seenAtHalf, trusted: halveWindow(trusted) };
  let doubtful: Uint8Array = new Uint8Array(seenAtHalf.length);
  for (let round = 0; round < coarseRounds; round++) {
    const keptAtHalf = seenAtHalf.map((seen, i) => (doubtful[i] === 1 ? 0 : seen));
    doubtful = widen(compare(atHalf, keptAtHalf).mask, coarse.width, coarse.height, doubt);
  }
  const kept = isSeen.slice();
  for (let y = 0; y < height; y++) {
    const row = Math.min(coarse.height - 1, y >> 1) * coarse.width;
    for (let x = 0; x < width; x++) if (doubtful[row + Math.min(coarse.width - 1, x >> 1)] === 1) kept[y * width + x] = 0;
  }
  return { isSeen, placed, trusted, ...compare({ picture, placed, isSeen, trusted }, kept) };
}

interface Compared {
  readonly picture: Raster;
  readonly placed: Raster;
  readonly isSeen: Uint8Array;
  readonly trusted: Window;
}

function compare({ picture, placed, isSeen, trusted }: Compared, kept: Uint8Array) {
  const { width, height } = picture;
  const bent = evenColours(placed, picture, kept, new Uint8ClampedArray(picture.data.length), { clip: anyValue });
  const expected: Samples = { width, height, data: bent ?? picture.data };
  const measures = measureChange(expected, placed, isSeen, kept);
  const kinds = kindsOf(measures.texture, width, height);
  const weighed = weighChange(measures, kinds, kept);
  extendRim(weighed, width, trusted);
  return { mask: shapeMask(weighed, width, height), kinds };
}

function halveRaster(raster: Raster): Raster {
  const { width, height } = raster;
  const data = bytesOf(raster);
  const half = newRaster(width >> 1, height >> 1, 3);
  const stride = width * 3;
  for (let y = 0, to = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      for (let c = 0; c < 3; c++, to++) {
        const at = y * 2 * stride + x * 6 + c;
        half.data[to] =
          ((data[at] as number) + (data[at + 3] as number) + (data[at + stride] as number) + (data[at + stride + 3] as number)) / 4;
      }
    }
  }
  return half;
}

function halveMask(mask: Uint8Array, width: number, height: number): Uint8Array {
  const [across, down] = [width >> 1, height >> 1];
  const half = new Uint8Array(across * down);
  for (let y = 0, to = 0; y < down; y++) for (let x = 0; x < across; x++, to++) half[to] = mask[y * 2 * width + x * 2] as number;
  return half;
}

function seenThrough({ scaleX, shiftX, scaleY, shiftY }: Placement, width: number, height: number): Uint8Array {
  const isSeen = new Uint8Array(width * height);
  const isInside = (place: number, length: number) => place >= -0.5 && place <= length - 0.5;
  for (let y = 0; y < height; y++) {
    if (!isInside(scaleY * y + shiftY, height)) continue;
    for (let x = 0; x < width; x++) if (isInside(scaleX * x + shiftX, width)) isSeen[y * width + x] = 1;
  }
  return isSeen;
}

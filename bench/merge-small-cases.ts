/** Results larger than their pictures: edited and bent at a model's own size, judged at the picture's, as the darkroom does. */
import sharp from "sharp";
import type { Placement } from "#lib/pixels/merge/placement.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import { buildCase, type CaseKind, differenceOf, type MergeCase } from "./merge-cases.ts";

type Size = readonly [width: number, height: number];

/** The size with this longest side that has the shape of another. */
export function smallSize([width, height]: Size, side: number): Size {
  const scale = side / Math.max(width, height);
  return [Math.round(width * scale), Math.round(height * scale)];
}

/** `other` is of the size that the model gives back. */
export async function buildSmallCase(kind: CaseKind, picture: Raster, other: Raster, seed: number): Promise<MergeCase> {
  const large: Size = [other.width, other.height];
  const small: Size = [picture.width, picture.height];
  const built = await buildCase(kind, resize(picture, ...large, "bicubic"), other, seed);
  const [before, after] = [await shrink(built.picture, small), await shrink(built.ideal, small)];
  const ideal = newRaster(picture.width, picture.height, 3);
  // What the way there and back does to the picture is no edit.
  for (let i = 0; i < ideal.data.length; i++)
    ideal.data[i] = (picture.data[i] as number) + (after.data[i] as number) - (before.data[i] as number);
  return {
    kind,
    picture,
    ideal,
    result: await shrink(built.result, small),
    placement: throughSize(built.placement, large, small),
    difference: differenceOf(picture, ideal),
  };
}

/** As the darkroom does. */
async function shrink({ data, width, height, channels }: Raster, [across, down]: Size): Promise<Raster> {
  const raw = sharp(data, { raw: { width, height, channels } });
  const small = await raw.resize(across, down, { fit: "fill", kernel: "lanczos3" }).raw().toBuffer();
  return { width: across, height: down, channels, data: new Uint8Array(small) };
}

function throughSize({ scaleX, shiftX, scaleY, shiftY }: Placement, from: Size, to: Size): Placement {
  return {
    scaleX,
    shiftX: shiftThrough(scaleX, shiftX, to[0] / from[0]),
    scaleY,
    shiftY: shiftThrough(scaleY, shiftY, to[1] / from[1]),
  };
}

/** Places are counted from the middle of the first pixel. */
function shiftThrough(scale: number, shift: number, share: number): number {
  return share * shift + 0.5 * (scale - 1) * (1 - share);
}

/** Keeps a photograph: of what a model made of it, only what changed comes over, at the photograph's own size. */
import { enlargeAlpha, placeResult } from "#lib/pixels/merge/place-result.ts";
import { planMerge } from "#lib/pixels/merge/plan-merge.ts";
import { blendIn, countChanges } from "#lib/pixels/paste/blend-in.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Merged, MergeRequest } from "../darkroom.ts";
import { asPictureError, openStored, readPixels } from "../decode.ts";
import { asSharp, resizeTo, toRaster } from "../framing/read-content.ts";
import { isSeenThrough, writeRaster } from "./write-raster.ts";

export async function merge({ picture, result, out }: MergeRequest): Promise<Merged> {
  try {
    const before = toRaster(await readPixels(openStored(picture).toColourspace("srgb")));
    const made = toRaster(await readPixels(openStored(result).flatten({ background: "#fff" }).toColourspace("srgb")));
    const { width, height } = before;
    // A picture smaller than what the model paints is compared at its own size.
    const side = Math.min(1, width / made.width, height / made.height);
    const size = [Math.round(made.width * side), Math.round(made.height * side)] as const;
    const shown = await resizeTo(before.channels === 4 ? await flatten(before) : before, size);
    const plan = planMerge(shown, await resizeTo(made, size));
    if (plan.reason !== null) return { isMerged: false, reason: plan.reason };
    const placed = placeResult({ result: plan.result, placement: plan.placement, width, height });
    const alpha = enlargeAlpha(plan.alpha, width, height);
    await writeRaster(out.placed, placed);
    await writeRaster(out.alpha, alpha);
    const after: Raster = { ...before, data: before.data.slice() };
    const box = { x: 0, y: 0, width, height };
    blendIn({ picture: after, box, result: placed, alpha });
    const counts = countChanges({ before, after, own: box, box, alpha });
    await writeRaster(out.picture, after);
    return { isMerged: true, width, height, hasAlpha: isSeenThrough(after), ...counts };
  } catch (error) {
    throw asPictureError(error);
  }
}

async function flatten(raster: Raster): Promise<Raster> {
  return toRaster(await readPixels(asSharp(raster).flatten({ background: "#fff" })));
}

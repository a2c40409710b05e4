/** Keeps a photograph: of what a model made of it, only what changed comes over, at the photograph's own size. */
import type { PhotoTransform } from "#lib/fidelity.ts";
import { layIn } from "#lib/pixels/merge/lay-in.ts";
import { enlargeAlpha } from "#lib/pixels/merge/place-result.ts";
import { type MergePlan, planMerge, softness } from "#lib/pixels/merge/plan-merge.ts";
import { countChanges } from "#lib/pixels/paste/blend-in.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Merged, MergeRequest } from "../darkroom.ts";
import { asPictureError, openStored, readPixels } from "../decode.ts";
import { asSharp, resizeTo, toRaster } from "../framing/read-content.ts";
import { isSeenThrough, writeRaster } from "../framing/write-raster.ts";
import { type PlacedThread, startPlacedThread } from "./placed-thread.ts";

export async function merge(request: MergeRequest): Promise<Merged> {
  const thread = startPlacedThread();
  try {
    return await mergeBeside(thread, request);
  } catch (error) {
    throw asPictureError(error);
  } finally {
    await thread.end();
  }
}

async function mergeBeside(thread: PlacedThread, { picture, result, out }: MergeRequest): Promise<Merged> {
  const [before, made] = await Promise.all([
    readPixels(openStored(picture).toColourspace("srgb")).then(toRaster),
    readPixels(openStored(result).flatten({ background: "#fff" }).toColourspace("srgb")).then(toRaster),
  ]);
  const { width, height } = before;
  // A picture smaller than what the model paints is compared at its own size.
  const side = Math.min(1, width / made.width, height / made.height);
  const size = [Math.round(made.width * side), Math.round(made.height * side)] as const;
  const shown = await resizeTo(before.channels === 4 ? await flatten(before) : before, size);
  const plan = planMerge(shown, await resizeTo(made, size));
  if (plan.reason !== null) return { isMerged: false, reason: plan.reason };
  const written = thread.write({ path: out.placed, place: { result: plan.result, placement: plan.placement, width, height } });
  // Awaited below; until then a failure is nobody's surprise.
  written.catch(() => undefined);
  const alpha = enlargeAlpha(plan.alpha, width, height);
  const after: Raster = { ...before, data: before.data.slice() };
  layIn({ picture: after, alpha, result: plan.result, placement: plan.placement });
  const box = { x: 0, y: 0, width, height };
  const counts = countChanges({ before, after, own: box, box, alpha });
  await Promise.all([writeRaster(out.picture, after), writeRaster(out.alpha, alpha), written]);
  return { isMerged: true, width, height, hasAlpha: isSeenThrough(after), transform: transformOf(plan, shown), ...counts };
}

function transformOf({ placement }: MergePlan, { width, height }: Raster): PhotoTransform {
  const { grow: growPx, feather: featherPx } = softness;
  return { kind: "photo", seen: [width, height], ...placement, growPx, featherPx };
}

async function flatten(raster: Raster): Promise<Raster> {
  return toRaster(await readPixels(asSharp(raster).flatten({ background: "#fff" })));
}

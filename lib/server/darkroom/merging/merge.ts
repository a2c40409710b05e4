/** Keeps a photograph: of what a model made of it, only what changed comes over, at the photograph's own size. */
import type { PhotoTransform } from "#lib/fidelity.ts";
import { bringOver } from "#lib/pixels/merge/bring-over.ts";
import { type MergePlan, planMerge, softnessAt } from "#lib/pixels/merge/plan-merge.ts";
import type { Softness } from "#lib/pixels/merge/shape-mask.ts";
import { touchedRows } from "#lib/pixels/paste/lay-in.ts";
import { enlargeAlpha } from "#lib/pixels/paste/sparse-mask.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Merged, MergeRequest } from "../darkroom.ts";
import { asPictureError, openStored, readPixels } from "../decode.ts";
import { drawStageCopy } from "../framing/draw-stage-copy.ts";
import { type PackingThread, packByTwo, packingThread, shareRaster } from "../framing/packing-thread.ts";
import { bandsThatStay, rowsOf } from "../framing/png-bands.ts";
import { asSharp, resizeTo, toRaster } from "../framing/read-content.ts";
import { stillPacked, writePartlyPacked, writePng } from "../framing/write-png.ts";
import { isSeenThrough } from "../framing/write-raster.ts";

export async function merge(request: MergeRequest): Promise<Merged> {
  try {
    // Begun before there is anything to do: the first time it loads what it needs meanwhile.
    return await mergeBeside(packingThread(), request);
  } catch (error) {
    throw asPictureError(error);
  }
}

async function mergeBeside(thread: PackingThread, { picture, result, out, copy }: MergeRequest): Promise<Merged> {
  const made = toRaster(await readPixels(openStored(result).flatten({ background: "#fff" }).toColourspace("srgb")));
  const { own, shown } = await openBase(picture, made);
  const { width, height, channels } = own;
  // Most rows stay as they are: they are packed while nobody knows yet which do not.
  const packing = thread.pack({ raster: own, bands: bandsThatStay(own, new Uint8Array(height)) });
  const softness = softnessAt(shown.width / made.width);
  const plan = planMerge(shown, await resizeTo(made, [shown.width, shown.height]), softness);
  if (plan.reason !== null) return { isMerged: false, reason: plan.reason };
  const place = { result: plan.result, placement: plan.placement, width, height };
  const whole = { x: 0, y: 0, width, height };
  const placed = thread.writePlaced({ path: out.placed, place, canvas: whole, box: whole });
  const alpha = enlargeAlpha(plan.alpha, width, height);
  const packed = await packing;
  const isTouched = touchedRows(height, whole, alpha);
  const counts = bringOver({ picture: own, alpha, shown, plan });
  const hasAlpha = channels === 4 && isSeenThrough(own);
  const drawing = drawStageCopy(own, hasAlpha, copy);
  await writePartlyPacked(out.picture, rowsOf(own), packByTwo(thread, own, stillPacked(packed, own, isTouched)));
  const [hasCopy] = await Promise.all([drawing, writeAlpha(out.alpha, alpha, isTouched), placed]);
  return { isMerged: true, width, height, hasAlpha, hasCopy, transform: transformOf(plan, shown, softness), ...counts };
}

/** Where the thread can read it, and as the model saw it: a picture smaller than what the model paints is compared at its own size. */
async function openBase(path: string, made: Raster): Promise<{ readonly own: Raster; readonly shown: Raster }> {
  const before = toRaster(await readPixels(openStored(path).toColourspace("srgb")));
  const side = Math.min(1, before.width / made.width, before.height / made.height);
  const size = [Math.round(made.width * side), Math.round(made.height * side)] as const;
  const shown = await resizeTo(before.channels === 4 ? await flatten(before) : before, size);
  return { own: shareRaster(before), shown };
}

function transformOf({ placement }: MergePlan, { width, height }: Raster, { grow: growPx, feather: featherPx }: Softness): PhotoTransform {
  return { kind: "photo", seen: [width, height], ...placement, growPx, featherPx };
}

async function flatten(raster: Raster): Promise<Raster> {
  return toRaster(await readPixels(asSharp(raster).flatten({ background: "#fff" })));
}

function writeAlpha(path: string, alpha: Raster, isTouched: Uint8Array): Promise<void> {
  const rows = rowsOf(alpha);
  return writePng(path, { ...rows, writeRow: (y, row) => isTouched[y] === 1 && rows.writeRow(y, row) });
}

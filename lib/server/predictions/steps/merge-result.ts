/** What becomes of an edit without a mask: the photograph stays, only what the model changed comes over; or the whole result, and why. */
import { sha256Of } from "#lib/ids.ts";
import { pictureFieldsOf } from "#lib/models/check-inputs.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import { type PaddedSize, paddedSize } from "#lib/models/padded-size.ts";
import { workingSize } from "#lib/models/working-size.ts";
import type { Merged } from "#lib/server/darkroom/darkroom.ts";
import { keepFile } from "#lib/server/projects/keep-file.ts";
import { pictureKey } from "#lib/server/storage/blobs.ts";
import type { PictureRecord, PredictionRecord } from "#lib/server/storage/records.ts";
import { type Fidelity, stageSide } from "#lib/wire.ts";
import type { Arrived, FinishedResult } from "./finished-result.ts";
import type { StepParts } from "./step.ts";
import { asksForTheWhole } from "./whole-wish.ts";

/** A model gives back the shape it was shown, floored to its steps, and about as many pixels; however few it was shown, about a megapixel. */
const mostOffShape = 0.05;
const mostLarger = 1.3;
const usualPixels = 1024 * 1024;
/** So many times the picture's pixels are worth having; fewer only come of sides that were rounded. */
const clearlyLarger = 1.1;

/** Null where there is no picture the result should be true to. */
export async function baseOf(parts: StepParts, entry: ModelEntry, row: PredictionRecord): Promise<PictureRecord | null> {
  // What our own engine gives is neither moved nor tinted by accident: every difference is meant.
  if (row.via !== "studio" || row.provider === "local" || entry.task !== "edit") return null;
  const [field] = pictureFieldsOf(entry).filter(({ kind }) => kind === "picture");
  const id = field && row.inputs[field.name];
  return typeof id === "string" ? parts.records.pictures.get(id) : null;
}

interface ToMerge extends Arrived {
  readonly entry: ModelEntry;
  readonly base: PictureRecord;
  readonly prompt: unknown;
}

/** Less than this is no change anybody asked for: what was meant was taken for a cast of the model. */
export const leastChanged = 0.001;

export async function mergeResult(
  parts: StepParts,
  { entry, base, raw, copyTo, prompt }: ToMerge,
  signal: AbortSignal,
): Promise<FinishedResult> {
  const scale = Math.round((raw.width / base.width) * 1000) / 1000;
  if (!isOfShape(entry, base, raw)) return wholeResult(raw, scale, "ratio");
  const padded = paddedSize(entry, base);
  if (padded) return mergeTrimmed(parts, { entry, base, raw, copyTo, prompt, padded }, signal);
  return mergeWhole(parts, { base, raw, copyTo, prompt, scale }, signal);
}

/** Without what the picture was filled up with the result has the picture's shape. */
async function mergeTrimmed(
  parts: StepParts,
  { base, raw, copyTo, prompt, padded }: ToMerge & { readonly padded: PaddedSize },
  signal: AbortSignal,
) {
  const { blobs, darkroom } = parts;
  const out = await blobs.scratchPath("png");
  try {
    const trimmed = await blobs.withFile(pictureKey(raw.sha256), (path) => darkroom.trim({ path, out, ...padded }, { signal }));
    const own = { ...(await keepFile(parts, out, trimmed)), sourceSha256: raw.sourceSha256 ?? raw.sha256 };
    const scale = Math.round((own.width / base.width) * 1000) / 1000;
    return await mergeWhole(parts, { base, raw: own, copyTo, prompt, scale }, signal);
  } finally {
    await blobs.drop(out);
  }
}

interface SameShape extends Omit<ToMerge, "entry"> {
  readonly scale: number;
}

async function mergeWhole(parts: StepParts, { base, raw, copyTo, prompt, scale }: SameShape, signal: AbortSignal): Promise<FinishedResult> {
  if (asksForTheWhole(prompt)) return wholeResult(raw, scale, "global");
  const { blobs, darkroom } = parts;
  const out = { picture: await blobs.scratchPath("png"), alpha: await blobs.scratchPath("png"), placed: await blobs.scratchPath("png") };
  const copy = { out: copyTo, side: stageSide };
  try {
    const merged: Merged = await blobs.withFile(pictureKey(raw.sha256), (result) =>
      blobs.withFile(pictureKey(sha256Of(base.id)), (picture) => darkroom.merge({ picture, result, out, copy }, { signal })),
    );
    if (!merged.isMerged) return wholeResult(raw, scale, merged.reason);
    if (merged.changed < leastChanged * merged.pixels) return wholeResult(raw, scale, "global");
    const plain = { width: merged.width, height: merged.height, hasAlpha: false };
    const [picture, alpha, placed] = await Promise.all([
      keepFile(parts, out.picture, merged),
      keepFile(parts, out.alpha, plain),
      keepFile(parts, out.placed, plain),
    ]);
    const { pixels, changed, outside, transform } = merged;
    const isLarger = raw.width * raw.height > clearlyLarger * pixels;
    const fidelity: Fidelity = {
      method: "photo",
      pixels,
      changed,
      outside,
      reason: null,
      alphaId: alpha.id,
      resultId: placed.id,
      transform,
      scale,
      // Only the placed copy of a larger one was made smaller.
      ...(isLarger && { larger: { pictureId: raw.id, width: raw.width, height: raw.height } }),
    };
    // The provider's own file stays: what was made of it can be made again.
    const kept = { ...placed, sourceSha256: raw.sourceSha256 ?? raw.sha256 };
    return { picture, beside: isLarger ? [alpha, kept, raw] : [alpha, kept], fidelity, hasCopy: merged.hasCopy };
  } finally {
    await Promise.all(Object.values(out).map((file) => blobs.drop(file)));
  }
}

/** A result that was cropped, turned or enlarged on purpose has another shape or size than what the model was shown. */
function isOfShape(entry: ModelEntry, base: PictureRecord, raw: PictureRecord): boolean {
  const [width, height] = workingSize(entry, base);
  const offShape = Math.abs(Math.log((raw.width * height) / (raw.height * width)));
  return offShape <= mostOffShape && raw.width * raw.height <= mostLarger * Math.max(width * height, usualPixels);
}

function wholeResult(raw: PictureRecord, scale: number, reason: NonNullable<Fidelity["reason"]>): FinishedResult {
  const pixels = raw.width * raw.height;
  const fidelity: Fidelity = {
    method: "whole",
    pixels,
    changed: pixels,
    outside: null,
    reason,
    alphaId: null,
    resultId: raw.id,
    transform: null,
    scale,
  };
  return { picture: raw, beside: [], fidelity, hasCopy: false };
}

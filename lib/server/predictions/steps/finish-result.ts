/** What becomes of a provider's picture before it is an edit: one branch for each method a run's frame may name. */
import { isAppError } from "#lib/errors.ts";
import { growth, scaleOf } from "#lib/models/choose-frame.ts";
import { maskFieldOf } from "#lib/models/form.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import type { Pasted } from "#lib/server/darkroom/darkroom.ts";
import { log } from "#lib/server/log.ts";
import { keepFile } from "#lib/server/projects/keep-file.ts";
import { pictureKey } from "#lib/server/storage/blobs.ts";
import type { PredictionRecord } from "#lib/server/storage/records.ts";
import { type Fidelity, type Frame, stageSide } from "#lib/wire.ts";
import { withFramedFiles } from "../framed-files.ts";
import type { Arrived, FinishedResult } from "./finished-result.ts";
import { baseOf, mergeResult } from "./merge-result.ts";
import type { StepParts } from "./step.ts";

export async function finishResult(
  parts: StepParts,
  row: PredictionRecord,
  { raw, copyTo }: Arrived,
  signal: AbortSignal,
): Promise<FinishedResult> {
  const asItCame = { picture: raw, beside: [], fidelity: null, hasCopy: false };
  const entry = parts.catalogue.list().find((model) => model.id === row.model);
  // A model that has left the catalogue meanwhile was paid all the same: its result is kept as it came.
  if (!entry) return asItCame;
  try {
    if (row.frame !== null)
      return maskFieldOf(entry) ? await pasteResult(parts, { row, entry, frame: row.frame, raw, copyTo }, signal) : asItCame;
    const base = await baseOf(parts, entry, row);
    return base ? await mergeResult(parts, { entry, base, raw, copyTo, prompt: row.inputs.prompt }, signal) : asItCame;
  } catch (error) {
    if (signal.aborted || !isBeyondUs(error)) throw error;
    log.error({ prediction: row.id, error: String(error) }, "finish-failed");
    return asItCame;
  }
}

/** The darkroom ran out of time or memory: no reason to throw a result away that was paid for. */
function isBeyondUs(error: unknown): boolean {
  return isAppError(error) && (error.code === "picture_too_demanding" || error.code === "internal");
}

interface ToPaste extends Arrived {
  readonly row: PredictionRecord;
  readonly entry: ModelEntry;
  readonly frame: Frame;
}

async function pasteResult(parts: StepParts, { row, entry, frame, raw, copyTo }: ToPaste, signal: AbortSignal): Promise<FinishedResult> {
  const { blobs, darkroom } = parts;
  const out = { picture: await blobs.scratchPath("png"), alpha: await blobs.scratchPath("png"), placed: await blobs.scratchPath("png") };
  try {
    const pasted = await blobs.withFile(pictureKey(raw.sha256), (result) =>
      withFramedFiles(blobs, entry, row, (files) =>
        darkroom.paste({ ...files, result, frame, out, copy: { out: copyTo, side: stageSide } }, { signal }),
      ),
    );
    const [picture, alpha, placed] = await Promise.all([
      keepFile(parts, out.picture, pasted),
      keepFile(parts, out.alpha, { ...pasted, hasAlpha: false }),
      keepFile(parts, out.placed, { ...pasted, hasAlpha: !isWhole(frame, pasted) }),
    ]);
    const { pixels, changed, outside, hasCopy } = pasted;
    const scale = Math.round(scaleOf(frame) * 1000) / 1000;
    const transform = { kind: "paste", opaquePx: growth.opaque, seamPx: growth.seam } as const;
    const counts = { pixels, changed, outside, reason: null };
    const fidelity: Fidelity = { method: "paste", ...counts, alphaId: alpha.id, resultId: placed.id, transform, scale };
    // The provider's own file stays: what was made of it can be made again.
    return { picture, beside: [alpha, { ...placed, sourceSha256: raw.sourceSha256 ?? raw.sha256 }], fidelity, hasCopy };
  } finally {
    await Promise.all(Object.values(out).map((file) => blobs.drop(file)));
  }
}

function isWhole({ box }: Frame, { width, height }: Pasted): boolean {
  return box.width === width && box.height === height;
}

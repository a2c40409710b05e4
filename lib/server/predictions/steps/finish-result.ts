/** What becomes of a provider's picture before it is an edit: one branch for each method a run's frame may name. */
import { scaleOf } from "#lib/models/choose-frame.ts";
import type { Pasted } from "#lib/server/darkroom/darkroom.ts";
import { keepFile } from "#lib/server/projects/keep-file.ts";
import { pictureKey } from "#lib/server/storage/blobs.ts";
import type { PictureRecord, PredictionRecord } from "#lib/server/storage/records.ts";
import type { Fidelity, Frame } from "#lib/wire.ts";
import { withFramedFiles } from "../framed-files.ts";
import { baseOf, mergeResult } from "./merge-result.ts";
import type { StepParts } from "./step.ts";

export interface FinishedResult {
  readonly picture: PictureRecord;
  /** Pictures the fidelity refers to. */
  readonly beside: readonly PictureRecord[];
  readonly fidelity: Fidelity | null;
}

/** `raw` is the provider's picture; its bytes are kept already. */
export async function finishResult(
  parts: StepParts,
  row: PredictionRecord,
  raw: PictureRecord,
  signal: AbortSignal,
): Promise<FinishedResult> {
  if (row.frame === null) {
    const base = await baseOf(parts, row);
    return base ? mergeResult(parts, row, base, raw, signal) : { picture: raw, beside: [], fidelity: null };
  }
  switch (row.frame.method) {
    case "paste":
      return pasteResult(parts, row, row.frame, raw, signal);
  }
}

async function pasteResult(
  parts: StepParts,
  row: PredictionRecord,
  frame: Frame,
  raw: PictureRecord,
  signal: AbortSignal,
): Promise<FinishedResult> {
  const { blobs, darkroom, catalogue } = parts;
  const out = { picture: await blobs.scratchPath("png"), alpha: await blobs.scratchPath("png"), placed: await blobs.scratchPath("png") };
  try {
    const pasted = await blobs.withFile(pictureKey(raw.sha256), (result) =>
      withFramedFiles(blobs, catalogue.get(row.model), row, (files) => darkroom.paste({ ...files, result, frame, out }, { signal })),
    );
    const [picture, alpha, placed] = [
      await keepFile(parts, out.picture, pasted),
      await keepFile(parts, out.alpha, { ...pasted, hasAlpha: false }),
      await keepFile(parts, out.placed, { ...pasted, hasAlpha: !isWhole(frame, pasted) }),
    ];
    const { pixels, changed, outside } = pasted;
    const scale = Math.round(scaleOf(frame) * 1000) / 1000;
    const fidelity = { method: "paste", pixels, changed, outside, reason: null, alphaId: alpha.id, resultId: placed.id, scale } as const;
    // The provider's own file stays: what was made of it can be made again.
    return { picture, beside: [alpha, { ...placed, sourceSha256: raw.sourceSha256 ?? raw.sha256 }], fidelity };
  } finally {
    await Promise.all(Object.values(out).map((file) => blobs.drop(file)));
  }
}

function isWhole({ box }: Frame, { width, height }: Pasted): boolean {
  return box.width === width && box.height === height;
}

/** What becomes of a provider's picture before it is an edit: one branch for each method a run's frame may name. */
import { pictureId } from "#lib/ids.ts";
import { scaleOf } from "#lib/models/choose-frame.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import type { Pasted } from "#lib/server/darkroom/darkroom.ts";
import { pictureKey } from "#lib/server/storage/blobs.ts";
import type { PictureRecord, PredictionRecord } from "#lib/server/storage/records.ts";
import type { Fidelity, Frame } from "#lib/wire.ts";
import { maskFieldOf } from "../choose-run-frame.ts";
import { withFramedFiles } from "../framed-files.ts";
import type { StepParts } from "./step.ts";

export interface FinishedResult {
  readonly picture: PictureRecord;
  /** Pictures the fidelity refers to. */
  readonly beside: readonly PictureRecord[];
  readonly fidelity: Fidelity | null;
}

/** `raw` is the provider's picture; its bytes are kept already. */
export function finishResult(parts: StepParts, row: PredictionRecord, raw: PictureRecord, signal: AbortSignal): Promise<FinishedResult> {
  const entry = parts.catalogue.list().find((model) => model.id === row.model);
  // A model that has left the catalogue meanwhile was paid all the same: its result is kept as it came.
  if (row.frame === null || !entry || !maskFieldOf(entry)) return Promise.resolve({ picture: raw, beside: [], fidelity: null });
  switch (row.frame.method) {
    case "paste":
      return pasteResult(parts, { row, entry, frame: row.frame, raw }, signal);
  }
}

interface ToPaste {
  readonly row: PredictionRecord;
  readonly entry: ModelEntry;
  readonly frame: Frame;
  readonly raw: PictureRecord;
}

async function pasteResult(parts: StepParts, { row, entry, frame, raw }: ToPaste, signal: AbortSignal): Promise<FinishedResult> {
  const { blobs, darkroom } = parts;
  const out = { picture: await blobs.scratchPath("png"), alpha: await blobs.scratchPath("png"), placed: await blobs.scratchPath("png") };
  try {
    const pasted = await blobs.withFile(pictureKey(raw.sha256), (result) =>
      withFramedFiles(blobs, entry, row, (files) => darkroom.paste({ ...files, result, frame, out }, { signal })),
    );
    const [picture, alpha, placed] = [
      await keepFile(parts, out.picture, pasted, pasted.hasAlpha),
      await keepFile(parts, out.alpha, pasted, false),
      await keepFile(parts, out.placed, pasted, !isWhole(frame, pasted)),
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

/** Our own darkroom wrote it, so it needs no second look. */
async function keepFile({ blobs, clock }: StepParts, path: string, { width, height }: Pasted, hasAlpha: boolean): Promise<PictureRecord> {
  const staged = await blobs.adopt(path);
  const { sha256, bytes } = staged;
  await staged.keep(pictureKey(sha256));
  const id = pictureId(sha256);
  return { id, sha256, format: "png", bytes, width, height, hasAlpha, notes: [], sourceSha256: null, createdAtMs: clock.now() };
}

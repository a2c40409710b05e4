/** Recomposes an edit by hand: its parent's picture and the model's result under a drawn mask, as a new edit beside it. */
import { AppError, invalidInput } from "#lib/errors.ts";
import { newId, sha256Of } from "#lib/ids.ts";
import type { Clock } from "#lib/server/clock.ts";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import { type Blobs, pictureKey } from "#lib/server/storage/blobs.ts";
import type { EditRecord, PictureRecord, Records } from "#lib/server/storage/records.ts";
import type { BlendEdit, Edit, Fidelity } from "#lib/wire.ts";
import { keepFile } from "./keep-file.ts";
import { toWireEdit } from "./present.ts";

interface Parts {
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
  readonly clock: Clock;
}

export async function blendEdit(parts: Parts, editId: string, request: BlendEdit): Promise<Edit> {
  const { records } = parts;
  const edit = await records.edits.get(editId);
  if (!edit) throw new AppError("not_found", `Expected the id of an edit but received "${editId.slice(0, 80)}"`);
  const parent = edit.parentId === null ? null : await records.edits.get(edit.parentId);
  const own = parent && (await records.pictures.get(parent.pictureId));
  const result = edit.fidelity?.resultId ? await records.pictures.get(edit.fidelity.resultId) : null;
  if (!own || !result || !edit.fidelity) {
    const message = "Expected an edit that a model made of another picture for editId but received one without a result to blend";
    throw invalidInput({ field: "editId", rule: "conflict", message });
  }
  const { picture, fidelity } = request.whole
    ? { picture: result, fidelity: wholeOf(edit.fidelity, result) }
    : await compose(parts, { own, result, request, fidelity: edit.fidelity });
  const nowMs = parts.clock.now();
  const { projectId, parentId, name, predictionId } = edit;
  const blended: EditRecord = {
    id: newId("edt", nowMs),
    projectId,
    parentId,
    kind: "local",
    name,
    pictureId: picture.id,
    predictionId,
    fidelity,
    createdAtMs: nowMs,
  };
  await records.edits.add(blended, { makeCurrent: true });
  return toWireEdit(blended, picture);
}

function wholeOf(fidelity: Fidelity, { id, width, height }: PictureRecord): Fidelity {
  const pixels = width * height;
  return { ...fidelity, method: "whole", pixels, changed: pixels, outside: null, alphaId: null, resultId: id };
}

interface Composition {
  readonly own: PictureRecord;
  readonly result: PictureRecord;
  readonly request: BlendEdit;
  readonly fidelity: Fidelity;
}

async function compose(
  parts: Parts,
  { own, result, request, fidelity }: Composition,
): Promise<{ picture: PictureRecord; fidelity: Fidelity }> {
  const { blobs, darkroom, records } = parts;
  const alpha = await alphaOf(records, own, request, fidelity);
  const out = { picture: await blobs.scratchPath("png"), alpha: await blobs.scratchPath("png") };
  const { softnessPx, colourMatch } = request;
  const fileOf = <Result>({ id }: PictureRecord, use: (path: string) => Promise<Result>) => blobs.withFile(pictureKey(sha256Of(id)), use);
  try {
    const blend = (drawn: string | null) =>
      fileOf(own, (picture) =>
        fileOf(result, (made) => darkroom.blend({ picture, result: made, alpha: drawn, softnessPx, colourMatch, out })),
      );
    const blended = await (alpha ? fileOf(alpha, blend) : blend(null));
    const picture = await records.pictures.put(await keepFile(parts, out.picture, blended));
    const kept = await records.pictures.put(await keepFile(parts, out.alpha, { ...blended, hasAlpha: false }));
    const { pixels, changed, outside } = blended;
    return { picture, fidelity: { ...fidelity, method: "blend", pixels, changed, outside, reason: null, alphaId: kept.id } };
  } finally {
    await Promise.all(Object.values(out).map((file) => blobs.drop(file)));
  }
}

async function alphaOf(records: Records, own: PictureRecord, { alphaId }: BlendEdit, fidelity: Fidelity): Promise<PictureRecord | null> {
  if (alphaId === null) return fidelity.alphaId === null ? null : records.pictures.get(fidelity.alphaId);
  const alpha = await records.pictures.get(alphaId);
  if (!alpha) throw invalidInput({ field: "alphaId", rule: "format", message: "Expected the id of a stored picture for alphaId" });
  if (alpha.width === own.width && alpha.height === own.height) return alpha;
  const message = `Expected a picture of ${own.width}×${own.height} for alphaId but received one of ${alpha.width}×${alpha.height}`;
  throw invalidInput({ field: "alphaId", rule: "format", message });
}

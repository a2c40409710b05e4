/** An edit's picture, enlarged, as a run like any other: it shows how far it is, can be canceled, and outlives a restart. */
import { AppError, invalidInput } from "#lib/errors.ts";
import { canEnlarge, type EnlargeTimes, enlargeModel, mostEnlargedPixels } from "#lib/models/enlarge.ts";
import type { PictureRecord, PredictionRecord, StoredEdit } from "#lib/server/storage/records.ts";
import type { EnlargeRequest } from "./predictions.ts";
import { type StartParts, startPrediction } from "./start-prediction.ts";

const longestName = 100;

export async function enlargeEdit(
  parts: StartParts,
  editId: string,
  { times, personId, idempotencyKey }: EnlargeRequest,
): Promise<{ created: boolean; prediction: PredictionRecord }> {
  const edit = await parts.records.edits.get(editId);
  const picture = edit && (await parts.records.pictures.get(edit.pictureId));
  if (!edit || !picture) throw new AppError("not_found", `Expected the id of an edit but received "${editId.slice(0, 80)}"`);
  if (!canEnlarge(picture, times)) throw tooLarge(picture, times);
  const catalogue = { list: () => [enlargeModel], get: () => enlargeModel };
  return startPrediction(
    { ...parts, catalogue },
    {
      projectId: edit.projectId,
      parentEditId: edit.id,
      model: enlargeModel.id,
      inputs: { prompt: nameOf(edit, times), input_image: picture.id, factor: String(times) },
      via: "studio",
      personId,
      idempotencyKey,
    },
  );
}

/** "Harbour 2×": once more enlarged it is "Harbour 4×", which is what it is. */
function nameOf({ name }: StoredEdit, times: EnlargeTimes): string {
  return `${name.slice(0, longestName)} ${times}×`;
}

function tooLarge({ width, height }: PictureRecord, times: EnlargeTimes): AppError {
  const [asked, most] = [width * height * times * times, mostEnlargedPixels].map((pixels) => (pixels / 1_000_000).toFixed(1));
  const message = `Expected a factor with at most ${most} million pixels as its result for factor but received ${times}, which makes ${asked}`;
  const isTwoFine = times > 2 && canEnlarge({ width, height }, 2);
  return invalidInput({ field: "factor", ...(isTwoFine ? { rule: "number_lte", limit: 2 } : { rule: "conflict" }), message });
}

/** The edits that came of runs, as browsers see them: whoever hears of an end needs not ask what came of it. */
import { toWireEdit } from "#lib/server/projects/present.ts";
import type { Records } from "#lib/server/storage/records.ts";
import type { Edit, Prediction } from "#lib/wire.ts";

export async function readOutputEdits(records: Records, predictions: readonly Prediction[]): Promise<readonly Edit[]> {
  const found = await Promise.all(predictions.flatMap(({ outputEditIds }) => outputEditIds).map((id) => records.edits.get(id)));
  const edits = found.filter((edit) => edit !== null);
  const pictures = edits.length > 0 ? await records.pictures.getMany([...new Set(edits.map(({ pictureId }) => pictureId))]) : [];
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  return edits.flatMap((edit) => {
    const picture = byId.get(edit.pictureId);
    return picture ? [toWireEdit(edit, picture)] : [];
  });
}

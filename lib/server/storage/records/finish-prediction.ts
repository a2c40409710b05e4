import type { PredictionRecord, Records } from "../records.ts";
import { firstUnlessCurrent } from "./add-edit.ts";
import { changeRow } from "./change-prediction.ts";
import { holdPictures } from "./holdings.ts";
import { inBatches } from "./keyset.ts";
import { putPictures } from "./pictures.ts";
import { toEditRow } from "./rows.ts";
import { settleRun } from "./settle.ts";
import type { Store } from "./tables.ts";
import { touchProject } from "./touch-project.ts";

type FinishRequest = Parameters<Records["predictions"]["finish"]>[0];

export function finishPrediction({ db }: Store, request: FinishRequest): Promise<PredictionRecord | null> {
  const { id, version, pictures, edits, patch } = request;
  return db.transaction().execute(async (trx) => {
    // First, because the version decides whether anything may be written, and because it keeps others off the row.
    const row = await changeRow(trx, id, version, patch);
    if (!row) return null;

    await putPictures(trx, pictures);
    await holdPictures(
      trx,
      row.projectId,
      pictures.map((picture) => picture.id),
    );
    const [first] = edits;
    if (first) {
      for (const batch of inBatches(edits.map(toEditRow))) await trx.insertInto("edits").values(batch).execute();
      const outputs = edits.map((edit, position) => ({ predictionId: id, position, pictureId: edit.pictureId, editId: edit.id }));
      for (const batch of inBatches(outputs)) await trx.insertInto("predictionOutputs").values(batch).execute();
      const current = firstUnlessCurrent(first.id);
      const finishedAtMs = Math.max(patch.completedAtMs ?? 0, ...edits.map((edit) => edit.createdAtMs));
      await touchProject(trx, row.projectId, finishedAtMs).set({ currentEditId: current }).execute();
    }
    await settleRun(trx, row);
    return row;
  });
}

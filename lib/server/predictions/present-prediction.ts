/** Prediction rows as browsers see them: our ids only, never an upstream address, and whether money may have been spent. */
import { toIso, toWirePicture } from "#lib/server/projects/present.ts";
import { chargedOf } from "#lib/server/storage/charged-of.ts";
import type { PictureRecord, PredictionOutput, PredictionRecord, Records } from "#lib/server/storage/records.ts";
import type { Prediction } from "#lib/wire.ts";

export async function presentPredictions(records: Records, rows: readonly PredictionRecord[]): Promise<readonly Prediction[]> {
  const stored = rows.filter((row) => row.status === "stored").map((row) => row.id);
  const outputs = stored.length > 0 ? await records.predictions.outputs(stored) : new Map<string, readonly PredictionOutput[]>();
  const pictureIds = [...new Set([...outputs.values()].flat().map((output) => output.pictureId))];
  const pictures = pictureIds.length > 0 ? await records.pictures.getMany(pictureIds) : [];
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  return rows.map((row) => present(row, outputs.get(row.id) ?? [], byId));
}

function present(row: PredictionRecord, outputs: readonly PredictionOutput[], pictures: ReadonlyMap<string, PictureRecord>): Prediction {
  const { id, projectId, parentEditId, model, provider, inputs, frame, status, version, progress, logs, seed, priceUsd } = row;
  return {
    id,
    projectId,
    parentEditId,
    model,
    provider,
    inputs,
    frame,
    status,
    version,
    progress,
    logs,
    seed,
    priceUsd,
    waitingFor: row.waiting ? { code: row.waiting.code, until: toIso(row.waiting.untilMs) } : null,
    error: row.error ? { ...row.error, charged: chargedOf(row) } : null,
    cancelRequested: row.cancelRequestedAtMs !== null,
    charged: chargedOf(row),
    outputs: outputs.flatMap((output) => {
      const picture = pictures.get(output.pictureId);
      return picture ? [toWirePicture(picture)] : [];
    }),
    outputEditIds: outputs.map((output) => output.editId),
    createdAt: toIso(row.createdAtMs),
    startedAt: row.startedAtMs === null ? null : toIso(row.startedAtMs),
    completedAt: row.completedAtMs === null ? null : toIso(row.completedAtMs),
  };
}

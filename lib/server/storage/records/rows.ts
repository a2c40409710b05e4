/** Row ↔ record. What is read here was written here, so it is trusted and not checked again. */
import type { Selectable, Updateable } from "kysely";
import type { EditRecord, NewPrediction, PictureRecord, PredictionPatch, PredictionRecord, ProjectRecord, StoredEdit } from "../records.ts";
import { foldText } from "./search-text.ts";
import type { EditRow, PictureRow, PredictionRow, ProjectRow } from "./tables.ts";

export function toProjectRow({ id, name, currentEditId, createdAtMs, updatedAtMs, madeBy, isPrivate }: ProjectRecord): ProjectRow {
  const fresh = { starred: 0, deletedAtMs: null, searchText: foldText(name) };
  return inWholeMs({ id, name, currentEditId, createdAtMs, updatedAtMs, madeBy, isPrivate: isPrivate ? 1 : 0, ...fresh });
}

export function toPicture({ hasAlpha, notes, ...row }: PictureRow): PictureRecord {
  return { ...row, hasAlpha: hasAlpha === 1, notes: JSON.parse(notes) };
}

export function toPictureRow(picture: PictureRecord): PictureRow {
  const { id, sha256, format, bytes, width, height, hasAlpha, notes, sourceSha256, createdAtMs } = picture;
  const asText = JSON.stringify(notes);
  return inWholeMs({ id, sha256, format, bytes, width, height, hasAlpha: hasAlpha ? 1 : 0, notes: asText, sourceSha256, createdAtMs });
}

export function toEdit({ position, searchText, fidelity, starred, ...edit }: EditRow): StoredEdit {
  return { ...edit, starred: starred === 1, fidelity: fidelity === null ? null : JSON.parse(fidelity) };
}

export function toEditRow(edit: EditRecord, position = 0): EditRow {
  const { id, projectId, parentId, kind, name, pictureId, predictionId, createdAtMs } = edit;
  const fidelity = edit.fidelity && JSON.stringify(edit.fidelity);
  const fresh = { starred: 0, deletedAtMs: null, searchText: foldText(name), position };
  return inWholeMs({ id, projectId, parentId, kind, name, pictureId, predictionId, fidelity, createdAtMs, ...fresh });
}

export function toPrediction({ leaseOwner, leaseUntilMs, searchText, ...row }: Selectable<PredictionRow>): PredictionRecord {
  return {
    ...row,
    inputs: JSON.parse(row.inputs),
    frame: row.frame === null ? null : JSON.parse(row.frame),
    outputs: JSON.parse(row.outputs),
    error: row.error === null ? null : JSON.parse(row.error),
    waiting: row.waiting === null ? null : JSON.parse(row.waiting),
  };
}

export function toNewPredictionRow(prediction: NewPrediction): PredictionRow {
  const { id, projectId, parentEditId, model, provider, via, seed, idempotencyKey, requestHash, priceUsd } = prediction;
  return inWholeMs({
    id,
    projectId,
    parentEditId,
    model,
    provider,
    via,
    inputs: JSON.stringify(prediction.inputs),
    frame: prediction.frame && JSON.stringify(prediction.frame),
    seed,
    idempotencyKey,
    requestHash,
    status: "intent",
    version: 1,
    upstreamId: null,
    progress: null,
    logs: prediction.logs ?? "",
    outputs: "[]",
    error: null,
    waiting: null,
    cancelRequestedAtMs: null,
    priceUsd,
    failures: 0,
    createdAtMs: prediction.createdAtMs,
    submittedAtMs: null,
    startedAtMs: null,
    completedAtMs: null,
    deadlineAtMs: prediction.deadlineAtMs,
    nextAtMs: prediction.nextAtMs,
    leaseOwner: null,
    leaseUntilMs: null,
    searchText: typeof prediction.inputs.prompt === "string" ? foldText(prediction.inputs.prompt) : "",
  });
}

export function toPatchedColumns({ outputs, error, waiting, ...rest }: PredictionPatch): Updateable<PredictionRow> {
  return {
    ...inWholeMs(rest),
    ...(outputs === undefined ? {} : { outputs: JSON.stringify(outputs) }),
    ...(error === undefined ? {} : { error: error && JSON.stringify(error) }),
    ...(waiting === undefined ? {} : { waiting: waiting && JSON.stringify(waiting) }),
  };
}

/** A delay with jitter leaves fractions, which a column of whole milliseconds refuses (Postgres) or keeps (SQLite). */
function inWholeMs<Fields extends object>(fields: Fields): Fields {
  const whole = Object.entries(fields).map(([name, value]) => [
    name,
    name.endsWith("Ms") && typeof value === "number" ? Math.round(value) : value,
  ]);
  return Object.fromEntries(whole) as Fields;
}

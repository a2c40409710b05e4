/** Records as browsers see them. */
import type { EditRecord, PictureRecord, ProjectSummary, StoredEdit } from "#lib/server/storage/records.ts";
import type { Edit, Picture, ProjectCard } from "#lib/wire.ts";

export function toIso(ms: number): string {
  return new Date(ms).toISOString();
}

export function toWirePicture(record: PictureRecord): Picture {
  const { id, format, bytes, width, height, hasAlpha, notes } = record;
  return { id, format, bytes, width, height, hasAlpha, notes, createdAt: toIso(record.createdAtMs) };
}

/** One that was made just now is neither marked nor deleted yet. */
export function toWireEdit(record: EditRecord | StoredEdit, picture: PictureRecord): Edit {
  const { id, projectId, parentId, kind, name, predictionId, fidelity } = record;
  const { starred, deletedAtMs } = "starred" in record ? record : { starred: false, deletedAtMs: null };
  const deletedAt = deletedAtMs === null ? null : toIso(deletedAtMs);
  const createdAt = toIso(record.createdAtMs);
  return { id, projectId, parentId, kind, name, predictionId, fidelity, starred, deletedAt, picture: toWirePicture(picture), createdAt };
}

export function toProjectCard(record: ProjectSummary): ProjectCard {
  const { id, name, coverId, editCount, branchCount, starred, madeBy, isPrivate } = record;
  const times = { createdAt: toIso(record.createdAtMs), updatedAt: toIso(record.updatedAtMs) };
  return { id, name, coverId, editCount, branchCount, starred, madeBy, isPrivate, ...times };
}

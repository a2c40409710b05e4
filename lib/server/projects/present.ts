/** Records as browsers see them. */
import type { EditRecord, PictureRecord, ProjectSummary } from "#lib/server/storage/records.ts";
import type { Edit, Picture, ProjectCard } from "#lib/wire.ts";

export function toIso(ms: number): string {
  return new Date(ms).toISOString();
}

export function toWirePicture(record: PictureRecord): Picture {
  const { id, format, bytes, width, height, hasAlpha, notes } = record;
  return { id, format, bytes, width, height, hasAlpha, notes, createdAt: toIso(record.createdAtMs) };
}

export function toWireEdit(record: EditRecord, picture: PictureRecord): Edit {
  const { id, projectId, parentId, kind, name, predictionId, fidelity } = record;
  const createdAt = toIso(record.createdAtMs);
  return { id, projectId, parentId, kind, name, predictionId, fidelity, picture: toWirePicture(picture), createdAt };
}

export function toProjectCard(record: ProjectSummary): ProjectCard {
  const { id, name, coverId, editCount } = record;
  return { id, name, coverId, editCount, createdAt: toIso(record.createdAtMs), updatedAt: toIso(record.updatedAtMs) };
}

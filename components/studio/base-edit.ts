/** Which edit is looked at, which is built on, and what a result is compared with. */
import type { Edit, Project } from "#lib/wire.ts";

export function openEditOf(project: Pick<Project, "edits" | "currentEditId">, editId: string | null): Edit | null {
  const { edits, currentEditId } = project;
  return edits.find(({ id }) => id === editId) ?? edits.find(({ id }) => id === currentEditId) ?? edits.at(-1) ?? null;
}

export function originalOf(edits: readonly Edit[], edit: Edit | null): Edit | null {
  if (edit?.kind !== "prediction") return null;
  return edits.find(({ id }) => id === edit.parentId) ?? null;
}

/** A result that is being judged: not kept yet, and made from what is current. */
export function isUnderReview(edit: Edit | null, currentEditId: string | null): boolean {
  return edit?.kind === "prediction" && edit.parentId !== null && edit.id !== currentEditId && edit.parentId === currentEditId;
}

/** While a result is judged, the next try starts from the same original again; otherwise what one sees is what one edits. */
export function baseEditOf(project: Pick<Project, "edits" | "currentEditId">, open: Edit | null): Edit | null {
  return isUnderReview(open, project.currentEditId) ? originalOf(project.edits, open) : open;
}

/** The edit a run hangs from: the one whose picture it changes. */
export function parentOf(edits: readonly Edit[], base: Edit | null, pictureId: unknown): string | null {
  if (base && base.picture.id === pictureId) return base.id;
  return edits.findLast(({ picture }) => picture.id === pictureId)?.id ?? null;
}

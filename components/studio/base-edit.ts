/** Which edit is looked at, which is built on, and what a result is compared with. */
import type { Edit, Project } from "#lib/wire.ts";

export function openEditOf(project: Pick<Project, "edits" | "currentEditId">, editId: string | null): Edit | null {
  const { edits, currentEditId } = project;
  return edits.find(({ id }) => id === editId) ?? edits.find(({ id }) => id === currentEditId) ?? edits.at(-1) ?? null;
}

export function originalOf(edits: readonly Edit[], edit: Edit | null): Edit | null {
  if (!edit || edit.kind === "upload") return null;
  return edits.find(({ id }) => id === edit.parentId) ?? null;
}

/** The very edit that one came from, deleted or not: what was measured against it still lies on it, pixel on pixel. */
export function madeFrom(wholeEdits: readonly Edit[], edit: Edit | null): Edit | null {
  const asStored = wholeEdits.find(({ id }) => id === edit?.id);
  return wholeEdits.find(({ id }) => id === asStored?.parentId) ?? null;
}

/** What the open edit is compared with: the one that was chosen, else its original. */
export function beforeOf(edits: readonly Edit[], open: Edit | null, chosenId: string | null): Edit | null {
  return edits.find(({ id }) => id === chosenId && id !== open?.id) ?? originalOf(edits, open);
}

/** Results of the same original (or of the same words), the newest nine: they stand in one grid, each with a number. */
export function variantsOf(edits: readonly Edit[], open: Edit | null): readonly Edit[] {
  if (open === null || open.kind === "upload") return [];
  const siblings = edits.filter(({ parentId, kind, predictionId }) => {
    return kind !== "upload" && parentId === open.parentId && (parentId !== null || predictionId === open.predictionId);
  });
  const newest = siblings.slice(-9);
  return newest.includes(open) ? newest : [open, ...newest.slice(1)];
}

/** A result that is being judged: not kept yet, and made from what is current. */
export function isUnderReview(edit: Edit | null, currentEditId: string | null): boolean {
  return edit !== null && edit.kind !== "upload" && edit.parentId !== null && edit.id !== currentEditId && edit.parentId === currentEditId;
}

/** While a result is judged, the next try starts from the same original again; otherwise what one sees is what one edits. */
export function baseEditOf(project: Pick<Project, "edits" | "currentEditId">, open: Edit | null): Edit | null {
  return isUnderReview(open, project.currentEditId) ? originalOf(project.edits, open) : open;
}

/** Which edit is current once this one is deleted: the one it was made from, else one made from it, else the newest. Null: it is the last. */
export function heirOf(edits: readonly Edit[], edit: Edit, currentEditId: string | null): string | null {
  const others = edits.filter(({ id }) => id !== edit.id);
  if (edit.id !== currentEditId) return currentEditId;
  const heir = others.find(({ id }) => id === edit.parentId) ?? others.find(({ parentId }) => parentId === edit.id) ?? others.at(-1);
  return heir?.id ?? null;
}

/** The edit a run hangs from: the one whose picture it changes. */
export function parentOf(edits: readonly Edit[], base: Edit | null, pictureId: unknown): string | null {
  if (base && base.picture.id === pictureId) return base.id;
  return edits.findLast(({ picture }) => picture.id === pictureId)?.id ?? null;
}

/** The studio's side of a talk about pictures: remarks of links and its own notes in one list, answered and settled. */
import { AppError, invalidInput } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { maxNotes, type StudioRemark } from "#lib/review-wire.ts";
import type { Clock } from "#lib/server/clock.ts";
import type { NoteRecord, Records } from "#lib/server/storage/records.ts";
import type { Notes } from "./notes.ts";
import { toWireRemark } from "./present-share.ts";

export function createNotes({ records, clock }: { readonly records: Records; readonly clock: Clock }): Notes {
  async function requireProject(id: string): Promise<void> {
    if (await records.projects.get(id)) return;
    throw new AppError("not_found", `Expected the id of a project but received "${id.slice(0, 80)}"`);
  }

  async function list(projectId: string): Promise<readonly StudioRemark[]> {
    await requireProject(projectId);
    const shares = await records.shares.ofProject(projectId);
    const remarks = await records.shares.remarks(shares.map(({ id }) => id));
    const notes = await records.notes.ofProject(projectId);
    const own = notes.filter(({ answeredId }) => answeredId === null).map((note) => ({ ...note, author: "", verdict: null }));
    const settled = await records.notes.settled([...remarks, ...own].map(({ id }) => id));
    const edits = await records.edits.ofProject(projectId);
    const shown = new Set(edits.filter(({ deletedAtMs }) => deletedAtMs === null).map(({ id }) => id));
    const all = [
      ...remarks.map((remark): StudioRemark => ({ ...toWireRemark(remark, { notes, settled }), from: "link" })),
      ...own.map((note): StudioRemark => ({ ...toWireRemark(note, { notes, settled }), from: "studio" })),
    ];
    return all.filter(({ editId }) => shown.has(editId)).toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
  }

  /** Where a remark or a note belongs, whichever of them it is. */
  async function placeOf(remarkId: string): Promise<{ readonly projectId: string; readonly editId: string }> {
    const note = await records.notes.get(remarkId);
    if (note && note.answeredId === null) return note;
    const remark = await records.shares.remark(remarkId);
    const share = remark && (await records.shares.get(remark.shareId));
    if (remark && share) return { projectId: share.projectId, editId: remark.editId };
    throw new AppError("not_found", `Expected the id of a remark but received "${remarkId.slice(0, 80)}"`);
  }

  async function one(projectId: string, id: string): Promise<StudioRemark> {
    const found = (await list(projectId)).find((remark) => remark.id === id);
    if (found) return found;
    throw new AppError("not_found", `Expected the id of a remark on an edit that is shown but received "${id}"`);
  }

  async function keep(note: NoteRecord): Promise<void> {
    if (await records.notes.add(note, maxNotes)) return;
    throw new AppError("review_full", `Expected at most ${maxNotes} notes in a project but this one has as many`);
  }

  return {
    list,

    async add(projectId, { editId, text, at }) {
      await requireProject(projectId);
      const edit = await records.edits.get(editId);
      if (edit?.projectId !== projectId || edit.deletedAtMs !== null) {
        throw invalidInput({ field: "editId", rule: "format", message: "Expected the id of an edit of this project for editId" });
      }
      const nowMs = clock.now();
      const place = { x: at?.x ?? null, y: at?.y ?? null };
      const id = newId("nte", nowMs);
      await keep({ id, projectId, editId, answeredId: null, text, ...place, createdAtMs: nowMs });
      return one(projectId, id);
    },

    async answer(remarkId, text) {
      const { projectId, editId } = await placeOf(remarkId);
      await requireProject(projectId);
      const nowMs = clock.now();
      await keep({ id: newId("nte", nowMs), projectId, editId, answeredId: remarkId, text, x: null, y: null, createdAtMs: nowMs });
      return one(projectId, remarkId);
    },

    async settle(remarkId, isSettled) {
      const { projectId } = await placeOf(remarkId);
      await requireProject(projectId);
      await records.notes.settle(remarkId, isSettled ? clock.now() : null);
      return one(projectId, remarkId);
    },
  };
}

/** Projects and their trees: nothing is ever overwritten, an edit is only ever added. */
import { AppError, invalidInput } from "#lib/errors.ts";
import { apiProjectOf, isApiProject, newId } from "#lib/ids.ts";
import type { Clock } from "#lib/server/clock.ts";
import type { EditRecord, PictureRecord, ProjectQuery, Records, StoredEdit } from "#lib/server/storage/records.ts";
import type { Edit, Prediction, ProjectFilter } from "#lib/wire.ts";
import { toProjectCard, toWireEdit } from "./present.ts";
import { readCursor, writeCursor } from "./project-cursor.ts";
import type { Projects } from "./projects.ts";

/** What was changed in this time is called recent. */
const recentMs = 30 * 24 * 3600 * 1000;

interface Parts {
  readonly records: Records;
  readonly clock: Clock;
  readonly predictionsOf: (projectId: string) => Promise<readonly Prediction[]>;
}

export function createProjects({ records, clock, predictionsOf }: Parts): Projects {
  async function summary(id: string) {
    const project = await records.projects.get(id);
    if (!project) throw new AppError("not_found", `Expected the id of a project but received "${id.slice(0, 80)}"`);
    return project;
  }

  async function storedPicture(id: string): Promise<PictureRecord> {
    const picture = await records.pictures.get(id);
    if (picture) return picture;
    throw invalidInput({ field: "pictureId", rule: "format", message: "Expected the id of a stored picture for pictureId" });
  }

  async function editOf(projectId: string, editId: string, field: string): Promise<EditRecord> {
    const edit = await records.edits.get(editId);
    if (edit?.projectId === projectId && edit.deletedAtMs === null) return edit;
    throw foreignEdit(field);
  }

  /** Answers an edit wherever its project is not deleted. */
  async function knownEdit(id: string): Promise<StoredEdit> {
    const edit = await records.edits.get(id);
    if (edit && (await records.projects.get(edit.projectId))) return edit;
    throw new AppError("not_found", `Expected the id of an edit but received "${id.slice(0, 80)}"`);
  }

  async function viewEdit(id: string): Promise<Edit> {
    const [edit] = await withPictures([await knownEdit(id)]);
    if (edit) return edit;
    throw new AppError("internal", `Expected the picture of the edit ${id} but found none`);
  }

  async function view(id: string) {
    const [project, edits, predictions] = await Promise.all([summary(id), records.edits.ofProject(id), predictionsOf(id)]);
    return { ...toProjectCard(project), currentEditId: project.currentEditId, edits: await withPictures(edits), predictions };
  }

  async function withPictures(edits: readonly EditRecord[]): Promise<readonly Edit[]> {
    const pictures = await records.pictures.getMany([...new Set(edits.map((edit) => edit.pictureId))]);
    const byId = new Map(pictures.map((picture) => [picture.id, picture]));
    return edits.flatMap((edit) => {
      const picture = byId.get(edit.pictureId);
      return picture ? [toWireEdit(edit, picture)] : [];
    });
  }

  function draftUpload(fields: Pick<EditRecord, "projectId" | "parentId" | "name" | "pictureId">): EditRecord {
    const createdAtMs = clock.now();
    return { ...fields, id: newId("edt", createdAtMs), kind: "upload", predictionId: null, fidelity: null, createdAtMs };
  }

  async function addUpload(id: string, request: Parameters<Projects["addUpload"]>[1]): Promise<Edit> {
    await summary(id);
    const picture = await storedPicture(request.pictureId);
    const parentId = request.parentEditId ?? null;
    if (parentId !== null && (await records.edits.get(parentId))?.projectId !== id) throw foreignEdit("parentEditId");
    const edit = draftUpload({ projectId: id, parentId, name: request.name, pictureId: picture.id });
    await records.edits.add(edit, { makeCurrent: request.makeCurrent ?? true });
    return toWireEdit(edit, picture);
  }

  return {
    get: view,
    addUpload,

    async create({ name, pictureId, madeBy }) {
      if (pictureId !== undefined) await storedPicture(pictureId);
      const nowMs = clock.now();
      const id = newId("prj", nowMs);
      const first = pictureId === undefined ? undefined : draftUpload({ projectId: id, parentId: null, name, pictureId });
      await records.projects.create({ id, name, ...empty(nowMs), madeBy, isPrivate: madeBy !== null }, first);
      return view(id);
    },

    async ensureApi(personId) {
      const id = apiProjectOf(personId);
      await records.projects.ensure({ id, name: "API", ...empty(clock.now()), madeBy: personId, isPrivate: personId !== null });
      return id;
    },

    async list({ after, limit, search, filter = "all", seenBy }) {
      const given = { ...(search === undefined ? {} : { search }), ...(seenBy === undefined ? {} : { seenBy }) };
      const query = { limit, ...filtered(filter, clock.now()), ...given };
      const { items, hasMore } = await records.projects.list(after === undefined ? query : { ...query, after: readCursor(after) });
      const last = items.at(-1);
      return { items: items.map(toProjectCard), next: hasMore && last ? writeCursor(last) : null };
    },

    async change(id, { name, currentEditId, starred }) {
      await summary(id);
      if (currentEditId !== undefined) {
        await editOf(id, currentEditId, "currentEditId");
        await records.projects.setCurrent(id, currentEditId, clock.now());
      }
      if (name !== undefined) await records.projects.rename(id, name, clock.now());
      if (starred !== undefined) await records.projects.star(id, starred);
      return view(id);
    },

    async setPrivate(id, isPrivate, personId) {
      const { madeBy } = await summary(id);
      if (madeBy === null || madeBy !== personId)
        throw new AppError("not_allowed", "Expected whoever made this project, but somebody else asks");
      await records.projects.setPrivate(id, isPrivate);
      return view(id);
    },

    async remove(id) {
      await summary(id);
      if (isApiProject(id))
        throw invalidInput({
          field: "projectId",
          rule: "conflict",
          message: "Expected a project of the studio for projectId but received that of the API",
        });
      await records.projects.setDeleted(id, clock.now());
    },

    async restore(id) {
      await records.projects.setDeleted(id, null);
      return view(id);
    },

    async changeEdit(id, to) {
      await knownEdit(id);
      await records.edits.change(id, to);
      return viewEdit(id);
    },

    async removeEdit(id) {
      await knownEdit(id);
      if (!(await records.edits.setDeleted(id, clock.now()))) {
        const message = "Expected another edit to be made current before this one is deleted, but editId is the current one";
        throw invalidInput({ field: "editId", rule: "conflict", message });
      }
      return viewEdit(id);
    },

    async restoreEdit(id) {
      await knownEdit(id);
      await records.edits.setDeleted(id, null);
      return viewEdit(id);
    },
  };
}

function filtered(filter: ProjectFilter, nowMs: number): Pick<ProjectQuery, "isStarred" | "changedSinceMs"> {
  if (filter === "starred") return { isStarred: true };
  return filter === "recent" ? { changedSinceMs: nowMs - recentMs } : {};
}

function empty(nowMs: number) {
  return { currentEditId: null, createdAtMs: nowMs, updatedAtMs: nowMs };
}

function foreignEdit(field: string): AppError {
  return invalidInput({ field, rule: "format", message: `Expected the id of an edit of this project for ${field}` });
}

/** Projects and their trees: nothing is ever overwritten, an edit is only ever added. */
import { AppError, invalidInput } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { Clock } from "#lib/server/clock.ts";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import type { Blobs } from "#lib/server/storage/blobs.ts";
import type { EditRecord, PictureRecord, Records } from "#lib/server/storage/records.ts";
import type { Edit, Prediction } from "#lib/wire.ts";
import { blendEdit } from "./blend-edit.ts";
import { toProjectCard, toWireEdit } from "./present.ts";
import type { Projects } from "./projects.ts";

interface Parts {
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
  readonly clock: Clock;
  readonly predictionsOf: (projectId: string) => Promise<readonly Prediction[]>;
}

export function createProjects({ records, blobs, darkroom, clock, predictionsOf }: Parts): Projects {
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
    if (edit?.projectId === projectId) return edit;
    throw invalidInput({ field, rule: "format", message: `Expected the id of an edit of this project for ${field}` });
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

  async function addUpload(id: string, request: Parameters<Projects["addUpload"]>[1]): Promise<Edit> {
    await summary(id);
    const picture = await storedPicture(request.pictureId);
    const parentId = request.parentEditId ?? null;
    if (parentId !== null) await editOf(id, parentId, "parentEditId");
    const nowMs = clock.now();
    const edit: EditRecord = {
      id: newId("edt", nowMs),
      projectId: id,
      parentId,
      kind: "upload",
      name: request.name,
      pictureId: picture.id,
      predictionId: null,
      fidelity: null,
      createdAtMs: nowMs,
    };
    await records.edits.add(edit, { makeCurrent: true });
    return toWireEdit(edit, picture);
  }

  return {
    get: view,
    addUpload,
    blend: (editId, request) => blendEdit({ records, blobs, darkroom, clock }, editId, request),

    async create({ name, pictureId }) {
      if (pictureId !== undefined) await storedPicture(pictureId);
      const nowMs = clock.now();
      const id = newId("prj", nowMs);
      await records.projects.create({ id, name, currentEditId: null, createdAtMs: nowMs, updatedAtMs: nowMs });
      if (pictureId !== undefined) await addUpload(id, { pictureId, name });
      return view(id);
    },

    async list(keyset) {
      const page = await records.projects.list(keyset);
      return { items: page.items.map(toProjectCard), next: page.next };
    },

    async rename(id, name) {
      await summary(id);
      await records.projects.rename(id, name, clock.now());
      return view(id);
    },

    async setCurrent(id, editId) {
      await summary(id);
      await editOf(id, editId, "currentEditId");
      await records.projects.setCurrent(id, editId, clock.now());
      return view(id);
    },
  };
}

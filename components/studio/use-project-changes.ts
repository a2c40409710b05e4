"use client";

import { useEffect, useState } from "react";
import { type BlendRequest, blendEdit } from "#lib/client/blend-edit.ts";
import { createChangeLine } from "#lib/client/change-line.ts";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { enlargeEdit } from "#lib/client/enlarge-edit.ts";
import { mergeProject, withPrediction } from "#lib/client/merge-project.ts";
import { addEdit, changeEdit, deleteEdit, keepEdit, renameProject, restoreEdit } from "#lib/client/project-actions.ts";
import { cancelPrediction } from "#lib/client/submit-prediction.ts";
import type { Presence } from "#lib/client/undo-journal.ts";
import type { ProjectAnswer } from "#lib/client/use-project.ts";
import type { EnlargeTimes } from "#lib/models/enlarge.ts";
import type { Edit, Picture, Prediction, Project } from "#lib/wire.ts";

const maxNameLength = 200;

type ProjectCache = Pick<ProjectAnswer, "change" | "refresh">;

interface ProjectChanges {
  readonly problem: ClientError | null;
  clearProblem(): void;
  rename(name: string): Promise<void>;
  keep(editId: string): Promise<void>;
  changeEdit(editId: string, to: { readonly name?: string; readonly starred?: boolean }): Promise<void>;
  /** Deletes an edit or brings it back; where that moves what is current, it is made so, whatever a late answer says of it meanwhile. */
  setPresence(editId: string, presence: Presence & { readonly movesCurrent: boolean }): Promise<void>;
  /** Every picture that comes in becomes an edit; one that only joins the current one leaves it current. */
  addPicture(picture: Picture, name: string, options: { readonly makeCurrent: boolean }): Promise<Edit | null>;
  /** Joins a result with its original anew; rejects where the server could not, for whoever asked to show. */
  blend(editId: string, request: BlendRequest): Promise<Edit>;
  /** Null where it was refused; the reason then stands in `problem`. */
  enlarge(editId: string, times: EnlargeTimes): Promise<Prediction | null>;
  cancel(prediction: Prediction): Promise<void>;
  show(prediction: Prediction): Promise<void>;
}

/** What a person does to a project, shown at once and taken back when the server says no. */
export function useProjectChanges(project: Project, { change, refresh }: ProjectCache): ProjectChanges {
  const [problem, setProblem] = useState<ClientError | null>(null);
  const [line] = useState(createChangeLine);
  useEffect(() => {
    window.addEventListener("pagehide", line.hurry);
    return () => window.removeEventListener("pagehide", line.hurry);
  }, [line]);

  /** Seen at once; and once more when it is done, for an answer that was asked for earlier may have said otherwise meanwhile. */
  async function changeInTurn(asWanted: (known: Project) => Project, work: () => Promise<unknown>): Promise<void> {
    await change(asWanted);
    let isLast = false;
    await attempt(async () => {
      const done = line.add(work);
      await done;
      isLast = line.isLast(done);
    });
    if (isLast) await change(asWanted);
  }

  async function attempt<Result>(work: () => Promise<Result>): Promise<Result | null> {
    try {
      return await work();
    } catch (failure) {
      setProblem(toClientError(failure));
      await refresh().catch(() => undefined);
      return null;
    }
  }

  async function replaceBy(work: () => Promise<Project>): Promise<void> {
    const next = await attempt(work);
    if (next) await change((known) => mergeProject(known, next));
  }

  return {
    problem,
    clearProblem: () => setProblem(null),
    async rename(name) {
      await change((known) => ({ ...known, name }));
      await replaceBy(() => renameProject(project.id, name));
    },
    async keep(editId) {
      await change((known) => ({ ...known, currentEditId: editId }));
      await replaceBy(() => line.add(() => keepEdit(project.id, editId)));
    },
    changeEdit: (editId, to) =>
      changeInTurn(
        (known) => withChangedEdit(known, editId, to),
        () => changeEdit(editId, to),
      ),
    async setPresence(editId, { isDeleted, currentId, movesCurrent }) {
      const deletedAt = isDeleted ? new Date().toISOString() : null;
      await changeInTurn(
        (known) => ({ ...withChangedEdit(known, editId, { deletedAt }), currentEditId: currentId }),
        async () => {
          if (!isDeleted) await restoreEdit(editId);
          if (movesCurrent && currentId !== null) await keepEdit(project.id, currentId);
          if (isDeleted) await deleteEdit(editId);
        },
      );
    },
    async addPicture(picture, name, { makeCurrent }) {
      const before = project.currentEditId;
      const edit = await attempt(() =>
        addEdit(project.id, { pictureId: picture.id, name: name.trim().slice(0, maxNameLength) || picture.format }),
      );
      if (!edit) return null;
      if (!makeCurrent && before) await attempt(() => keepEdit(project.id, before));
      await change((known) => withEdit(known, edit, makeCurrent));
      return edit;
    },
    async blend(editId, request) {
      const edit = await blendEdit(editId, request);
      await change((known) => withEdit(known, edit, false));
      return edit;
    },
    enlarge: (editId, times) => attempt(() => enlargeEdit(editId, times)),
    async cancel(prediction) {
      const asked = (one: Prediction) => (one.id === prediction.id ? { ...one, cancelRequested: true } : one);
      await change((known) => ({ ...known, predictions: known.predictions.map(asked) }));
      const next = await attempt(() => cancelPrediction(prediction.id));
      if (next) await change((known) => withPrediction(known, next));
    },
    show: (prediction) => change((known) => withPrediction(known, prediction)),
  };
}

function withChangedEdit(project: Project, editId: string, to: Partial<Edit>): Project {
  return { ...project, edits: project.edits.map((edit) => (edit.id === editId ? { ...edit, ...to } : edit)) };
}

function withEdit(project: Project, edit: Edit, isCurrent: boolean): Project {
  const edits = [...project.edits.filter(({ id }) => id !== edit.id), edit];
  return { ...project, edits, currentEditId: isCurrent ? edit.id : (project.currentEditId ?? edit.id) };
}

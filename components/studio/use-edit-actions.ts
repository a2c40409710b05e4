"use client";

import { useState } from "react";
import type { EditActions } from "#components/history/edit-actions.ts";
import type { UndoStep } from "#lib/client/undo-journal.ts";
import type { Edit, Project } from "#lib/wire.ts";
import { heirOf } from "./base-edit.ts";
import { leaveCard } from "./edit-at-hand.ts";
import type { useProjectChanges } from "./use-project-changes.ts";

type EditStep = Exclude<UndoStep, { readonly kind: "draft" | "current" }>;

interface EditActionParts {
  readonly shown: Project;
  readonly whole: Project;
  readonly changes: Pick<ReturnType<typeof useProjectChanges>, "changeEdit" | "setPresence">;
  readonly record: (step: UndoStep) => void;
}

interface EditHands {
  readonly actions: EditActions;
  /** What was deleted last, while that is still so and nobody has put the notice away. */
  readonly deleted: Edit | null;
  bringBack(): void;
  forgetDeleted(): void;
  /** Brings an edit to where a step of the journal found it or left it. */
  repeat(step: EditStep, side: "before" | "after"): void;
}

/** Renames, stars and deletes edits; each is one step that can be taken back. */
export function useEditActions({ shown, whole, changes, record }: EditActionParts): EditHands {
  const [namingId, setNamingId] = useState<string | null>(null);
  const [applyingId, setApplyingId] = useState<string | null>(null);
  const [deletion, setDeletion] = useState<Extract<EditStep, { readonly kind: "presence" }> | null>(null);
  const { currentEditId } = shown;
  const deleted = whole.edits.find(({ id, deletedAt }) => id === deletion?.editId && deletedAt !== null) ?? null;

  function repeat(step: EditStep, side: "before" | "after"): void {
    if (step.kind === "name") void changes.changeEdit(step.editId, { name: step[side] });
    else if (step.kind === "star") void changes.changeEdit(step.editId, { starred: step[side] });
    else {
      const { isDeleted, currentId } = step[side];
      // What was current then may itself be gone by now.
      const isThere = currentId === step.editId || shown.edits.some(({ id }) => id === currentId);
      const current = isThere ? currentId : currentEditId;
      if (isDeleted && (current === step.editId || current === null)) return;
      const movesCurrent = isThere && step.before.currentId !== step.after.currentId;
      void changes.setPresence(step.editId, { isDeleted, currentId: current, movesCurrent });
      if (isDeleted) setDeletion(side === "after" ? step : { ...step, before: step.after, after: step.before });
    }
  }

  function perform(step: EditStep): void {
    record(step);
    repeat(step, "after");
  }

  return {
    deleted,
    repeat,
    forgetDeleted: () => setDeletion(null),
    bringBack() {
      if (!deleted || !deletion) return;
      const isHeirCurrent = currentEditId === deletion.after.currentId;
      const after = { isDeleted: false, currentId: isHeirCurrent ? deletion.before.currentId : currentEditId };
      perform({ kind: "presence", editId: deleted.id, before: { isDeleted: true, currentId: currentEditId }, after });
    },
    actions: {
      namingId,
      applyingId,
      startApplying: (edit) => setApplyingId(edit?.id ?? null),
      startNaming: (edit) => setNamingId(edit?.id ?? null),
      canRemove: (edit) => heirOf(shown.edits, edit, currentEditId) !== null,
      star: ({ id, starred }) => perform({ kind: "star", editId: id, before: starred, after: !starred }),
      rename({ id, name }, next) {
        perform({ kind: "name", editId: id, before: name, after: next });
      },
      remove(edit) {
        const heir = heirOf(shown.edits, edit, currentEditId);
        if (heir === null) return;
        leaveCard(edit.id);
        const before = { isDeleted: false, currentId: currentEditId };
        perform({ kind: "presence", editId: edit.id, before, after: { isDeleted: true, currentId: heir } });
      },
    },
  };
}

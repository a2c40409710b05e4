"use client";

import { useState } from "react";
import type { ComposerForm } from "#components/composer/composer-context.ts";
import { baseField, inputsToSend, missingFaults, valuesOf } from "#components/composer/form-values.ts";
import type { FieldFault } from "#lib/errors.ts";
import type { Inputs, ModelEntry, Task } from "#lib/models/model.ts";
import type { Edit, StartPrediction } from "#lib/wire.ts";
import { parentOf } from "./base-edit.ts";
import { useDrafts } from "./use-drafts.ts";

interface ComposerParts {
  readonly projectId: string;
  readonly models: readonly ModelEntry[];
  readonly mode: Task;
  readonly edits: readonly Edit[];
  readonly base: Edit | null;
  readonly takePicture: ComposerForm["takePicture"];
  readonly isMaskPainted: boolean;
}

interface ComposerState {
  readonly taskModels: readonly ModelEntry[];
  readonly entry: ModelEntry | undefined;
  readonly form: ComposerForm;
  setModel(id: string): void;
  showFaults(faults: readonly FieldFault[]): void;
  /** Grows whenever faults are shown anew, which is when the first of them should get the focus. */
  readonly faultRound: number;
  /** What Run sends, or null where something is missing; the faults then stand at their fields. `more` fills gaps of the form. */
  request(more: Inputs): StartPrediction | null;
  /** Takes over the inputs of an earlier run. */
  reuse(model: ModelEntry, inputs: Inputs): void;
}

export function useComposer({ projectId, models, mode, edits, base, takePicture, isMaskPainted }: ComposerParts): ComposerState {
  const { draft, setModel, setValue, setDraft } = useDrafts(projectId, mode);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [faultRound, setFaultRound] = useState(0);
  const taskModels = models.filter(({ task }) => task === mode);
  const entry = taskModels.find(({ id }) => id === draft.model) ?? taskModels[0];
  const basePictureId = base?.picture.id ?? null;
  const values = entry ? valuesOf(entry, draft.values, basePictureId) : {};

  function showFaults(shown: readonly FieldFault[]): void {
    setFaults(shown);
    setFaultRound((round) => round + 1);
  }

  return {
    taskModels,
    entry,
    faultRound,
    showFaults,
    setModel(id) {
      setFaults([]);
      setModel(id);
    },
    form: {
      values,
      typed: draft.values,
      faults,
      edits,
      basePictureId,
      takePicture,
      isMaskPainted,
      setValue(name, value) {
        setFaults((known) => known.filter(({ field }) => field !== name));
        setValue(name, value);
      },
    },
    request(more) {
      if (!entry) return null;
      const filled = { ...more, ...values };
      const missing = missingFaults(entry, filled);
      showFaults(missing);
      if (missing.length > 0) return null;
      const field = baseField(entry);
      const parentEditId = field ? parentOf(edits, base, values[field.name]) : null;
      return { projectId, parentEditId, model: entry.id, inputs: inputsToSend(entry, filled) };
    },
    reuse(model, inputs) {
      setFaults([]);
      setDraft(model.task, { model: model.id, values: inputs });
    },
  };
}

"use client";

import { useState } from "react";
import type { ComposerForm } from "#components/composer/composer-context.ts";
import { baseField, inputsToSend, missingFaults, valuesOf } from "#components/composer/form-values.ts";
import { writeMask } from "#components/composer/mask-value.ts";
import { chosenModels, factsOfPlan, type PlanFacts, planRuns } from "#components/composer/run-plan.ts";
import { twinFaults } from "#components/composer/twin-faults.ts";
import type { Draft } from "#lib/client/drafts.ts";
import type { FieldFault } from "#lib/errors.ts";
import { canvasOf, isExpanding } from "#lib/models/choose-frame.ts";
import { maskFieldOf } from "#lib/models/form.ts";
import type { Inputs, ModelEntry, Task } from "#lib/models/model.ts";
import type { Edit, Frame, StartPrediction } from "#lib/wire.ts";
import { parentOf } from "./base-edit.ts";
import { expandName, readExpansion, writeExpansion } from "./framing-values.ts";
import { type DraftChange, useDrafts } from "./use-drafts.ts";

interface ComposerParts {
  readonly projectId: string;
  readonly models: readonly ModelEntry[];
  readonly mode: Task;
  readonly edits: readonly Edit[];
  readonly base: Edit | null;
  readonly pickPicture: ComposerForm["pickPicture"];
  readonly takePicture: ComposerForm["takePicture"];
  readonly isMaskPainted: boolean;
  readonly onDraft: DraftChange;
}

export interface RunRequest {
  readonly request: StartPrediction;
  readonly title: string;
}

type FramingOf = (model: ModelEntry) => Pick<StartPrediction, "box" | "expand">;

interface ComposerState {
  readonly taskModels: readonly ModelEntry[];
  readonly entry: ModelEntry | undefined;
  readonly form: ComposerForm;
  setModel(id: string): void;
  showFaults(faults: readonly FieldFault[]): void;
  /** Grows whenever faults are shown anew, which is when the first of them should get the focus. */
  readonly faultRound: number;
  /** What Run sends, one for each run, or null where something is missing; the faults then stand at their fields. `more` fills gaps of the form. */
  requests(more: Inputs, framingOf: FramingOf): readonly RunRequest[] | null;
  /** How many pictures that makes, and what they cost. */
  readonly plan: PlanFacts;
  restore(task: Task, draft: Draft): void;
  /** Takes over the inputs of an earlier run. */
  reuse(model: ModelEntry, inputs: Inputs, frame: Frame | null): void;
}

export function useComposer({ projectId, models, mode, edits, base, isMaskPainted, onDraft, ...parts }: ComposerParts): ComposerState {
  const { draft, setModel, setValue, setDraft, restore } = useDrafts(projectId, mode, onDraft);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [faultRound, setFaultRound] = useState(0);
  const taskModels = models.filter(({ task }) => task === mode);
  const entry = taskModels.find(({ id }) => id === draft.model) ?? taskModels[0];
  const basePictureId = base?.picture.id ?? null;
  const values = entry ? valuesOf(entry, draft.values, basePictureId) : {};

  const expand = readExpansion(draft.values, basePictureId);
  const grownTo = base && isExpanding(expand) && entry && maskFieldOf(entry) ? canvasOf(base.picture, expand) : null;

  const chosen = entry ? chosenModels(entry, taskModels, draft.values) : [];
  const valuesFor = (model: ModelEntry) => valuesOf(model, draft.values, basePictureId);

  function requestsOf(model: ModelEntry, more: Inputs, framingOf: FramingOf): readonly RunRequest[] {
    const filled = { ...more, ...valuesFor(model) };
    const field = baseField(model);
    const parentEditId = field ? parentOf(edits, base, filled[field.name]) : null;
    return planRuns(model, inputsToSend(model, filled), draft.values).map(({ inputs }) => ({
      request: { projectId, parentEditId, model: model.id, inputs, ...framingOf(model) },
      title: model.title,
    }));
  }

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
    restore(task, restored) {
      setFaults([]);
      restore(task, restored);
    },
    plan: factsOfPlan(chosen.flatMap((model) => planRuns(model, valuesFor(model), draft.values))),
    form: {
      projectId,
      task: mode,
      values,
      typed: draft.values,
      faults,
      edits,
      basePictureId,
      pickPicture: parts.pickPicture,
      takePicture: parts.takePicture,
      isMaskPainted,
      grownTo,
      setValue(name, value) {
        setFaults((known) => known.filter(({ field }) => field !== name));
        setValue(name, value);
      },
    },
    requests(more, framingOf) {
      if (!entry) return null;
      const filled = { ...more, ...values };
      const missing = missingFaults(entry, filled).filter(({ field }) => !grownTo || field !== maskFieldOf(entry)?.name);
      const faults = [...missing, ...twinFaults(entry, filled)];
      showFaults(faults);
      if (faults.length > 0) return null;
      return chosen.flatMap((model) => requestsOf(model, more, framingOf));
    },
    reuse(model, inputs, frame) {
      setFaults([]);
      const field = maskFieldOf(model);
      const pictureId = String(inputs[field?.of ?? ""]);
      const maskId = field && inputs[field.name];
      const masked = typeof maskId === "string" ? { [field?.name ?? ""]: writeMask(maskId, pictureId) } : {};
      const grown = frame && isExpanding(frame.expand) ? { [expandName]: writeExpansion(pictureId, frame.expand) } : {};
      setDraft(model.task, { model: model.id, values: { ...inputs, ...masked, ...grown } });
    },
  };
}

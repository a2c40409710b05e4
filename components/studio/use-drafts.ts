"use client";

import { useState } from "react";
import { type Draft, readDraft, writeDraft } from "#lib/client/drafts.ts";
import type { Inputs, InputValue, Task } from "#lib/models/model.ts";
import { tasks } from "./use-studio-url.ts";

type Drafts = Readonly<Record<Task, Draft>>;

interface DraftStore {
  readonly draft: Draft;
  setModel(id: string): void;
  setValue(name: string, value: InputValue | undefined): void;
  /** Replaces the draft of a task, e.g. by what made a result. */
  setDraft(task: Task, draft: Draft): void;
}

/** The one store of what is being typed and chosen: a draft per task, written down with every change. */
export function useDrafts(projectId: string, task: Task): DraftStore {
  const [drafts, setDrafts] = useState<Drafts>(() => readDrafts(projectId));
  const draft = withCarriedPrompt(drafts, task);

  function change(target: Task, next: (draft: Draft) => Draft): void {
    setDrafts((known) => {
      const changed = next(target === task ? withCarriedPrompt(known, task) : known[target]);
      writeDraft(localStorage, projectId, target, changed);
      return { ...known, [target]: changed };
    });
  }

  return {
    draft,
    setModel: (model) => change(task, (known) => ({ ...known, model })),
    setValue: (name, value) => change(task, (known) => ({ ...known, values: withValue(known.values, name, value) })),
    setDraft: (target, next) => change(target, () => next),
  };
}

function readDrafts(projectId: string): Drafts {
  const read = (task: Task) => readDraft(localStorage, projectId, task);
  return { edit: read("edit"), fill: read("fill"), combine: read("combine"), generate: read("generate") };
}

/** Words typed in one mode follow into a mode where none were ever typed. */
export function withCarriedPrompt(drafts: Drafts, task: Task): Draft {
  const draft = drafts[task];
  if (draft.values.prompt !== undefined) return draft;
  const prompt = tasks.map((other) => drafts[other].values.prompt).find((words) => typeof words === "string" && words !== "");
  return prompt === undefined ? draft : { ...draft, values: { ...draft.values, prompt } };
}

function withValue(values: Inputs, name: string, value: InputValue | undefined): Inputs {
  const { [name]: _, ...rest } = values;
  return value === undefined ? rest : { ...rest, [name]: value };
}

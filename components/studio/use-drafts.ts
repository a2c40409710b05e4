"use client";

import { useRef, useState } from "react";
import { type Draft, readDraft, writeDraft } from "#lib/client/drafts.ts";
import type { InputValue, Task } from "#lib/models/model.ts";
import { tasks } from "./use-studio-url.ts";

type Drafts = Readonly<Record<Task, Draft>>;

interface DraftStore {
  readonly draft: Draft;
  setModel(id: string): void;
  setValue(name: string, value: InputValue | undefined): void;
  /** Replaces the draft of a task, e.g. by what made a result. */
  setDraft(task: Task, draft: Draft): void;
  /** Takes a change back, or does it again, without being a change itself. */
  restore(task: Task, draft: Draft): void;
}

/** Told of every change of a draft; the field is null where all of it was replaced. */
export type DraftChange = (change: {
  readonly task: Task;
  readonly field: string | null;
  readonly before: Draft;
  readonly after: Draft;
}) => void;

/** The one store of what is being typed and chosen: a draft per task, written down with every change. */
export function useDrafts(projectId: string, task: Task, onChange: DraftChange): DraftStore {
  const [drafts, setDrafts] = useState<Drafts>(() => readDrafts(projectId));
  const draft = withCarriedPrompt(drafts, task);

  const latest = useRef(drafts);

  function change(target: Task, field: string | null, next: (draft: Draft) => Draft, isTold = true): void {
    const known = latest.current;
    const before = target === task ? withCarriedPrompt(known, task) : known[target];
    const after = next(before);
    if (after === before) return;
    latest.current = { ...known, [target]: after };
    setDrafts(latest.current);
    writeDraft(localStorage, projectId, target, after);
    if (isTold) onChange({ task: target, field, before, after });
  }

  return {
    draft,
    setModel: (model) => change(task, null, (known) => ({ ...known, model })),
    setValue: (name, value) => change(task, name, (known) => withValue(known, name, value)),
    setDraft: (target, next) => change(target, null, () => next),
    restore: (target, next) => change(target, null, () => next, false),
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

/** The same draft where it says so already: what changes nothing is no step to take back. */
export function withValue(draft: Draft, name: string, value: InputValue | undefined): Draft {
  const { [name]: known, ...rest } = draft.values;
  if (known === value) return draft;
  return { ...draft, values: value === undefined ? rest : { ...rest, [name]: value } };
}

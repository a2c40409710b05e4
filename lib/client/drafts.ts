/** What was typed and chosen, per project and task, kept in this browser so that a reload or a failed run loses nothing. */
import type { Inputs, InputValue, Task } from "#lib/models/model.ts";

export interface Draft {
  readonly model: string | null;
  readonly values: Inputs;
}

type Store = Pick<Storage, "getItem" | "setItem">;

const emptyDraft: Draft = { model: null, values: {} };

function draftKey(projectId: string, task: Task): string {
  return `draft:${projectId}:${task}`;
}

export function readDraft(store: Store, projectId: string, task: Task): Draft {
  try {
    const draft: unknown = JSON.parse(store.getItem(draftKey(projectId, task)) ?? "null");
    if (typeof draft !== "object" || draft === null) return emptyDraft;
    const { model, values } = draft as Record<string, unknown>;
    return { model: typeof model === "string" ? model : null, values: onlyValues(values) };
  } catch {
    return emptyDraft;
  }
}

/** A full or forbidden store must not stop anybody from working. */
export function writeDraft(store: Store, projectId: string, task: Task, draft: Draft): boolean {
  try {
    store.setItem(draftKey(projectId, task), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

function onlyValues(values: unknown): Inputs {
  if (typeof values !== "object" || values === null) return {};
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, InputValue] => isInputValue(entry[1])));
}

function isInputValue(value: unknown): value is InputValue {
  return typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

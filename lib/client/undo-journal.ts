/** What was chosen and typed, step by step, so that it can be taken back; kept in this browser per project. */
import type { Task } from "#lib/models/model.ts";
import type { Draft } from "./drafts.ts";

export type UndoStep =
  | {
      readonly kind: "draft";
      readonly task: Task;
      readonly field: string | null;
      readonly before: Draft;
      readonly after: Draft;
      readonly atMs: number;
      /** For what is set on the stage: how much was painted by then, so that both are taken back in the order they were done. */
      readonly paintedBefore?: number;
    }
  | { readonly kind: "current"; readonly before: string; readonly after: string };

export interface UndoJournal {
  readonly done: readonly UndoStep[];
  readonly undone: readonly UndoStep[];
}

export const emptyJournal: UndoJournal = { done: [], undone: [] };

const mostSteps = 100;
/** Letters typed one after the other are one step. */
const onePauseMs = 1500;

export function withStep({ done }: UndoJournal, step: UndoStep): UndoJournal {
  const last = done.at(-1);
  const isMore =
    step.kind === "draft" &&
    last?.kind === "draft" &&
    step.field !== null &&
    last.field === step.field &&
    last.task === step.task &&
    last.paintedBefore === step.paintedBefore &&
    step.atMs - last.atMs < onePauseMs;
  const steps = isMore ? [...done.slice(0, -1), { ...step, before: last.before }] : [...done, step];
  return { done: steps.slice(-mostSteps), undone: [] };
}

export function undoStep({ done, undone }: UndoJournal): readonly [UndoJournal, UndoStep | undefined] {
  const step = done.at(-1);
  return [step ? { done: done.slice(0, -1), undone: [...undone, step] } : { done, undone }, step];
}

export function redoStep({ done, undone }: UndoJournal): readonly [UndoJournal, UndoStep | undefined] {
  const step = undone.at(-1);
  return [step ? { done: [...done, step], undone: undone.slice(0, -1) } : { done, undone }, step];
}

type Store = Pick<Storage, "getItem" | "setItem">;

const keyOf = (projectId: string) => `undo:${projectId}`;

export function readJournal(store: Store, projectId: string): UndoJournal {
  try {
    const stored: unknown = JSON.parse(store.getItem(keyOf(projectId)) ?? "null");
    if (typeof stored !== "object" || stored === null) return emptyJournal;
    const { done, undone } = stored as Record<string, unknown>;
    return { done: onlySteps(done), undone: onlySteps(undone) };
  } catch {
    return emptyJournal;
  }
}

/** A full or forbidden store must not stop anybody from working. */
export function writeJournal(store: Store, projectId: string, journal: UndoJournal): void {
  try {
    store.setItem(keyOf(projectId), JSON.stringify(journal));
  } catch {
    // It then holds until the page is left.
  }
}

function onlySteps(steps: unknown): readonly UndoStep[] {
  return Array.isArray(steps) ? steps.filter(isStep) : [];
}

function isStep(step: unknown): step is UndoStep {
  if (typeof step !== "object" || step === null) return false;
  const { kind, before, after } = step as Record<string, unknown>;
  if (kind === "current") return typeof before === "string" && typeof after === "string";
  return kind === "draft" && isDraft(before) && isDraft(after);
}

function isDraft(draft: unknown): boolean {
  return typeof draft === "object" && draft !== null && "model" in draft && "values" in draft;
}

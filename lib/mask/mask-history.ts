/** Undo and redo as plain data: what was done, and what was taken back and can be done again. Nothing in it is pixels. */
import type { MaskOperation } from "./mask-document.ts";

export interface MaskHistory {
  readonly operations: readonly MaskOperation[];
  /** Newest taken back last. */
  readonly undone: readonly MaskOperation[];
}

export const emptyHistory: MaskHistory = { operations: [], undone: [] };

export function withOperation({ operations }: MaskHistory, ...added: readonly MaskOperation[]): MaskHistory {
  return { operations: [...operations, ...added], undone: [] };
}

export function undo({ operations, undone }: MaskHistory): MaskHistory {
  const last = operations.at(-1);
  return last ? { operations: operations.slice(0, -1), undone: [...undone, last] } : { operations, undone };
}

export function redo({ operations, undone }: MaskHistory): MaskHistory {
  const next = undone.at(-1);
  return next ? { operations: [...operations, next], undone: undone.slice(0, -1) } : { operations, undone };
}

/** Whether anything can be white: after the last clearing something was added or turned around. */
export function hasPaint({ operations }: Pick<MaskHistory, "operations">): boolean {
  const from = operations.findLastIndex(({ kind }) => kind === "clear") + 1;
  return operations.slice(from).some((operation) => operation.kind === "invert" || ("mode" in operation && operation.mode === "add"));
}

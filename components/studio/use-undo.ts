"use client";

import { useRef, useState } from "react";
import { readJournal, redoStep, type UndoJournal, type UndoStep, undoStep, withStep, writeJournal } from "#lib/client/undo-journal.ts";

interface Undo {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  record(step: UndoStep): void;
  /** What would be taken back, or done again, next. */
  next(side: "undo" | "redo"): UndoStep | undefined;
  /** The step that is to be taken back, or done again; undefined where there is none. */
  undo(): UndoStep | undefined;
  redo(): UndoStep | undefined;
}

/** One line of steps over everything that is typed and chosen in a project; a reload does not break it. */
export function useUndo(projectId: string): Undo {
  const [journal, setJournal] = useState(() => readJournal(localStorage, projectId));
  const latest = useRef(journal);

  function change(next: UndoJournal): void {
    latest.current = next;
    setJournal(next);
    writeJournal(localStorage, projectId, next);
  }

  function walk(take: typeof undoStep): UndoStep | undefined {
    const [next, step] = take(latest.current);
    if (step) change(next);
    return step;
  }

  return {
    canUndo: journal.done.length > 0,
    canRedo: journal.undone.length > 0,
    record: (step) => change(withStep(latest.current, step)),
    next: (side) => (side === "undo" ? latest.current.done : latest.current.undone).at(-1),
    undo: () => walk(undoStep),
    redo: () => walk(redoStep),
  };
}

"use client";

import { useRouter } from "next/navigation";
import type { EditActions } from "#components/history/edit-actions.ts";
import type { ShortcutHandlers } from "#lib/client/shortcuts/dispatcher.ts";
import { useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";
import type { EnlargeTimes } from "#lib/models/enlarge.ts";
import type { Task } from "#lib/models/model.ts";
import type { Edit } from "#lib/wire.ts";
import { runOnceThere } from "./early-prompt.ts";

export type StudioOverlay = "palette" | "help" | "tree" | "made-by";

interface StudioKeys {
  readonly onRun: () => void;
  /** Null where nothing is running. */
  readonly onCancel: (() => void) | null;
  readonly onUndo: () => boolean;
  readonly onRedo: () => boolean;
  readonly onPanels: () => void;
  /** Answers whether its field is there. */
  readonly onPrompt: () => boolean;
  readonly onMode: (mode: Task) => void;
  readonly onOverlay: (overlay: StudioOverlay) => void;
  readonly canSayMaker: boolean;
  /** Null where there is no picture to enlarge, or it would become too large. */
  readonly onEnlarge: Readonly<Record<EnlargeTimes, (() => void) | null>>;
  readonly edits: EditActions;
  /** The edit the keys mean: whose card has the focus, else the open one. */
  readonly editAtHand: () => Edit | null;
  /** Null where the open edit is the current one. */
  readonly onKeep: (() => void) | null;
  readonly onDiscard: (() => void) | null;
}

/** The studio's own keys; those of the stage and the review come from their rooms. */
export function useStudioKeys(mayChange: boolean, keys: StudioKeys): void {
  const router = useRouter();
  const done = (work: () => void) => () => {
    work();
    return true;
  };
  const withEdit = (work: (edit: Edit) => unknown) => () => {
    const edit = keys.editAtHand();
    if (!edit) return false;
    work(edit);
    return true;
  };
  const looking: ShortcutHandlers = {
    toDesk: done(() => router.push("/")),
    settings: done(() => router.push("/settings")),
    palette: done(() => keys.onOverlay("palette")),
    help: done(() => keys.onOverlay("help")),
    tree: done(() => keys.onOverlay("tree")),
    panels: done(keys.onPanels),
    ...(keys.canSayMaker ? { madeBy: done(() => keys.onOverlay("made-by")) } : {}),
  };
  const changing: ShortcutHandlers = {
    run: done(() => runOnceThere() || keys.onRun()),
    undo: keys.onUndo,
    redo: keys.onRedo,
    prompt: keys.onPrompt,
    modeEdit: done(() => keys.onMode("edit")),
    modeFill: done(() => keys.onMode("fill")),
    modeCombine: done(() => keys.onMode("combine")),
    modeGenerate: done(() => keys.onMode("generate")),
    starEdit: withEdit(keys.edits.star),
    renameEdit: withEdit(keys.edits.startNaming),
    deleteEdit: withEdit(keys.edits.remove),
    applySteps: withEdit((edit) => edit.kind !== "upload" && keys.edits.startApplying(edit)),
    ...(keys.onEnlarge[2] ? { enlarge2: done(keys.onEnlarge[2]) } : {}),
    ...(keys.onEnlarge[4] ? { enlarge4: done(keys.onEnlarge[4]) } : {}),
    ...(keys.onCancel ? { cancel: done(keys.onCancel) } : {}),
    ...(keys.onKeep ? { keep: done(keys.onKeep) } : {}),
    ...(keys.onDiscard ? { discard: done(keys.onDiscard) } : {}),
  };
  useShortcuts(mayChange ? { ...looking, ...changing } : looking);
}

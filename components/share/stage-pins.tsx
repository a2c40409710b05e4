"use client";

import type { CompareMode } from "#components/review/compare-modes.ts";
import type { View } from "#components/review/use-view.ts";
import { useNotes } from "#lib/client/use-notes.ts";
import type { Edit } from "#lib/wire.ts";
import { PinLayer } from "./pin-layer.tsx";
import { useRemarksDesk } from "./remarks-desk.tsx";

interface StagePinsProps {
  readonly edit: Edit;
  readonly view: View;
  readonly mode: CompareMode;
}

/** The places people spoke about, on the studio's own stage. */
export function StagePins({ edit, view, mode }: StagePinsProps) {
  const { isShown, draft, selectedId, setDraft, select } = useRemarksDesk();
  const { remarks } = useNotes(edit.projectId);
  if (!isShown || mode === "grid") return null;
  return (
    <PinLayer
      view={view}
      isSide={mode === "side"}
      picture={edit.picture}
      remarks={remarks.filter(({ editId }) => editId === edit.id)}
      draft={draft?.editId === edit.id ? draft.pin : null}
      selectedId={selectedId}
      onDraft={(pin) => setDraft({ editId: edit.id, pin })}
      onSelect={select}
    />
  );
}

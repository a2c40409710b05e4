"use client";

import { useEffect, useRef, useState } from "react";
import { readMaskDraft, writeMaskDraft } from "#lib/client/mask-drafts.ts";
import { uploadPicture } from "#lib/client/upload.ts";
import type { MaskOperation, Stroke } from "#lib/mask/mask-document.ts";
import { emptyHistory, type MaskHistory, redo, undo, withOperation } from "#lib/mask/mask-history.ts";
import { type Picture, paths } from "#lib/wire.ts";
import { drawAlphaFile } from "./draw-alpha-file.ts";
import type { KeepPair } from "./keep-sources.ts";

export interface KeepPart {
  /** Null until what was painted earlier has been read. */
  readonly strokes: readonly Stroke[] | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  add(stroke: Stroke): void;
  undo(): void;
  redo(): void;
  /** Draws it in full size and brings it to the server. */
  upload(): Promise<Picture>;
  forget(): void;
}

/** What was painted in and out of one result, written down with every stroke. */
export function useKeepPart(projectId: string, { edit, before, alphaId }: KeepPair): KeepPart {
  const draftId = `keep:${edit.id}`;
  const [history, setHistory] = useState<MaskHistory | null>(null);
  const isTouched = useRef(false);

  useEffect(() => {
    let isWanted = true;
    isTouched.current = false;
    readMaskDraft(projectId, draftId).then((found) => isWanted && setHistory(found));
    return () => {
      isWanted = false;
    };
  }, [projectId, draftId]);

  useEffect(() => {
    if (history && isTouched.current) void writeMaskDraft(projectId, draftId, history);
  }, [projectId, draftId, history]);

  function change(next: (known: MaskHistory) => MaskHistory): void {
    isTouched.current = true;
    setHistory((known) => known && next(known));
  }

  const strokes = useStrokes(history?.operations);
  return {
    strokes,
    canUndo: (history?.operations.length ?? 0) > 0,
    canRedo: (history?.undone.length ?? 0) > 0,
    add: (stroke) => change((known) => withOperation(known, stroke)),
    undo: () => change(undo),
    redo: () => change(redo),
    forget: () => change(() => emptyHistory),
    async upload() {
      const { width, height } = before;
      const source = alphaId === null ? null : paths.pictureFile(alphaId);
      return uploadPicture(await drawAlphaFile({ width, height, strokes: strokes ?? [], source }));
    },
  };
}

/** The same list while nothing changed: what is drawn goes by which stroke is which. */
function useStrokes(operations: readonly MaskOperation[] | undefined): readonly Stroke[] | null {
  const known = useRef<{ readonly operations: readonly MaskOperation[]; readonly strokes: readonly Stroke[] } | null>(null);
  if (!operations) return null;
  if (known.current?.operations !== operations) {
    known.current = { operations, strokes: operations.filter((one) => one.kind === "stroke") };
  }
  return known.current.strokes;
}

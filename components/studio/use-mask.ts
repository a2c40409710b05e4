"use client";

import { useEffect, useRef, useState } from "react";
import { drawMaskFile } from "#components/stage/draw-mask-file.ts";
import { readLastMask, readMaskDraft, writeMaskDraft } from "#lib/client/mask-drafts.ts";
import { uploadPicture } from "#lib/client/upload.ts";
import type { MaskDocument, MaskOperation } from "#lib/mask/mask-document.ts";
import { hasPaint, type MaskHistory, redo, undo, withOperation } from "#lib/mask/mask-history.ts";
import type { Picture } from "#lib/wire.ts";

export interface PaintedMask {
  /** Null until what was painted earlier has been read. */
  readonly history: MaskHistory | null;
  readonly hasPaint: boolean;
  /** What was painted last on another picture of the project. */
  readonly last: MaskDocument | null;
  add(operations: readonly MaskOperation[]): void;
  undo(): void;
  redo(): void;
  /** Draws the mask in full size and brings it to the server; the same mask goes there once. */
  upload(): Promise<Picture>;
}

interface Painted {
  readonly picture: Picture;
  readonly history: MaskHistory;
  readonly last: MaskDocument | null;
  readonly isWritten: boolean;
}

/** What was painted on one picture of one project, written down with every change. */
export function useMask(projectId: string, picture: Picture | null): PaintedMask {
  const [painted, setPainted] = useState<Painted | null>(null);
  const sent = useRef<{ readonly history: MaskHistory; readonly picture: Promise<Picture> } | null>(null);
  const latest = useRef(picture);
  latest.current = picture;
  const pictureId = picture?.id;

  useEffect(() => {
    const { current } = latest;
    if (!pictureId || !current) return;
    let isWanted = true;
    Promise.all([readMaskDraft(projectId, pictureId), readLastMask(projectId, pictureId)]).then(
      ([history, last]) => isWanted && setPainted({ picture: current, history, last, isWritten: true }),
    );
    return () => {
      isWanted = false;
    };
  }, [projectId, pictureId]);

  const known = painted && painted.picture.id === pictureId ? painted : null;
  const history = known?.history ?? null;

  function change(next: (history: MaskHistory) => MaskHistory): void {
    setPainted((before) => before && { ...before, history: next(before.history), isWritten: false });
  }

  useEffect(() => {
    if (painted && !painted.isWritten) void writeMaskDraft(projectId, painted.picture.id, painted.history, painted.picture);
  }, [projectId, painted]);

  return {
    history,
    hasPaint: history !== null && hasPaint(history),
    last: known?.last ?? null,
    add: (operations) => change((before) => withOperation(before, ...operations)),
    undo: () => change(undo),
    redo: () => change(redo),
    upload() {
      if (!picture || !history) return Promise.reject(new Error("Expected a picture that was painted on but found none"));
      if (sent.current?.history.operations === history.operations) return sent.current.picture;
      const { width, height } = picture;
      const uploaded = drawMaskFile({ width, height, operations: history.operations }).then((file) => uploadPicture(file));
      sent.current = { history, picture: uploaded };
      uploaded.catch(() => {
        sent.current = null;
      });
      return uploaded;
    },
  };
}

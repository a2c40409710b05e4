"use client";

import { useEffect, useRef, useState } from "react";
import { drawMaskFile } from "#components/stage/draw-mask-file.ts";
import { readMaskDraft, writeMaskDraft } from "#lib/client/mask-drafts.ts";
import { uploadPicture } from "#lib/client/upload.ts";
import type { MaskOperation } from "#lib/mask/mask-document.ts";
import { hasPaint, type MaskHistory, redo, undo, withOperation } from "#lib/mask/mask-history.ts";
import type { Picture } from "#lib/wire.ts";

export interface PaintedMask {
  /** Null until what was painted earlier has been read. */
  readonly history: MaskHistory | null;
  readonly hasPaint: boolean;
  add(operations: readonly MaskOperation[]): void;
  undo(): void;
  redo(): void;
  /** Draws the mask in full size and brings it to the server; the same mask goes there once. */
  upload(): Promise<Picture>;
}

interface Painted {
  readonly pictureId: string;
  readonly history: MaskHistory;
}

/** What was painted on one picture of one project, written down with every change. */
export function useMask(projectId: string, picture: Picture | null): PaintedMask {
  const [painted, setPainted] = useState<Painted | null>(null);
  const sent = useRef<{ readonly history: MaskHistory; readonly picture: Promise<Picture> } | null>(null);
  const pictureId = picture?.id;

  useEffect(() => {
    if (!pictureId) return;
    let isWanted = true;
    readMaskDraft(projectId, pictureId).then((history) => isWanted && setPainted({ pictureId, history }));
    return () => {
      isWanted = false;
    };
  }, [projectId, pictureId]);

  const history = painted && painted.pictureId === pictureId ? painted.history : null;

  function change(next: (history: MaskHistory) => MaskHistory): void {
    setPainted((known) => known && { ...known, history: next(known.history) });
  }

  useEffect(() => {
    if (painted) void writeMaskDraft(projectId, painted.pictureId, painted.history);
  }, [projectId, painted]);

  return {
    history,
    hasPaint: history !== null && hasPaint(history),
    add: (operations) => change((known) => withOperation(known, ...operations)),
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

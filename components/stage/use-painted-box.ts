"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { MaskOperation } from "#lib/mask/mask-document.ts";
import { type Patch, wholeWindow } from "#lib/mask/mask-window.ts";
import { type Box, type Picture, paths } from "#lib/wire.ts";
import { readGreys } from "./read-greys.ts";

const copySide = 512;

type BoundsCode = typeof import("#lib/mask/painted-bounds.ts");

/** A box around all that a mask marks, in pixels of its picture: of what was painted, or of the file that stands for it. Null until it is known. */
export function usePaintedBox(picture: Picture | null, operations: readonly MaskOperation[], uploadedId: string | null): Box | null {
  const width = picture?.width ?? 1;
  const height = picture?.height ?? 1;
  const pictureId = picture?.id;
  const code = useBoundsCode(pictureId);
  const bounds = useMemo(() => (code && pictureId ? new code.PaintedBounds({ width, height }) : null), [code, pictureId, width, height]);
  // Looked for after the stroke is on the screen.
  const later = useDeferredValue(operations);
  const painted = useMemo(() => (uploadedId === null ? (bounds?.of(later) ?? null) : null), [bounds, later, uploadedId]);
  const uploaded = useUploadedBounds(code, uploadedId, width, height);
  const patch = uploadedId === null ? painted : uploaded;
  return useMemo(() => patch && toBox(patch), [patch]);
}

/** Whoever edits by words alone needs nothing that draws masks: it comes with the first picture that may be painted on. */
function useBoundsCode(pictureId: string | undefined): BoundsCode | null {
  const [code, setCode] = useState<BoundsCode | null>(null);
  useEffect(() => {
    // Without a line the canvas cannot come either; both are asked for again with the next picture.
    if (pictureId) import("#lib/mask/painted-bounds.ts").then(setCode, () => undefined);
  }, [pictureId]);
  return code;
}

function useUploadedBounds(code: BoundsCode | null, id: string | null, width: number, height: number): Patch | null {
  const [found, setFound] = useState<{ readonly id: string; readonly patch: Patch | null } | null>(null);
  useEffect(() => {
    if (!id || !code) return;
    let isWanted = true;
    const image = new Image();
    image.src = paths.pictureFile(id);
    image.decode().then(
      () => {
        const window = wholeWindow(width, height, Math.min(1, copySide / Math.max(width, height)));
        const patch = code.roughBounds(readGreys(image, window, { width, height }), window, wholeWindow(width, height));
        if (isWanted) setFound({ id, patch });
      },
      // What cannot be read here is told by the server.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [code, id, width, height]);
  return found && found.id === id ? found.patch : null;
}

function toBox({ left, top, right, bottom }: Patch): Box {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

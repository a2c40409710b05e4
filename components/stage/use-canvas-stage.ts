"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { Coverage } from "#lib/mask/coverage.ts";
import type { MaskOperation } from "#lib/mask/mask-document.ts";
import { type Picture, paths, stageSide } from "#lib/wire.ts";
import { CanvasStage } from "./canvas-stage.ts";
import { readFingerChoice, writeFingerChoice } from "./finger-choice.ts";
import { readOverlayStyle, writeOverlayStyle } from "./overlay-style.ts";
import type { Selecting } from "./selection.ts";
import { startSettings, type ToolSettings } from "./tool-settings.ts";
import { createViewSource, type ViewSource } from "./view-source.ts";

interface CanvasStageState {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly stage: RefObject<CanvasStage | null>;
  readonly zoom: number;
  readonly views: ViewSource;
  readonly coverage: Coverage;
  readonly selecting: Selecting;
  readonly settings: ToolSettings;
  /** Whether a finger has touched the canvas, and may paint on it. */
  readonly canFingerPaint: boolean;
  setSettings(change: Partial<ToolSettings>): void;
}

/** Lets a canvas live as long as its picture is on the stage, and pushes to it whatever React knows. */
export function useCanvasStage(
  picture: Picture,
  operations: readonly MaskOperation[],
  uploadedId: string | null,
  onPaint: (added: readonly MaskOperation[]) => void,
  onTap: (fingers: number) => void,
): CanvasStageState {
  const host = useRef<HTMLDivElement>(null);
  const stage = useRef<CanvasStage | null>(null);
  const [zoom, setZoom] = useState(1);
  const [views] = useState(createViewSource);
  const [selecting, setSelecting] = useState<Selecting>("idle");
  const [coverage, setCoverage] = useState<Coverage>({ share: 0, regions: 0 });
  const [settings, setSettings] = useState(() => {
    const kept = { finger: readFingerChoice(localStorage), overlay: readOverlayStyle(localStorage) };
    return { ...startSettings(picture), ...kept };
  });
  const [canFingerPaint, setFingerPaint] = useState(false);
  const latest = useRef({ settings, onPaint, onTap });
  latest.current = { settings, onPaint, onTap };
  const uploaded = useUploadedMask(uploadedId);

  const { id, width, height } = picture;
  useEffect(() => {
    if (!host.current) return;
    const canvas = new CanvasStage({
      host: host.current,
      picture: { width, height },
      sources: { copy: paths.thumbnail(id, stageSide), full: paths.pictureFile(id) },
      settings: latest.current.settings,
      onPaint: (added) => latest.current.onPaint(added),
      onSelecting: setSelecting,
      onBrush: (change) => setSettings((known) => ({ ...known, ...change })),
      onTap: (fingers) => latest.current.onTap(fingers),
      onTouch: setFingerPaint,
      onView: (view) => {
        setZoom(view.zoom);
        views.set(view);
      },
      onCoverage: setCoverage,
    });
    stage.current = canvas;
    return () => {
      stage.current = null;
      canvas.destroy();
    };
  }, [id, width, height, views]);

  // The picture is named below because a new canvas has to be told everything again.
  const pictureId = picture.id;
  useEffect(() => {
    if (pictureId) stage.current?.setMask(operations, uploaded);
    // What was said of the last selection is over with the next change.
    setSelecting((known) => (known === "busy" ? known : "idle"));
  }, [pictureId, operations, uploaded]);
  useEffect(() => {
    if (pictureId) stage.current?.setSettings(settings);
  }, [pictureId, settings]);

  return {
    ...{ host, stage, zoom, views, coverage, selecting, settings, canFingerPaint },
    setSettings(change) {
      setSettings((known) => ({ ...known, ...change }));
      if (change.finger) writeFingerChoice(localStorage, change.finger);
      if (change.overlay) writeOverlayStyle(localStorage, change.overlay);
    },
  };
}

function useUploadedMask(id: string | null): HTMLImageElement | null {
  const [loaded, setLoaded] = useState<{ readonly id: string; readonly image: HTMLImageElement } | null>(null);
  useEffect(() => {
    if (!id) return;
    let isWanted = true;
    const image = new Image();
    image.src = paths.pictureFile(id);
    // A mask that cannot be shown is refused by the server when it is sent; nothing is lost by not showing it.
    image.decode().then(
      () => isWanted && setLoaded({ id, image }),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [id]);
  return id !== null && loaded?.id === id ? loaded.image : null;
}

"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";
import { canvasOf, noExpansion } from "#lib/models/choose-frame.ts";
import type { Frame, Picture } from "#lib/wire.ts";
import type { CanvasStage } from "./canvas-stage.ts";
import { type Framing, type FramingChange, frameToShow } from "./framing.ts";
import type { Tool, ToolSettings } from "./tool-settings.ts";

export type Pull = Partial<Pick<Framing, "drawn" | "expand">>;

export interface FramingTool {
  /** As it stands, with what a hand is pulling right now. */
  readonly shown: Framing;
  readonly frame: Frame | null;
  readonly isBoxShown: boolean;
  /** The canvas has its handles, and the pointer moves the picture instead of painting. */
  readonly isExpanding: boolean;
  setBoxShown(isShown: boolean): void;
  setExpanding(isOn: boolean): void;
  /** Nothing is kept before `settle`. */
  pull(change: Pull): void;
  settle(isKept: boolean): void;
}

interface FramingToolParts {
  readonly picture: Picture;
  /** Null where the run is not about this picture. */
  readonly framing: (Framing & FramingChange) | null;
  readonly stage: RefObject<CanvasStage | null>;
  readonly settings: ToolSettings;
  readonly setSettings: (change: Partial<ToolSettings>) => void;
}

/** So much air around a canvas that is being grown, as a share of its long side: handles are pulled into it. */
const air = 0.12;

export function useFramingTool({ picture, framing, stage, settings, setSettings }: FramingToolParts): FramingTool | null {
  const [isBoxShown, setBoxShown] = useState(true);
  const [isWanted, setWanted] = useState(false);
  const [pulled, setPulled] = useState<Pull | null>(null);
  const latest = useRef(pulled);
  const toolBefore = useRef<Tool>("brush");
  // Whoever takes a tool into the hand wants to paint.
  const isExpanding = framing !== null && isWanted && settings.tool === "hand";
  useEffect(() => {
    if (settings.tool !== "hand") setWanted(false);
  }, [settings.tool]);

  const shown = framing && { ...framing, ...pulled };
  const { left, top, right, bottom } = framing?.expand ?? noExpansion;
  const { id, width, height } = picture;
  useEffect(() => {
    const canvas = canvasOf({ width, height }, { left, top, right, bottom });
    const around = isExpanding ? Math.round(Math.max(canvas.width, canvas.height) * air) : 0;
    if (id) stage.current?.camera.setSurround({ left: left + around, top: top + around, right: right + around, bottom: bottom + around });
  }, [stage, id, width, height, left, top, right, bottom, isExpanding]);

  function setExpanding(isOn: boolean): void {
    if (isOn) {
      if (settings.tool !== "hand") toolBefore.current = settings.tool;
      setSettings({ tool: "hand" });
    } else setSettings({ tool: toolBefore.current });
    setWanted(isOn);
  }

  function change(next: Pull | null): void {
    latest.current = next;
    setPulled(next);
  }

  useShortcuts({
    frameBox: () => {
      if (!framing) return false;
      setBoxShown(!isBoxShown);
      return true;
    },
    expandCanvas: () => {
      if (!framing) return false;
      setExpanding(!isExpanding);
      return true;
    },
    abort: () => {
      if (!isExpanding) return false;
      setExpanding(false);
      return true;
    },
  });

  if (!framing || !shown) return null;
  return {
    ...{ shown, frame: frameToShow(picture, shown), isBoxShown, isExpanding, setBoxShown, setExpanding },
    pull: change,
    settle(isKept) {
      const kept = isKept ? latest.current : null;
      if (kept?.drawn) framing.onBox(kept.drawn);
      if (kept?.expand) framing.onExpand(kept.expand);
      change(null);
    },
  };
}

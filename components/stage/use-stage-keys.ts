"use client";

import { type RefObject, useEffect } from "react";
import { bindCommands } from "#lib/client/shortcuts/bind-commands.ts";
import { keyPlaceOf } from "#lib/client/shortcuts/key-place.ts";
import { useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";
import type { CanvasStage } from "./canvas-stage.ts";
import { type StageCommand, stageCommands } from "./stage-keys.ts";

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const crossStep = 12;

/** Arrows and Space belong to the canvas alone. */
export function useStageKeys(
  host: RefObject<HTMLElement | null>,
  stage: RefObject<CanvasStage | null>,
  onCommand: (command: StageCommand) => boolean,
): void {
  useShortcuts(
    bindCommands(stageCommands, (command: StageCommand) => {
      const isOnCanvas = document.activeElement === host.current;
      return stage.current !== null && (command.kind !== "close-shape" || isOnCanvas) && onCommand(command);
    }),
  );
  useEffect(() => {
    const isOnCanvas = () => document.activeElement === host.current;
    function press(event: KeyboardEvent): void {
      const canvas = stage.current;
      if (!canvas || event.defaultPrevented || keyPlaceOf(event.target).isTyping) return;
      const arrow = arrows[event.key];
      if (arrow && isOnCanvas() && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        const step = event.shiftKey ? 1 : crossStep;
        canvas.moveCross(arrow[0] * step, arrow[1] * step);
        return;
      }
      if (event.key === " " && (isOnCanvas() || document.activeElement === document.body)) {
        event.preventDefault();
        if (canvas.hasCross) canvas.dab(event.shiftKey);
        else canvas.hold("pan");
      }
      // A press that follows turns the picture.
      if (event.code === "KeyR" && event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey) canvas.hold("turn");
    }
    function release(event: KeyboardEvent): void {
      if (event.key === " " || event.code === "KeyR") letGo();
    }
    const letGo = () => stage.current?.hold(null);
    window.addEventListener("keydown", press);
    window.addEventListener("keyup", release);
    window.addEventListener("blur", letGo);
    return () => {
      window.removeEventListener("keydown", press);
      window.removeEventListener("keyup", release);
      window.removeEventListener("blur", letGo);
    };
  }, [host, stage]);
}

"use client";

import { useEffect, useState } from "react";
import { keyPlaceOf } from "#lib/client/shortcuts/key-place.ts";
import { useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";

type KeepCommand = "swap" | "smaller" | "larger" | "undo" | "redo" | "fit" | "actualSize" | "zoomIn" | "zoomOut" | "close";

/** The original is seen while its key is down, and Space moves the picture instead of painting on it. */
export function useKeepKeys(actions: Readonly<Record<KeepCommand, () => void>>): { readonly isHeld: boolean; readonly isPanning: boolean } {
  const [isHeld, setHeld] = useState(false);
  const [isPanning, setPanning] = useState(false);
  const run = (command: KeepCommand) => () => {
    actions[command]();
    return true;
  };
  useShortcuts({
    ...{ swap: run("swap"), smaller: run("smaller"), larger: run("larger"), undo: run("undo"), redo: run("redo") },
    ...{ fit: run("fit"), actualSize: run("actualSize"), zoomIn: run("zoomIn"), zoomOut: run("zoomOut") },
    ...{ abort: run("close"), keepPart: run("close") },
    holdOriginal: {
      press: () => {
        setHeld(true);
        return true;
      },
      release: () => setHeld(false),
    },
  });
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const place = keyPlaceOf(event.target);
      if (event.key !== " " || event.defaultPrevented || place.isTyping || place.isOnButton) return;
      event.preventDefault();
      setPanning(true);
    }
    function release(event: KeyboardEvent): void {
      if (event.key === " ") setPanning(false);
    }
    function letGo(): void {
      setHeld(false);
      setPanning(false);
    }
    window.addEventListener("keydown", press);
    window.addEventListener("keyup", release);
    window.addEventListener("blur", letGo);
    return () => {
      window.removeEventListener("keydown", press);
      window.removeEventListener("keyup", release);
      window.removeEventListener("blur", letGo);
    };
  }, []);
  return { isHeld, isPanning };
}

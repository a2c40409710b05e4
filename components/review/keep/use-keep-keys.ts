"use client";

import { useEffect, useRef, useState } from "react";
import { isTyping } from "#components/ui/is-typing.ts";

type KeepCommand = "swap" | "undo" | "redo" | "fit" | "actual-size" | "zoom-in" | "zoom-out" | "close";
type KeepActions = Readonly<Record<KeepCommand, () => void>> & { readonly size: (direction: 1 | -1) => void };

const plain: Readonly<Record<string, KeepCommand>> = { x: "swap", "0": "fit", "1": "actual-size", escape: "close", k: "close" };
const withModifier: Readonly<Record<string, KeepCommand>> = {
  ...{ z: "undo", "shift+z": "redo", y: "redo" },
  ...{ "0": "fit", "1": "actual-size", "+": "zoom-in", "=": "zoom-in", "-": "zoom-out" },
};

/** Keys of the brush, wherever the focus is except in fields; the original is seen while \ is down, and Space moves the picture. */
export function useKeepKeys(actions: KeepActions): { readonly isHeld: boolean; readonly isPanning: boolean } {
  const [isHeld, setHeld] = useState(false);
  const [isPanning, setPanning] = useState(false);
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || event.altKey || isTyping(event.target)) return;
      const isModified = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      const command = isModified ? withModifier[`${event.shiftKey ? "shift+" : ""}${key}`] : plain[key];
      const isOnButton = event.target instanceof Element && event.target.closest("button, input, a, summary") !== null;
      if (command) latest.current[command]();
      else if (!isModified && (key === "[" || key === "]")) latest.current.size(key === "]" ? 1 : -1);
      else if (!isModified && key === "\\") setHeld(true);
      else if (key === " " && !isOnButton) setPanning(true);
      else return;
      event.preventDefault();
    }
    function release(event: KeyboardEvent): void {
      if (event.key === "\\") setHeld(false);
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

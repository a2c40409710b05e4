"use client";

import { useEffect, useRef, useState } from "react";
import { isTyping } from "#components/ui/is-typing.ts";
import { beforeKey, type ReviewCommand, readReviewKey } from "./review-keys.ts";

interface ReviewKeys {
  readonly isGrid: boolean;
  /** Answers whether there was something to do. */
  readonly onCommand: (command: ReviewCommand) => boolean;
}

/** Keys work wherever the focus is, except in fields. Answers whether the key that shows the original is down. */
export function useReviewKeys({ isGrid, onCommand }: ReviewKeys): boolean {
  const [isHeld, setHeld] = useState(false);
  const latest = useRef({ isGrid, onCommand });
  latest.current = { isGrid, onCommand };
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if ((event.key === beforeKey || event.code === "Backslash") && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        setHeld(true);
        return;
      }
      const command = readReviewKey(event, latest.current);
      if (command && latest.current.onCommand(command)) event.preventDefault();
    }
    function release(event: KeyboardEvent): void {
      if (event.key === beforeKey || event.code === "Backslash") setHeld(false);
    }
    const letGo = () => setHeld(false);
    window.addEventListener("keydown", press);
    window.addEventListener("keyup", release);
    window.addEventListener("blur", letGo);
    return () => {
      window.removeEventListener("keydown", press);
      window.removeEventListener("keyup", release);
      window.removeEventListener("blur", letGo);
    };
  }, []);
  return isHeld;
}

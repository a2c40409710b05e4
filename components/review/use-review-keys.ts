"use client";

import { useEffect, useState } from "react";
import { bindCommands } from "#lib/client/shortcuts/bind-commands.ts";
import { useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";
import { type ReviewCommand, reviewCommands } from "./review-keys.ts";

interface ReviewKeys {
  /** Numbers pick while several results stand side by side, and set the zoom otherwise. */
  readonly isGrid: boolean;
  /** Answers whether there was something to do. */
  readonly onCommand: (command: ReviewCommand) => boolean;
}

/** Answers whether the key that shows the original is down. */
export function useReviewKeys({ isGrid, onCommand }: ReviewKeys): boolean {
  const [isHeld, setHeld] = useState(false);
  const letGo = () => setHeld(false);
  useShortcuts({
    ...bindCommands(reviewCommands, (command: ReviewCommand) => (command.kind !== "pick" || isGrid) && onCommand(command)),
    holdOriginal: {
      press: () => {
        setHeld(true);
        return true;
      },
      release: letGo,
    },
  });
  useEffect(() => {
    const stop = () => setHeld(false);
    window.addEventListener("blur", stop);
    return () => window.removeEventListener("blur", stop);
  }, []);
  return isHeld;
}

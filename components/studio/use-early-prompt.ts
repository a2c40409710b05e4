"use client";

import { type RefObject, useEffect, useState } from "react";
import { useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";
import { callForPrompt, runOnceThere, takeEarlyPrompt } from "./early-prompt.ts";

/** Answers the prompt's keys where the form itself cannot yet: rooms that come later are asked first. */
export function usePromptAhead(mayChange: boolean): void {
  useShortcuts(mayChange ? { prompt: () => void callForPrompt(), run: runOnceThere } : {});
  useEffect(() => () => void takeEarlyPrompt(), []);
}

/** Hands the form what was typed before it came, as if it were typed now, and runs it where that was asked for. */
export function useEarlyPrompt(panel: RefObject<HTMLElement | null>, onRun: () => void): void {
  const [isRunDue, setRunDue] = useState(false);
  useEffect(() => {
    const early = takeEarlyPrompt();
    const field = promptOf(panel.current);
    if (!early || !field) return;
    field.focus();
    field.setRangeText(early.words, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    setRunDue(early.isRunWanted);
  }, [panel]);
  useEffect(() => {
    if (!isRunDue) return;
    setRunDue(false);
    onRun();
  }, [isRunDue, onRun]);
}

/** The words are the first field of every form. */
const promptOf = (panel: HTMLElement | null) => panel?.querySelector("textarea") ?? null;

/** Answers whether there was a field for the words. */
export function focusPrompt(panel: HTMLElement | null): boolean {
  const field = promptOf(panel);
  field?.focus();
  return field !== null;
}

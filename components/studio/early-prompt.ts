/** Words for a prompt that is not on the page yet: a picture is seen before its form is, and who knows the keys does not wait for either. */
import { holdKeys } from "#lib/client/shortcuts/use-shortcuts.ts";

interface EarlyPrompt {
  readonly words: string;
  /** The key that runs came after the words. */
  readonly isRunWanted: boolean;
}

let release: (() => string) | null = null;
let isRunWanted = false;

/** What is typed from here on is for the prompt. */
export function callForPrompt(): void {
  release ??= holdKeys();
}

/** Answers whether a prompt was called for that is not there yet; it is run once it is. */
export function runOnceThere(): boolean {
  if (release) isRunWanted = true;
  return release !== null;
}

/** Ends the wait, for the prompt that takes the words over or for who leaves. Null where nobody called. */
export function takeEarlyPrompt(): EarlyPrompt | null {
  if (!release) return null;
  const early = { words: release(), isRunWanted };
  release = null;
  isRunWanted = false;
  return early;
}

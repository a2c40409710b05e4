"use client";

import { KeyHint } from "#components/ui/key-hint.tsx";
import { useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";

/** What stands on the button for all commands: its keys, or dots for fingers, which have none. */
export function PaletteSign() {
  const keysOf = useShortcutKeys();
  return (
    <>
      <span className="flex pointer-coarse:hidden">
        <KeyHint>{keysOf("palette").text || "…"}</KeyHint>
      </span>
      <span aria-hidden className="hidden pointer-coarse:inline">
        …
      </span>
    </>
  );
}

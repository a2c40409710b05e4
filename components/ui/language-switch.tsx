"use client";

import { Languages } from "lucide-react";
import { useShortcut } from "#lib/client/shortcuts/use-shortcuts.ts";
import { languageNames, languages } from "#lib/messages/languages.ts";
import { IconButton } from "./icon-button.tsx";
import { useLanguage } from "./use-language.ts";

/**
 * Offers the other language, called by its own name, so that it is found by those who cannot read this one. The sign is drawn:
 * letters of another script would make every first page wait for a font to be found.
 */
export function LanguageSwitch() {
  const { language, isChanging, change } = useLanguage();
  const other = languages[(languages.indexOf(language) + 1) % languages.length] ?? "en";
  useShortcut("language", () => {
    change(other);
    return true;
  });
  return <IconButton icon={Languages} label={languageNames[other]} lang={other} disabled={isChanging} onClick={() => change(other)} />;
}

"use client";

import { languageNames, languages } from "#lib/messages/languages.ts";
import { Button } from "./button.tsx";
import { useLanguage } from "./use-language.ts";

/** Offers the other language in that language, so that it is found by those who cannot read this one. */
export function LanguageSwitch() {
  const { language, isChanging, change } = useLanguage();
  const other = languages[(languages.indexOf(language) + 1) % languages.length] ?? "en";
  return (
    <Button tone="quiet" lang={other} disabled={isChanging} onClick={() => change(other)}>
      {languageNames[other]}
    </Button>
  );
}

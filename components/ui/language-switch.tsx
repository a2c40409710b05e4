"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useTransition } from "react";
import { useShortcut } from "#lib/client/shortcuts/use-shortcuts.ts";
import { writeCookie } from "#lib/client/write-cookie.ts";
import { languageNames, languages } from "#lib/messages/languages.ts";
import { Button } from "./button.tsx";

/** Offers the other language in that language, so that it is found by those who cannot read this one. */
export function LanguageSwitch() {
  const locale = useLocale();
  const router = useRouter();
  const [isChanging, startChange] = useTransition();
  const other = languages[(languages.indexOf(locale) + 1) % languages.length] ?? "en";

  function change(): void {
    writeCookie("language", other);
    startChange(() => router.refresh());
  }

  useShortcut("language", () => {
    change();
    return true;
  });
  return (
    <Button tone="quiet" lang={other} disabled={isChanging} onClick={change}>
      {languageNames[other]}
    </Button>
  );
}

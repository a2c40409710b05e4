"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Fact } from "#components/ui/fact.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { performShortcut, useShortcutSettings } from "#lib/client/shortcuts/use-shortcuts.ts";

/** What of the keys is this person's own; they are changed where all of them are listed. */
export function KeysPart() {
  const t = useTranslations("settings");
  const { keys, areLettersOff } = useShortcutSettings();
  return (
    <SectionPanel title={t("keys")}>
      <dl className="grid gap-2">
        <Fact name={t("ownKeys")}>{t("ownKeysCount", { count: Object.keys(keys).length })}</Fact>
        <Fact name={t("singleLetters")}>{t(areLettersOff ? "lettersAreOff" : "lettersAreOn")}</Fact>
      </dl>
      <Button className="justify-self-start" onClick={() => performShortcut("help")}>
        {t("changeKeys")}
      </Button>
    </SectionPanel>
  );
}

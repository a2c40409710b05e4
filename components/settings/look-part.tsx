"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { themes } from "#components/ui/themes.ts";
import { useLanguage } from "#components/ui/use-language.ts";
import { useTheme } from "#components/ui/use-theme.ts";
import { useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";
import { languageNames, languages } from "#lib/messages/languages.ts";

export function LookPart() {
  const t = useTranslations("settings");
  const { language, change: changeLanguage } = useLanguage();
  const [theme, changeTheme] = useTheme();
  useShortcuts({
    theme() {
      changeTheme(themes[(themes.indexOf(theme) + 1) % themes.length] ?? "dark");
      return true;
    },
    language() {
      changeLanguage(languages[(languages.indexOf(language) + 1) % languages.length] ?? "en");
      return true;
    },
  });
  return (
    <SectionPanel title={t("look")}>
      <Choice name={t("language")}>
        <Segments
          label={t("language")}
          value={language}
          items={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={changeLanguage}
        />
      </Choice>
      <Choice name={t("theme")}>
        <Segments
          label={t("theme")}
          value={theme}
          items={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
          onChange={changeTheme}
        />
      </Choice>
    </SectionPanel>
  );
}

/** The choices name themselves. */
function Choice({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span aria-hidden className="text-dim">
        {name}
      </span>
      {children}
    </div>
  );
}

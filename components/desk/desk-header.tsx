"use client";

import { useTranslations } from "next-intl";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { ThemeSwitch } from "#components/ui/theme-switch.tsx";
import type { ProviderState } from "#lib/wire.ts";
import { ProviderBadge } from "./provider-badge.tsx";

export function DeskHeader({ provider }: { readonly provider: ProviderState | undefined }) {
  const t = useTranslations("app");
  return (
    <header className="flex min-h-12 items-center gap-3 border-b border-line bg-panel px-3.5 py-1.5">
      <Mark />
      <span className="font-semibold max-sm:sr-only">{t("name")}</span>
      <div className="ml-auto flex min-w-0 items-center justify-end gap-1">
        <ProviderBadge provider={provider} />
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}

"use client";

import { Settings as SettingsIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommandCorner } from "#components/commands/command-corner.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { ThemeSwitch } from "#components/ui/theme-switch.tsx";
import { useShortcut } from "#lib/client/shortcuts/use-shortcuts.ts";
import type { ProviderState } from "#lib/wire.ts";
import { ProviderBadge } from "./provider-badge.tsx";

interface DeskHeaderProps {
  readonly provider: ProviderState | undefined;
  readonly search: ReactNode;
}

export function DeskHeader({ provider, search }: DeskHeaderProps) {
  const t = useTranslations("app");
  const desk = useTranslations("desk");
  const router = useRouter();
  useShortcut("settings", () => {
    router.push("/settings");
    return true;
  });
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-panel px-4 py-1.5">
      <div className="flex items-center gap-3 md:min-w-max lg:flex-1">
        <Mark />
        <span className="font-semibold max-sm:sr-only">{t("name")}</span>
      </div>
      <div className="flex min-w-0 flex-1 justify-center max-md:order-last max-md:basis-full md:mx-auto md:max-w-80 [&>*]:max-md:max-w-none">
        {search}
      </div>
      <div className="flex min-w-0 items-center justify-end gap-1 max-md:flex-1 md:min-w-max lg:flex-1">
        <ProviderBadge provider={provider} />
        <ButtonLink href="/settings" tone="quiet" className="max-lg:px-0">
          <SettingsIcon aria-hidden size={16} className="lg:hidden" />
          <span className="max-lg:sr-only">{desk("settings")}</span>
        </ButtonLink>
        {/* On a phone it stands in the settings. */}
        <span className="max-sm:hidden">
          <LanguageSwitch />
        </span>
        <ThemeSwitch />
        <CommandCorner className="max-sm:hidden" />
      </div>
    </header>
  );
}

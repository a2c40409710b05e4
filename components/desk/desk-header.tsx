"use client";

import { CircleHelp, Settings as SettingsIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { KeyHint } from "#components/ui/key-hint.tsx";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { ThemeSwitch } from "#components/ui/theme-switch.tsx";
import { useShortcutKeys, useShortcuts } from "#lib/client/shortcuts/use-shortcuts.ts";
import type { ProviderState } from "#lib/wire.ts";
import { ProviderBadge } from "./provider-badge.tsx";

const CommandPalette = dynamic(() => import("#components/commands/command-palette.tsx"), { ssr: false });
const HelpSheet = dynamic(() => import("#components/commands/help-sheet.tsx"), { ssr: false });

interface DeskHeaderProps {
  readonly provider: ProviderState | undefined;
  readonly search: ReactNode;
}

export function DeskHeader({ provider, search }: DeskHeaderProps) {
  const t = useTranslations("app");
  const desk = useTranslations("desk");
  const router = useRouter();
  const keysOf = useShortcutKeys();
  const [overlay, setOverlay] = useState<"palette" | "help" | null>(null);
  const done = (work: () => void) => () => {
    work();
    return true;
  };
  useShortcuts({
    palette: done(() => setOverlay("palette")),
    help: done(() => setOverlay("help")),
    settings: done(() => router.push("/settings")),
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
        <ButtonLink href="/settings" tone="quiet" className="max-sm:px-0">
          <SettingsIcon aria-hidden size={16} className="sm:hidden" />
          <span className="max-sm:sr-only">{desk("settings")}</span>
        </ButtonLink>
        <span className="max-sm:hidden">
          <LanguageSwitch />
        </span>
        <ThemeSwitch />
        <IconButton
          icon={CircleHelp}
          label={desk("keys")}
          aria-keyshortcuts={keysOf("help").aria}
          className="max-sm:hidden"
          onClick={() => setOverlay("help")}
        />
        <Button
          tone="quiet"
          className="px-2 max-sm:hidden"
          aria-label={`${desk("commands")} ${keysOf("palette").text}`.trim()}
          aria-keyshortcuts={keysOf("palette").aria}
          onClick={() => setOverlay("palette")}
        >
          <KeyHint>{keysOf("palette").text || "…"}</KeyHint>
        </Button>
      </div>
      {overlay === "palette" && <CommandPalette places={[]} onClose={() => setOverlay(null)} />}
      {overlay === "help" && <HelpSheet onClose={() => setOverlay(null)} />}
    </header>
  );
}

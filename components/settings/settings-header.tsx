"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { CommandCorner } from "#components/commands/command-corner.tsx";
import { HomeLink } from "#components/ui/home-link.tsx";
import { useShortcut } from "#lib/client/shortcuts/use-shortcuts.ts";

/** The same bar that the studio has: the way back, where one is, and what can be done from everywhere. */
export function SettingsHeader() {
  const t = useTranslations("settings");
  const router = useRouter();
  useShortcut("toDesk", () => {
    router.push("/");
    return true;
  });
  return (
    <header className="flex min-h-12 items-center gap-1 border-b border-line bg-panel px-3 py-1.5">
      <HomeLink label={t("toDesk")} />
      <h1 className="flex-1 px-2 font-semibold">{t("title")}</h1>
      <CommandCorner />
    </header>
  );
}

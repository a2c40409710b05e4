"use client";

import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PaletteSign } from "#components/commands/palette-sign.tsx";
import { Button } from "#components/ui/button.tsx";
import { HomeLink } from "#components/ui/home-link.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { KeyHint } from "#components/ui/key-hint.tsx";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { ThemeSwitch } from "#components/ui/theme-switch.tsx";
import { useKeyTitle } from "#components/ui/use-key-title.ts";
import { useMayChange } from "#lib/client/may-change.tsx";
import { useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";
import type { Task } from "#lib/models/model.ts";
import { InTurn } from "./in-turn.tsx";
import { ProjectName } from "./project-name.tsx";
import { headerClass, tabsClass } from "./studio-areas.ts";
import type { StudioOverlay } from "./use-studio-keys.ts";
import { tasks } from "./use-studio-url.ts";
import { HeaderShell } from "./wall-shells.tsx";

interface StudioHeaderProps {
  readonly name: string;
  readonly mode: Task;
  readonly panelId: string;
  /** Null where there is nothing to compare with. */
  readonly onCompare: (() => void) | null;
  readonly share: ReactNode;
  readonly exporting: ReactNode;
  readonly onMode: (mode: Task) => void;
  readonly onOverlay: (overlay: StudioOverlay) => void;
  readonly onRename: (name: string) => void;
}

export function StudioHeader(props: StudioHeaderProps) {
  return (
    <InTurn part="header" meanwhile={<HeaderShell name={props.name} />}>
      <Header {...props} />
    </InTurn>
  );
}

function Header({ name, mode, panelId, onCompare, share, exporting, onMode, onOverlay, onRename }: StudioHeaderProps) {
  const t = useTranslations("studio");
  const keysOf = useShortcutKeys();
  const mayChange = useMayChange();
  const titleOf = useKeyTitle();
  return (
    <header className={headerClass}>
      <div className="flex min-w-0 flex-1 items-center gap-1">
        <HomeLink label={t("toDesk")} />
        {mayChange ? (
          <>
            <ProjectName name={name} onRename={onRename} />
            <span className="shrink-0 text-faint max-sm:hidden lg:max-xl:hidden" title={t("savedHelp")}>
              {t("saved")}
            </span>
          </>
        ) : (
          <h1 className="truncate px-2 font-semibold">{name}</h1>
        )}
      </div>
      <div className={tabsClass}>
        {mayChange && (
          <Tabs
            label={t("modes")}
            value={mode}
            items={tasks.map((task) => ({ value: task, label: t(`mode.${task}`) }))}
            panelId={panelId}
            onChange={onMode}
          />
        )}
      </div>
      <div className="flex items-center justify-end gap-1.5">
        {/* Where its coming would push the modes aside, the bar below the picture is enough. */}
        {onCompare && (
          <Button
            tone="quiet"
            className="px-2 max-md:hidden lg:max-xl:hidden"
            aria-keyshortcuts={keysOf("compare").aria}
            onClick={onCompare}
          >
            {t("compare")}
            {keysOf("compare").text && <KeyHint>{keysOf("compare").text}</KeyHint>}
          </Button>
        )}
        {share}
        {exporting}
        {/* Where there is room for the name or for them, they are in the settings and among the commands. */}
        <span className="flex max-sm:hidden">
          <span className="max-xl:hidden">
            <LanguageSwitch />
          </span>
          <ThemeSwitch />
        </span>
        <IconButton
          icon={CircleHelp}
          label={t("keys")}
          title={titleOf(t("keys"), "help")}
          aria-keyshortcuts={keysOf("help").aria}
          className="max-sm:hidden"
          onClick={() => onOverlay("help")}
        />
        <Button
          tone="quiet"
          className="px-2"
          aria-label={`${t("commands")} ${keysOf("palette").text}`.trim()}
          title={titleOf(t("commands"), "palette")}
          aria-keyshortcuts={keysOf("palette").aria}
          onClick={() => onOverlay("palette")}
        >
          <PaletteSign />
        </Button>
      </div>
    </header>
  );
}

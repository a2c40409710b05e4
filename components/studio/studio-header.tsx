"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { ThemeSwitch } from "#components/ui/theme-switch.tsx";
import type { Task } from "#lib/models/model.ts";
import { ProjectName } from "./project-name.tsx";
import { tasks } from "./use-studio-url.ts";

interface StudioHeaderProps {
  readonly name: string;
  readonly mode: Task;
  readonly panelId: string;
  readonly onMode: (mode: Task) => void;
  readonly onRename: (name: string) => void;
}

export function StudioHeader({ name, mode, panelId, onMode, onRename }: StudioHeaderProps) {
  const t = useTranslations("studio");
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-panel px-3 py-1.5 lg:grid lg:grid-cols-[1fr_auto_1fr] [grid-area:header]">
      <div className="flex min-w-0 flex-1 items-center gap-1">
        <Link
          href="/"
          aria-label={t("toDesk")}
          title={t("toDesk")}
          className="flex h-control min-w-control shrink-0 items-center gap-1 rounded-md pr-1 text-dim hover:bg-raised hover:text-ink"
        >
          <ChevronLeft aria-hidden size={16} />
          <Mark />
        </Link>
        <ProjectName name={name} onRename={onRename} />
      </div>
      <div className="max-lg:order-last max-lg:flex max-lg:w-full max-lg:justify-center">
        <Tabs
          label={t("modes")}
          value={mode}
          items={tasks.map((task) => ({ value: task, label: t(`mode.${task}`) }))}
          panelId={panelId}
          onChange={onMode}
        />
      </div>
      <div className="flex items-center justify-end gap-1">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}

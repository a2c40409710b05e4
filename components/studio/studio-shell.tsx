"use client";

import { useTranslations } from "next-intl";
import { Mark } from "#components/ui/mark.tsx";
import type { Project } from "#lib/wire.ts";
import { openEditOf } from "./base-edit.ts";
import { FittedPicture } from "./fitted-picture.tsx";
import { withoutDeleted } from "./shown-project.ts";
import { areas, headerClass, tabsClass, withPanels } from "./studio-areas.ts";
import { tasks } from "./use-studio-url.ts";
import { HistoryShell, PanelShell } from "./wall-shells.tsx";

interface StudioShellProps {
  readonly project: Project | null;
  readonly editId: string | null;
}

/** What is seen until the room is there: the picture where it will lie, and the walls around it. Nothing in it can be pressed. */
export function StudioShell({ project, editId }: StudioShellProps) {
  const t = useTranslations("studio");
  const shown = project && withoutDeleted(project).shown;
  const open = shown && openEditOf(shown, editId);
  return (
    <main aria-busy>
      <h1 className="sr-only">{t("title")}</h1>
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <div aria-hidden className={`${areas} ${withPanels}`}>
        <div className={headerClass}>
          <div className="flex h-control min-w-0 flex-1 items-center gap-1">
            <span className="w-4" />
            <Mark />
            <span className="truncate px-2.5 font-semibold">{project?.name}</span>
          </div>
          <div className={tabsClass}>
            <div className="inline-flex rounded-lg border border-line bg-page p-0.5">
              {tasks.map((task) => (
                <span key={task} className="flex h-7 items-center rounded-md px-4 font-medium text-dim max-sm:px-3 pointer-coarse:h-11">
                  {t(`mode.${task}`)}
                </span>
              ))}
            </div>
          </div>
        </div>
        <div className="relative flex min-h-0 min-w-0 flex-col bg-stage p-3 [grid-area:stage]">
          <div className="relative min-h-[60svh] flex-1 lg:min-h-0">{open && <FittedPicture picture={open.picture} />}</div>
        </div>
        <PanelShell />
        <HistoryShell project={project} />
      </div>
    </main>
  );
}

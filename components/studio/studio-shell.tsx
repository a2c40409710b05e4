"use client";

import { useTranslations } from "next-intl";
import type { Project } from "#lib/wire.ts";
import { openEditOf } from "./base-edit.ts";
import { FittedPicture } from "./fitted-picture.tsx";
import { withoutDeleted } from "./shown-project.ts";
import { areas, withPanels } from "./studio-areas.ts";
import { HeaderShell, HistoryShell, PanelShell } from "./wall-shells.tsx";

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
        <HeaderShell name={project?.name} />
        <div className="relative flex min-h-0 min-w-0 flex-col bg-stage p-3 [grid-area:stage]">
          <div className="relative min-h-[60svh] flex-1 lg:min-h-0">{open && <FittedPicture picture={open.picture} />}</div>
        </div>
        <PanelShell />
        <HistoryShell project={project} />
      </div>
    </main>
  );
}

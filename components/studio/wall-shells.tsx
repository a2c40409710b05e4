"use client";

/** The walls around the stage as long as nothing stands at them yet: drawn by the server, and for a moment while the room is put up. */
import { useTranslations } from "next-intl";
import { Mark } from "#components/ui/mark.tsx";
import { Photo } from "#components/ui/photo.tsx";
import { type Project, paths } from "#lib/wire.ts";
import { withoutDeleted } from "./shown-project.ts";
import { headerClass, tabsClass } from "./studio-areas.ts";
import { tasks } from "./use-studio-url.ts";

const lastCards = 12;

export function HeaderShell({ name }: { readonly name: string | undefined }) {
  const t = useTranslations("studio");
  return (
    <div aria-hidden className={headerClass}>
      <div className="flex h-control min-w-0 flex-1 items-center gap-1">
        <span className="w-4" />
        <Mark />
        <span className="truncate px-2.5 font-semibold">{name}</span>
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
  );
}

/** Where the walls lie below one another it is high enough that nothing above it moves when the form comes. */
export function PanelShell() {
  return <div aria-hidden className="border-line bg-panel max-lg:min-h-[60svh] max-lg:border-t lg:border-l [grid-area:composer]" />;
}

/** As high to the pixel as what comes: the stage keeps its size. */
export function HistoryShell({ project }: { readonly project: Project | null }) {
  const edits = project ? withoutDeleted(project).shown.edits : [];
  return (
    <div aria-hidden className="border-t border-line bg-panel [grid-area:history]">
      <div className="flex min-h-[8.25rem] gap-2.5 overflow-hidden p-3">
        {edits.slice(-lastCards).map(({ id, picture }) => (
          <span key={id} className="relative h-20 w-32 shrink-0 overflow-hidden rounded-md bg-stage">
            <Photo src={paths.thumbnail(picture.id, 256)} alt="" className="object-cover" />
          </span>
        ))}
      </div>
    </div>
  );
}

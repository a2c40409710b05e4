"use client";

import { useTranslations } from "next-intl";
import MoreBelow from "#components/ui/more-below.tsx";
import { Photo } from "#components/ui/photo.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { useProjects } from "#lib/client/use-projects.ts";
import { type ProjectCard, paths } from "#lib/wire.ts";

interface LibraryProjectsProps {
  readonly withoutId: string;
  readonly search: string;
  readonly onEnter: (project: ProjectCard) => void;
}

/** The other projects, page by page; each opens to its pictures. */
export function LibraryProjects({ withoutId, search, onEnter }: LibraryProjectsProps) {
  const t = useTranslations("library");
  const { projects, error, hasMore, isLoadingMore, loadMore } = useProjects({ search, filter: "all" });
  const others = projects?.filter(({ id, coverId }) => id !== withoutId && coverId !== null);
  return (
    <section aria-label={t("otherProjects")} aria-busy={!projects && !error} className="grid gap-1.5">
      <h3 className="text-xs text-dim">{t("otherProjects")}</h3>
      {error && <ProblemNotice problem={error} />}
      {others?.length === 0 && !hasMore && <p className="text-xs text-dim">{search === "" ? t("none") : t("nothingFound", { search })}</p>}
      {others && (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-1.5">
          {others.map((project) => (
            <li key={project.id}>
              <button
                type="button"
                title={project.name}
                aria-label={t("enter", { name: project.name, count: project.editCount })}
                onClick={() => onEnter(project)}
                className="grid w-full gap-0.5 rounded-md text-left hover:bg-panel"
              >
                <span className="relative block aspect-square overflow-hidden rounded-md border border-line">
                  {project.coverId && <Photo src={paths.thumbnail(project.coverId, 256)} alt="" className="object-cover" />}
                </span>
                <span className="truncate text-xs">{project.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <MoreBelow
          count={projects?.length ?? 0}
          label={t("more")}
          loadingLabel={t("loading")}
          isLoading={isLoadingMore}
          onMore={loadMore}
        />
      )}
    </section>
  );
}

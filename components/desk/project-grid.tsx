"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { onDemand } from "#lib/client/on-demand.tsx";
import type { useProjects } from "#lib/client/use-projects.ts";
import { type ProjectFilter, projectFilters } from "#lib/wire.ts";
import { ProblemNotice } from "./late-notices.tsx";
import { ProjectCard } from "./project-card.tsx";
import { SampleCards } from "./sample-cards.tsx";
import type { Sample } from "./samples.ts";
import type { CardActions } from "./use-card-actions.ts";
import type { useSamples } from "./use-samples.ts";
import { useSeenSlice } from "./use-seen-slice.ts";

const MoreBelow = onDemand(() => import("#components/ui/more-below.tsx"));

interface ProjectGridProps {
  readonly list: ReturnType<typeof useProjects>;
  /** The server's time, so that both write the same words. */
  readonly drawnAtMs: number;
  readonly search: string;
  readonly filter: ProjectFilter;
  readonly onFilter: (filter: ProjectFilter) => void;
  readonly onShowAll: () => void;
  /** Null for those who only look. */
  readonly actions: CardActions | null;
  readonly samples: ReturnType<typeof useSamples>;
  readonly onSample: (sample: Sample, name: string) => void;
}

const columns = "grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5 xl:gap-x-6";
/** Cards out of sight are neither laid out nor painted. */
const offScreen =
  "[content-visibility:auto] [contain-intrinsic-size:auto_15rem] focus-within:[content-visibility:visible] hover:[content-visibility:visible]";
/** Who has as many projects of their own needs no samples any more. */
const enoughProjects = 3;

export function ProjectGrid({ list, drawnAtMs, search, filter, onFilter, onShowAll, actions, samples, onSample }: ProjectGridProps) {
  const t = useTranslations("desk");
  const nowMs = useNow(false, drawnAtMs);
  const { projects, error, hasMore, isLoadingMore, loadMore, refresh } = list;
  const grid = useRef<HTMLUListElement>(null);
  const seen = useSeenSlice(grid, projects?.length ?? 0);
  const isNarrowed = search !== "" || filter === "starred";
  const showsSamples = samples.isWanted && projects !== undefined && projects.length < enoughProjects && !isNarrowed;
  return (
    <section aria-label={t("projects")} className="mx-auto w-full max-w-[1480px] px-4 pt-8 pb-16 sm:px-8 lg:px-12">
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="mr-auto text-md font-semibold">{t("projects")}</h2>
        {showsSamples && (
          <Button tone="quiet" onClick={samples.dismiss}>
            {t("dismissSamples")}
          </Button>
        )}
        <Segments
          label={t("show")}
          value={filter}
          items={projectFilters.map((value) => ({ value, label: t(`filter.${value}`) }))}
          isPill
          onChange={onFilter}
        />
      </div>
      {error && (
        <div className="mb-4">
          <ProblemNotice problem={error}>
            <Button onClick={refresh}>{t("retry")}</Button>
          </ProblemNotice>
        </div>
      )}
      {!projects && !error && <LoadingCards />}
      {projects?.length === 0 && <NothingHere search={search} filter={showsSamples ? "all" : filter} onShowAll={onShowAll} />}
      {projects && (
        <ul ref={grid} className={columns} style={{ paddingTop: seen.abovePx, paddingBottom: seen.belowPx }}>
          {projects.slice(seen.from, seen.to).map((card, place) => {
            const isEarly = seen.from + place < 10;
            return (
              <li
                key={card.id}
                aria-posinset={seen.from + place + 1}
                aria-setsize={hasMore ? -1 : projects.length}
                className={isEarly || seen.from > 0 ? undefined : offScreen}
              >
                <ProjectCard card={card} nowMs={nowMs} actions={actions} isEarly={isEarly} />
              </li>
            );
          })}
          {showsSamples && <SampleCards openingId={samples.openingId} onOpen={onSample} />}
        </ul>
      )}
      {hasMore && (
        <div className="mt-8">
          <MoreBelow
            count={projects?.length ?? 0}
            label={t("more")}
            loadingLabel={t("loadingMore")}
            isLoading={isLoadingMore}
            onMore={loadMore}
          />
        </div>
      )}
    </section>
  );
}

interface NothingHereProps {
  readonly search: string;
  readonly filter: ProjectFilter;
  readonly onShowAll: () => void;
}

function NothingHere({ search, filter, onShowAll }: NothingHereProps) {
  const t = useTranslations("desk");
  if (filter === "all" && search === "") return <p className="mb-6 text-dim">{t("noProjects")}</p>;
  const starred = filter === "starred" ? t("nothingStarred") : t("nothingRecent");
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3 text-dim">
      <p>{search === "" ? starred : t("nothingFound", { search })}</p>
      <Button onClick={onShowAll}>{t("showAll")}</Button>
    </div>
  );
}

function LoadingCards() {
  const t = useTranslations("desk");
  return (
    <div role="status" aria-label={t("loading")} className={columns}>
      {["a", "b", "c", "d", "e"].map((key) => (
        <div key={key} className="aspect-3/2 rounded-lg bg-panel" />
      ))}
    </div>
  );
}

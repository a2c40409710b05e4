"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { useNow } from "#components/ui/use-now.ts";
import type { ClientError } from "#lib/client/client-error.ts";
import type { ProjectCard as Card } from "#lib/wire.ts";
import { columns } from "./columns.ts";
import { ProjectCard } from "./project-card.tsx";
import { SampleRow } from "./sample-row.tsx";
import { enoughProjects } from "./samples.ts";

interface ProjectGridProps {
  readonly projects: readonly Card[] | undefined;
  readonly error: ClientError | undefined;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onMore: () => void;
  readonly onRetry: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onProblem: (problem: ClientError) => void;
}

export function ProjectGrid({ projects, error, hasMore, isLoadingMore, onMore, onRetry, onFiles, onProblem }: ProjectGridProps) {
  const t = useTranslations("desk");
  const nowMs = useNow(false);
  return (
    <section aria-label={t("projects")} className="mx-auto w-full max-w-[1480px] px-4 pt-8 pb-16 sm:px-8 lg:px-14">
      <h2 className="mb-4 text-[0.9375rem] font-semibold">{t("projects")}</h2>
      {error && !projects && (
        <ProblemNotice problem={error}>
          <Button onClick={onRetry}>{t("retry")}</Button>
        </ProblemNotice>
      )}
      {!projects && !error && <LoadingCards />}
      {projects?.length === 0 && <p className="text-dim">{t("noProjects")}</p>}
      <ul className={columns}>
        {projects?.map((card, at) => (
          <li key={card.id}>
            <ProjectCard card={card} nowMs={nowMs} isEarly={at < 10} />
          </li>
        ))}
      </ul>
      {projects && projects.length < enoughProjects && <SampleRow onFiles={onFiles} onProblem={onProblem} />}
      {hasMore && (
        <div className="mt-8 flex justify-center">
          <Button onClick={onMore} disabled={isLoadingMore}>
            {isLoadingMore ? t("loadingMore") : t("more")}
          </Button>
        </div>
      )}
    </section>
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

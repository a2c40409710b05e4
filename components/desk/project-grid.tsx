"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { useNow } from "#components/ui/use-now.ts";
import type { ClientError } from "#lib/client/client-error.ts";
import type { ProjectCard as Card } from "#lib/wire.ts";
import { ProjectCard } from "./project-card.tsx";

interface ProjectGridProps {
  readonly projects: readonly Card[] | undefined;
  readonly error: ClientError | undefined;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onMore: () => void;
  readonly onRetry: () => void;
}

const columns = "grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5 xl:gap-x-6";

export function ProjectGrid({ projects, error, hasMore, isLoadingMore, onMore, onRetry }: ProjectGridProps) {
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

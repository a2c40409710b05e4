"use client";

import { useTranslations } from "next-intl";
import { RemarksDeskProvider } from "#components/share/remarks-desk.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { FullPageNotice } from "#components/ui/full-page-notice.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { useModels } from "#lib/client/use-models.ts";
import { useProject } from "#lib/client/use-project.ts";
import { StudioRoom } from "./studio-room.tsx";

/** Brings what the room needs and shows the room once it is there. */
export function Studio({ projectId }: { readonly projectId: string }) {
  const t = useTranslations("studio");
  const { project, error, change, refresh } = useProject(projectId);
  const { models, error: modelsError } = useModels();
  if (project && models && models.length > 0) {
    return (
      <RemarksDeskProvider>
        <StudioRoom project={project} models={models} cache={{ change, refresh }} />
      </RemarksDeskProvider>
    );
  }
  if (error?.code === "not_found") {
    return (
      <FullPageNotice title={t("missingTitle")} text={t("missingText")}>
        <ButtonLink href="/" tone="primary">
          {t("toDesk")}
        </ButtonLink>
      </FullPageNotice>
    );
  }
  const problem = error ?? modelsError;
  return (
    <main className="grid min-h-svh place-items-center p-6">
      <h1 className="sr-only">{t("title")}</h1>
      {problem ? (
        <div className="max-w-lg">
          <ProblemNotice problem={problem} />
        </div>
      ) : (
        <p role="status" className="text-dim">
          {t("loading")}
        </p>
      )}
    </main>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { createProject } from "#lib/client/project-actions.ts";
import { useProjects } from "#lib/client/use-projects.ts";
import { useProvider } from "#lib/client/use-provider.ts";
import { DeskHeader } from "./desk-header.tsx";
import { DropZone } from "./drop-zone.tsx";
import { ProjectGrid } from "./project-grid.tsx";
import { UploadList } from "./upload-list.tsx";
import { useUploads } from "./use-uploads.ts";

export function Desk() {
  const t = useTranslations("desk");
  const router = useRouter();
  const provider = useProvider();
  const { projects, error, hasMore, isLoadingMore, loadMore, refresh } = useProjects();
  const [isStarting, setStarting] = useState(false);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const { uploads, add, remove, retry } = useUploads((projectId, isAlone) => {
    refresh();
    if (isAlone) router.push(`/projects/${projectId}`);
  });

  async function start(task: "generate" | "combine"): Promise<void> {
    setStarting(true);
    setProblem(null);
    try {
      const project = await createProject({ name: t("untitled") });
      router.push(`/projects/${project.id}?mode=${task}`);
    } catch (failure) {
      setProblem(toClientError(failure));
      setStarting(false);
    }
  }

  return (
    <DropZone
      header={<DeskHeader provider={provider} />}
      isBusy={isStarting}
      onFiles={add}
      onStart={(task) => void start(task)}
      uploads={
        <>
          {problem && (
            <div className="mt-4">
              <ProblemNotice problem={problem} onClose={() => setProblem(null)} />
            </div>
          )}
          <UploadList uploads={uploads} onRemove={remove} onRetry={retry} />
        </>
      }
    >
      <ProjectGrid
        projects={projects}
        error={error}
        hasMore={hasMore}
        isLoadingMore={isLoadingMore}
        onMore={loadMore}
        onRetry={refresh}
        onFiles={add}
        onProblem={setProblem}
      />
    </DropZone>
  );
}

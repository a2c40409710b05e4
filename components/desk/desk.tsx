"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { UndoNotice } from "#components/ui/undo-notice.tsx";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { createProject } from "#lib/client/project-actions.ts";
import { useProjects } from "#lib/client/use-projects.ts";
import { useProvider } from "#lib/client/use-provider.ts";
import type { ProjectFilter } from "#lib/wire.ts";
import { DeskHeader } from "./desk-header.tsx";
import { DropZone } from "./drop-zone.tsx";
import { ProjectGrid } from "./project-grid.tsx";
import { SearchField } from "./search-field.tsx";
import { UploadList } from "./upload-list.tsx";
import { useCardActions } from "./use-card-actions.ts";
import { useSamples } from "./use-samples.ts";
import { useUploads } from "./use-uploads.ts";

/** Runs go on while one is here; their results are told within this time. */
const refreshEveryMs = 15_000;

export function Desk() {
  const t = useTranslations("desk");
  const router = useRouter();
  const provider = useProvider();
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<ProjectFilter>("recent");
  const asked = useDeferredValue(search).trim();
  // A search looks everywhere, unless it is for what has a star.
  const list = useProjects({ search: asked, filter: asked !== "" && filter === "recent" ? "all" : filter }, { refreshEveryMs });
  const [isStarting, setStarting] = useState(false);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const { actions, deleted, forgetDeleted, undoDelete } = useCardActions(list, setProblem);
  const samples = useSamples();
  const { uploads, add, remove, retry } = useUploads((projectId, isAlone) => {
    list.refresh();
    if (isAlone) router.push(`/projects/${projectId}`);
  });

  async function openWhenMade(making: Promise<string>): Promise<void> {
    setStarting(true);
    setProblem(null);
    try {
      router.push(await making);
    } catch (failure) {
      setProblem(toClientError(failure));
      setStarting(false);
    }
  }

  async function makeEmpty(task: "generate" | "combine"): Promise<string> {
    const project = await createProject({ name: t("untitled") });
    return `/projects/${project.id}?mode=${task}`;
  }

  return (
    <DropZone
      header={<DeskHeader provider={provider} search={<SearchField value={search} onChange={setSearch} />} />}
      isBusy={isStarting}
      onFiles={add}
      onStart={(task) => void openWhenMade(makeEmpty(task))}
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
        list={list}
        search={asked}
        filter={filter}
        onFilter={setFilter}
        onShowAll={() => {
          setSearch("");
          setFilter("all");
        }}
        actions={actions}
        samples={samples}
        onSample={(sample, name) => void openWhenMade(samples.open(sample, name))}
      />
      {deleted && (
        <UndoNotice
          text={t("deleted", { name: deleted.name })}
          className="fixed inset-x-4 bottom-4 mx-auto"
          onUndo={() => void undoDelete()}
          onClose={forgetDeleted}
        />
      )}
    </DropZone>
  );
}

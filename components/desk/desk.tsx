"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { refusals } from "#lib/client/fetch-json.ts";
import { Rights, useMayChange } from "#lib/client/may-change.tsx";
import { onDemand, useLoadAhead } from "#lib/client/on-demand.tsx";
import { Preloaded } from "#lib/client/preloaded.tsx";
import { useIsOnline } from "#lib/client/use-online.ts";
import { knownPages, type ProjectsQuery, useProjects } from "#lib/client/use-projects.ts";
import { useProvider } from "#lib/client/use-provider.ts";
import { type Page, type ProjectCard, type ProviderState, paths } from "#lib/wire.ts";
import { CardActionsList } from "./card-menu.tsx";
import { DeskHeader } from "./desk-header.tsx";
import { queryToAsk, readDeskQuery } from "./desk-query.ts";
import { DropZone } from "./drop-zone.tsx";
import { OfflineNote, ProblemNotice, UndoNotice } from "./late-notices.tsx";
import { NameField } from "./project-card.tsx";
import { projectChanges } from "./project-changes.ts";
import { ProjectGrid } from "./project-grid.tsx";
import { SearchField } from "./search-field.tsx";
import { useCardActions } from "./use-card-actions.ts";
import { useSamples } from "./use-samples.ts";

/** Nothing travels before a first file is chosen. */
const UploadDesk = onDemand(async () => ({ default: (await import("./upload-desk.tsx")).UploadDesk }));
/** Nor this for the many who may do more. */
const ViewerDesk = onDemand(async () => ({ default: (await import("./viewer-desk.tsx")).ViewerDesk }));
const ahead = [UploadDesk, CardActionsList, NameField, UndoNotice, projectChanges, refusals];

/** Runs go on while one is here; their results are told within this time. */
const refreshEveryMs = 15_000;

interface DeskProps {
  /** What its address asks for. */
  readonly query: ProjectsQuery;
  /** As the server drew them; null where they could not be read. */
  readonly first: Page<ProjectCard> | null;
  readonly provider: ProviderState;
  readonly nowMs: number;
  readonly wantsSamples: boolean;
  readonly mayChange: boolean;
}

export function Desk({ query, first, provider, nowMs, wantsSamples, mayChange }: DeskProps) {
  const known = useMemo(
    () => ({ [paths.provider]: provider, ...(first && knownPages(queryToAsk(query), first)) }),
    [query, first, provider],
  );
  return (
    <Preloaded known={known}>
      <Rights mayChange={mayChange}>
        <DeskRoom query={query} nowMs={nowMs} wantsSamples={wantsSamples && mayChange} />
      </Rights>
    </Preloaded>
  );
}

function DeskRoom({ query, nowMs, wantsSamples }: Pick<DeskProps, "query" | "nowMs" | "wantsSamples">) {
  const t = useTranslations("desk");
  const router = useRouter();
  const mayChange = useMayChange();
  const provider = useProvider();
  const isOnline = useIsOnline();
  // Who comes back finds the page as it was first drawn, at the address it had last.
  const [begun] = useState(() => (typeof window === "undefined" ? query : readDeskQuery(location.search)));
  const [search, setSearch] = useState(begun.search);
  const [filter, setFilter] = useState(begun.filter);
  const asked = useDeferredValue(search).trim();
  const list = useProjects(queryToAsk({ search: asked, filter }), { refreshEveryMs });
  useEffect(() => {
    if (asked || filter !== "recent" || location.search)
      void import("./desk-address.ts").then(({ tellAddress }) => tellAddress({ search: asked, filter }));
  }, [asked, filter]);
  const [isStarting, setStarting] = useState(false);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const { actions, deleted, forgetDeleted, undoDelete } = useCardActions(list, setProblem);
  const samples = useSamples(wantsSamples);
  useLoadAhead(ahead);
  const [arrivals, setArrivals] = useState<readonly (readonly File[])[]>([]);

  function welcome(projectId: string, isAlone: boolean): void {
    list.refresh();
    if (isAlone) router.push(`/projects/${projectId}`);
  }

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
    const { createProject } = await projectChanges.load();
    const project = await createProject({ name: t("untitled") });
    return `/projects/${project.id}?mode=${task}`;
  }

  const header = <DeskHeader provider={provider} search={<SearchField value={search} onChange={setSearch} />} />;
  const grid = (
    <ProjectGrid
      list={list}
      drawnAtMs={nowMs}
      search={asked}
      filter={filter}
      onFilter={setFilter}
      onShowAll={() => {
        setSearch("");
        setFilter("all");
      }}
      actions={mayChange ? actions : null}
      samples={samples}
      onSample={(sample, name) => void openWhenMade(samples.open(sample, name))}
    />
  );
  if (!mayChange) return <ViewerDesk header={header}>{grid}</ViewerDesk>;
  return (
    <DropZone
      header={header}
      isBusy={isStarting}
      onFiles={(files) => setArrivals((known) => [...known, files])}
      onStart={(task) => void openWhenMade(makeEmpty(task))}
      uploads={
        <>
          {problem && (
            <div className="mt-4">
              <ProblemNotice problem={problem} onClose={() => setProblem(null)} />
            </div>
          )}
          {arrivals.length > 0 && <UploadDesk arrivals={arrivals} onProject={welcome} />}
        </>
      }
    >
      {grid}
      {!isOnline && <OfflineNote text={t("offline")} className="fixed inset-x-4 bottom-4 mx-auto w-fit" />}
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

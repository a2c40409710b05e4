"use client";

import { Filmstrip, type FilmstripProps } from "#components/history/filmstrip.tsx";
import { ReplayStrip } from "#components/replay/replay-strip.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { InTurn } from "./in-turn.tsx";
import type { useStudio } from "./use-studio.ts";
import { HistoryShell } from "./wall-shells.tsx";

interface StudioHistoryProps
  extends Pick<FilmstripProps, "project" | "newIds" | "dismissed" | "factsOf" | "titleOf" | "onTree" | "onDismiss"> {
  readonly studio: ReturnType<typeof useStudio>;
  readonly isHidden: boolean;
  /** While the same edits stand in the tree, names are written there. */
  readonly isTreeOpen: boolean;
}

/** The filmstrip in its place, joined with what it shows and does. */
export function StudioHistory(props: StudioHistoryProps) {
  return (
    <InTurn part="history" meanwhile={<HistoryShell project={props.project} />}>
      <History {...props} />
    </InTurn>
  );
}

function History({ studio, isHidden, isTreeOpen, ...strip }: StudioHistoryProps) {
  const { actions } = studio.edits;
  return (
    <div className={joinClasses("min-w-0 border-t border-line bg-panel [grid-area:history]", isHidden && "hidden")}>
      <ReplayStrip projectId={strip.project.id} dismissed={strip.dismissed} onDismiss={strip.onDismiss} />
      <Filmstrip
        {...strip}
        actions={isTreeOpen ? { ...actions, namingId: null } : actions}
        sending={studio.run.sending}
        openId={studio.open?.id ?? null}
        onNotify={studio.askNotices}
        onOpen={studio.openEdit}
        onCancel={(prediction) => void studio.changes.cancel(prediction)}
        onShow={({ id }) => studio.showRun(id)}
      />
    </div>
  );
}

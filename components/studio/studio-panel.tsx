"use client";

import { useTranslations } from "next-intl";
import type { ReactNode, RefObject } from "react";
import { Composer } from "#components/composer/composer.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { tabId } from "#components/ui/tabs.tsx";
import { ViewerNote } from "#components/ui/viewer-note.tsx";
import { useMayChange } from "#lib/client/may-change.tsx";
import { useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";
import { useProvider } from "#lib/client/use-provider.ts";
import { InTurn } from "./in-turn.tsx";
import { useEarlyPrompt } from "./use-early-prompt.ts";
import type { useStudio } from "./use-studio.ts";
import { PanelShell } from "./wall-shells.tsx";

interface StudioPanelProps {
  readonly studio: ReturnType<typeof useStudio>;
  readonly panelId: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly isHidden: boolean;
  /** A result is looked at whose fate is not settled: the first button is its own. */
  readonly isQuiet: boolean;
  readonly keepsRoom: boolean;
  /** What is told of the open picture. */
  readonly result: ReactNode;
}

/** Beside the stage: what one looks at, and the form for what comes next. */
export function StudioPanel(props: StudioPanelProps) {
  return (
    <InTurn part="panel" meanwhile={<PanelShell />}>
      <Panel {...props} />
    </InTurn>
  );
}

function Panel({ studio, panelId, scroller, isHidden, isQuiet, keepsRoom, result }: StudioPanelProps) {
  const t = useTranslations("studio");
  const provider = useProvider();
  const keysOf = useShortcutKeys();
  const mayChange = useMayChange();
  const { url, composer, run } = studio;
  useEarlyPrompt(scroller, studio.startRun);
  return (
    <aside
      aria-label={t("panel")}
      className={joinClasses(
        "flex min-h-0 flex-col border-line bg-panel max-lg:border-t lg:border-l [grid-area:composer]",
        isHidden && "hidden",
      )}
    >
      {!mayChange ? (
        <div ref={scroller} className="min-h-0 flex-1 lg:overflow-y-auto">
          {result}
          <div className="p-4">
            <ViewerNote />
          </div>
        </div>
      ) : composer.entry ? (
        <Composer
          above={result}
          keepsRoom={keepsRoom}
          panelId={panelId}
          labelledBy={tabId(panelId, url.mode)}
          scroller={scroller}
          task={url.mode}
          models={composer.taskModels}
          entry={composer.entry}
          form={composer.form}
          provider={provider}
          plan={composer.plan}
          problem={run.problem}
          isSending={run.sending.length > 0}
          isQuiet={isQuiet}
          runKeys={keysOf("run").text}
          onModel={composer.setModel}
          onRun={studio.startRun}
          onCloseProblem={run.clearProblem}
        />
      ) : (
        <p className="p-4 text-dim">{t("noModel")}</p>
      )}
    </aside>
  );
}

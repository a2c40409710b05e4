"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Composer } from "#components/composer/composer.tsx";
import { Filmstrip } from "#components/history/filmstrip.tsx";
import { keepPairOf } from "#components/review/keep/keep-sources.ts";
import { ResultPanel } from "#components/review/result-panel.tsx";
import { firstRefinement } from "#components/review/use-blend.ts";
import { useRunFacts } from "#components/review/use-run-facts.ts";
import { SharePopover } from "#components/share/share-popover.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { LiveStatus } from "#components/ui/live-status.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { tabId } from "#components/ui/tabs.tsx";
import { performShortcut, useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";
import { usePastedFiles } from "#lib/client/use-pasted-files.ts";
import { usePictureUpload } from "#lib/client/use-picture-upload.ts";
import type { ProjectAnswer } from "#lib/client/use-project.ts";
import { useProvider } from "#lib/client/use-provider.ts";
import { useUsage } from "#lib/client/use-usage.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import { type Edit, isTerminal, type Prediction, type Project, type ProviderName } from "#lib/wire.ts";
import { variantsOf } from "./base-edit.ts";
import { RunNotice } from "./run-notice.tsx";
import { StudioHeader } from "./studio-header.tsx";
import { StudioOverlays } from "./studio-overlays.tsx";
import { StudioStage } from "./studio-stage.tsx";
import { useDismissed } from "./use-dismissed.ts";
import { useLingering } from "./use-lingering.ts";
import { useStudio } from "./use-studio.ts";
import { type StudioOverlay, useStudioKeys } from "./use-studio-keys.ts";
import { useTitleBadge } from "./use-title-badge.ts";

const areas = "grid min-h-svh grid-cols-[minmax(0,1fr)] lg:h-svh";
const withPanels =
  "[grid-template-areas:'header''stage''history''composer'] lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_minmax(0,1fr)_auto] lg:[grid-template-areas:'header_header''stage_composer''history_history']";
const withoutPanels = "[grid-template-areas:'header''stage'] grid-rows-[auto_minmax(0,1fr)]";

interface StudioRoomProps {
  readonly project: Project;
  readonly models: readonly ModelEntry[];
  readonly cache: Pick<ProjectAnswer, "change" | "refresh">;
}

export function StudioRoom({ project, models, cache }: StudioRoomProps) {
  const t = useTranslations("studio");
  const panelId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const provider = useProvider();
  const studio = useStudio(project, models, cache);
  const [dismissed, dismiss] = useDismissed(project.id);
  const [overlay, setOverlay] = useState<StudioOverlay | null>(null);
  const [arePanelsHidden, setPanelsHidden] = useState(false);
  const keysOf = useShortcutKeys();
  const running = project.predictions.filter(({ status }) => !isTerminal(status));
  const usage = useUsage(project.predictions.length - running.length);
  const pasted = usePictureUpload(studio.placePicture);
  usePastedFiles((files) => files[0] && pasted.send(files[0]));
  useTitleBadge(project.name, running.length);

  const { url, changes, run, composer, open, before, shownRun } = studio;
  const { entry, form } = composer;
  const { faultRound } = composer;
  useEffect(() => {
    if (faultRound > 0) panel.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-faulty] button')?.focus();
  }, [faultRound]);
  const openId = open?.id;
  useEffect(() => {
    if (openId) panel.current?.scrollTo({ top: 0 });
  }, [openId]);

  const maker = project.predictions.find(({ id }) => id === open?.predictionId);
  const titleOf = (prediction: Prediction | undefined) =>
    models.find(({ id }) => id === prediction?.model)?.title ?? prediction?.model ?? "";
  const titleOfEdit = (edit: Partial<Edit>) => titleOf(project.predictions.find(({ id }) => id === edit.predictionId));
  const factsOfRun = useRunFacts();
  const isCurrent = open === null || open.id === project.currentEditId;
  const goBack = () => project.currentEditId && studio.openEdit(project.currentEditId);
  const keepsRoom = useLingering(!isCurrent || run.sending.length > 0 || running.length > 0, 400);
  const lastRun = running.findLast(({ cancelRequested }) => !cancelRequested);
  useStudioKeys({
    onRun: studio.startRun,
    onCancel: lastRun ? () => void changes.cancel(lastRun) : null,
    onUndo: studio.undo,
    onRedo: studio.redo,
    onPanels: () => setPanelsHidden(!arePanelsHidden),
    onPrompt: () => panel.current?.querySelector("textarea")?.focus(),
    onMode: (mode) => url.go({ mode }, "replace"),
    onOverlay: setOverlay,
    canSayMaker: maker !== undefined,
    onKeep: isCurrent ? null : () => studio.keep(open.id),
    onDiscard: isCurrent || project.currentEditId === null ? null : goBack,
  });
  const { mask, maskField } = studio;
  const maskId = maskField && form.values[maskField];
  const isPaintable = maskField !== undefined && open !== null && open.id === studio.base?.id;
  const [keepingId, setKeepingId] = useState<string | null>(null);
  const pair = useMemo(() => keepPairOf(open, project.edits.find(({ id }) => id === open?.parentId) ?? null), [open, project.edits]);
  const usualOf = (model: string, provider: ProviderName | undefined) =>
    usage.usualSeconds(model, provider) ?? (provider === "local" ? null : (models.find(({ id }) => id === model)?.usualSeconds ?? null));
  const problem = changes.problem ?? pasted.problem;

  const result = open && (
    <ResultPanel
      edit={open}
      prediction={maker}
      modelTitle={titleOf(maker)}
      projectName={project.name}
      isCurrent={isCurrent}
      canGoBack={project.currentEditId !== null}
      onKeep={() => studio.keep(open.id)}
      onBack={goBack}
      onAgain={() => maker && studio.again(maker)}
      onReuse={() => maker && studio.reuse(maker)}
      onShowMap={() => {
        setKeepingId(null);
        url.go({ compare: "difference" }, "replace");
      }}
      onKeepPart={pair && (() => setKeepingId(keepingId === open.id ? null : open.id))}
      onBlend={(request) => studio.blend(open.id, request)}
    />
  );

  return (
    <div className={joinClasses(areas, arePanelsHidden ? withoutPanels : withPanels)}>
      <StudioHeader
        name={project.name}
        mode={url.mode}
        panelId={panelId}
        onCompare={before ? () => performShortcut("compare") : null}
        share={<SharePopover project={project} edit={open} onOpen={studio.openEdit} />}
        onMode={(mode) => url.go({ mode }, "replace")}
        onOverlay={setOverlay}
        onRename={(name) => void changes.rename(name)}
      />
      <StudioStage
        open={open}
        before={before}
        others={project.edits.filter(({ id }) => id !== open?.id)}
        variants={variantsOf(project.edits, open)}
        mode={studio.compare}
        titleOf={(edit) => titleOfEdit(edit) || edit.name}
        factsOf={({ predictionId }) => factsOfRun(project.predictions.find(({ id }) => id === predictionId))}
        afterLabel={maker ? t("afterBy", { model: titleOf(maker) }) : t("afterNamed", { name: open?.name ?? "" })}
        maskId={typeof maskId === "string" ? maskId : null}
        painting={
          isPaintable && mask.history ? { history: mask.history, onPaint: studio.paint, onUndo: mask.undo, onRedo: mask.redo } : null
        }
        keeping={
          pair && keepingId === open?.id
            ? {
                pair,
                onApply: ({ id }) => studio.blend(pair.edit.id, { alphaId: id, ...firstRefinement, whole: false }),
                onClose: () => setKeepingId(null),
              }
            : null
        }
        needsPicture={url.mode !== "generate"}
        onMode={(compare) => url.go({ compare }, "replace")}
        onOpen={studio.openEdit}
        onBefore={(id) => url.go({ before: id, compare: studio.compare === "result" ? "slider" : studio.compare }, "replace")}
        onKeepPart={pair && open && (() => setKeepingId(open.id))}
        onAgain={maker ? () => studio.again(maker) : null}
        onPicture={(picture, name) => void studio.bringIn(picture, name)}
        notice={
          problem ? (
            <ProblemNotice
              problem={problem}
              onClose={() => {
                changes.clearProblem();
                pasted.clearProblem();
              }}
            />
          ) : (
            shownRun && <RunNotice prediction={shownRun} onReuse={() => studio.reuse(shownRun)} onClose={() => studio.showRun(null)} />
          )
        }
      />
      <div className={joinClasses("min-w-0 border-t border-line bg-panel [grid-area:history]", arePanelsHidden && "hidden")}>
        <Filmstrip
          project={project}
          sending={run.sending}
          dismissed={dismissed}
          openId={open?.id ?? null}
          factsOf={(prediction) => ({
            title: titleOf(prediction),
            usualSeconds: usualOf(prediction.model, prediction.provider),
          })}
          titleOf={titleOfEdit}
          spentUsd={usage.spentUsd}
          onNotify={studio.askNotices}
          onTree={() => setOverlay("tree")}
          onOpen={studio.openEdit}
          onCancel={(prediction) => void changes.cancel(prediction)}
          onShow={({ id }) => studio.showRun(id)}
          onDismiss={({ id }) => dismiss(id)}
        />
      </div>
      <aside
        aria-label={t("panel")}
        className={joinClasses(
          "flex min-h-0 flex-col border-line bg-panel max-lg:border-t lg:border-l [grid-area:composer]",
          arePanelsHidden && "hidden",
        )}
      >
        {entry ? (
          <Composer
            above={result}
            keepsRoom={keepsRoom}
            panelId={panelId}
            labelledBy={tabId(panelId, url.mode)}
            scroller={panel}
            task={url.mode}
            models={composer.taskModels}
            entry={entry}
            form={form}
            provider={provider}
            plan={composer.plan}
            spentUsd={usage.spentUsd}
            usualSeconds={(model) => usage.usualSeconds(model.id, provider?.name)}
            problem={run.problem}
            isSending={run.sending.length > 0}
            isQuiet={!isCurrent}
            runKeys={keysOf("run").text}
            onModel={composer.setModel}
            onRun={studio.startRun}
            onCloseProblem={run.clearProblem}
          />
        ) : (
          <p className="p-4 text-dim">{t("noModel")}</p>
        )}
      </aside>
      <StudioOverlays
        shown={overlay}
        project={project}
        models={models}
        taskModels={composer.taskModels}
        open={open}
        maker={maker}
        titleOf={titleOfEdit}
        onModel={composer.setModel}
        onOpen={studio.openEdit}
        onClose={() => setOverlay(null)}
      />
      <LiveStatus text={studio.status} />
    </div>
  );
}

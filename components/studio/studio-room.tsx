"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { keepPairOf } from "#components/review/keep/keep-sources.ts";
import { ResultPanel } from "#components/review/result-panel.tsx";
import { firstRefinement } from "#components/review/use-blend.ts";
import { useRunFacts } from "#components/review/use-run-facts.ts";
import { ShareTools } from "#components/share/share-tools.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { LiveStatus } from "#components/ui/live-status.tsx";
import { useMayChange } from "#lib/client/may-change.tsx";
import { performShortcut } from "#lib/client/shortcuts/use-shortcuts.ts";
import { usePastedFiles } from "#lib/client/use-pasted-files.ts";
import { usePictureUpload } from "#lib/client/use-picture-upload.ts";
import type { ProjectAnswer } from "#lib/client/use-project.ts";
import { useFreshUsage } from "#lib/client/use-usage.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import { isTerminal, type Prediction, type Project } from "#lib/wire.ts";
import { madeFrom, variantsOf } from "./base-edit.ts";
import { DeletedNotice } from "./deleted-notice.tsx";
import { editAtHand } from "./edit-at-hand.ts";
import { grownBetween } from "./grown-between.ts";
import { paintingOf } from "./painting-of.ts";
import { withoutDeleted } from "./shown-project.ts";
import { areas, withoutPanels, withPanels } from "./studio-areas.ts";
import { StudioDrop } from "./studio-drop.tsx";
import { StudioExport } from "./studio-export.tsx";
import { StudioHeader } from "./studio-header.tsx";
import { StudioHistory } from "./studio-history.tsx";
import { StudioNotice } from "./studio-notice.tsx";
import { StudioOverlays } from "./studio-overlays.tsx";
import { StudioPanel } from "./studio-panel.tsx";
import { StudioStage } from "./studio-stage.tsx";
import { useDismissed } from "./use-dismissed.ts";
import { focusPrompt } from "./use-early-prompt.ts";
import { useEnlarger } from "./use-enlarger.ts";
import { useLingering } from "./use-lingering.ts";
import { useMissedEdits } from "./use-missed-edits.ts";
import { useNameFromWords } from "./use-name-from-words.ts";
import { usePanel } from "./use-panel.ts";
import { useStudio } from "./use-studio.ts";
import { type StudioOverlay, useStudioKeys } from "./use-studio-keys.ts";
import { useTitleBadge } from "./use-title-badge.ts";
import { useTitles } from "./use-titles.ts";

interface StudioRoomProps {
  readonly project: Project;
  readonly models: readonly ModelEntry[];
  readonly cache: Pick<ProjectAnswer, "change" | "refresh">;
}

export function StudioRoom({ project: whole, models, cache }: StudioRoomProps) {
  const t = useTranslations("studio");
  const panelId = useId();
  const mayChange = useMayChange();
  const shownProject = useMemo(() => withoutDeleted(whole), [whole]);
  const project = shownProject.shown;
  const studio = useStudio(shownProject, models, cache);
  const [dismissed, dismiss] = useDismissed(project.id);
  const [overlay, setOverlay] = useState<StudioOverlay | null>(null);
  const [wantsPicture, setWantsPicture] = useState(false);
  // A name is written on its card, so the cards come back for it.
  const arePanelsHidden = wantsPicture && studio.edits.actions.namingId === null;
  const running = project.predictions.filter(({ status }) => !isTerminal(status));
  useFreshUsage(2 * project.predictions.length - running.length);
  const pasted = usePictureUpload(studio.placePicture);
  usePastedFiles((files) => mayChange && files[0] && pasted.send(files[0]));
  useTitleBadge(project.name, running.length);
  useNameFromWords(project, studio.changes.rename, mayChange);

  const { url, changes, run, composer, open, before, shownRun } = studio;
  const { form } = composer;
  const panel = usePanel(composer.faultRound, open?.id);
  const newIds = useMissedEdits(project.id, project.edits, open?.id);
  const { makerOf, titleOf, titleOfEdit, isRepeatable } = useTitles(project, models);
  const maker = open ? makerOf(open) : undefined;
  const factsOfRun = useRunFacts();
  const enlarger = useEnlarger(open, running, studio.enlarge);
  const reuseOf = (run: typeof maker) => (mayChange && isRepeatable(run) ? () => studio.reuse(run) : null);
  const againOf = (run: Prediction) => (mayChange && isRepeatable(run) ? () => studio.again(run) : null);
  const onAgain = mayChange && isRepeatable(maker) ? () => studio.again(maker) : null;
  const isCurrent = open === null || open.id === project.currentEditId;
  const goBack = () => project.currentEditId && studio.openEdit(project.currentEditId);
  const keepsRoom = useLingering(!isCurrent || run.sending.length > 0 || running.length > 0, 400);
  const lastRun = running.findLast(({ cancelRequested }) => !cancelRequested);
  useStudioKeys(mayChange, {
    onRun: studio.startRun,
    onCancel: lastRun ? () => void changes.cancel(lastRun) : null,
    onUndo: studio.undo,
    onRedo: studio.redo,
    onPanels: () => setWantsPicture(!wantsPicture),
    onPrompt: () => {
      // Hidden, it could not take the focus.
      if (arePanelsHidden) flushSync(() => setWantsPicture(false));
      return focusPrompt(panel.current);
    },
    onMode: (mode) => url.go({ mode }, "replace"),
    onOverlay: setOverlay,
    canSayMaker: maker !== undefined,
    onEnlarge: enlarger.by,
    edits: studio.edits.actions,
    editAtHand: () => editAtHand(project.edits, open),
    onKeep: isCurrent ? null : () => studio.keep(open.id),
    onDiscard: isCurrent || project.currentEditId === null ? null : goBack,
  });
  const { maskField, framing } = studio;
  const maskId = maskField && form.values[maskField];
  const canFill = mayChange && url.mode !== "fill" && models.some(({ task }) => task === "fill");
  const isPaintable = mayChange && maskField !== undefined && open !== null && open.id === studio.base?.id;
  const [keepingId, setKeepingId] = useState<string | null>(null);
  const pair = useMemo(() => (mayChange ? keepPairOf(open, madeFrom(whole.edits, open)) : null), [open, whole.edits, mayChange]);
  const grown = useMemo(() => grownBetween(whole, before?.id, open?.id), [whole, before?.id, open?.id]);
  /** Of a gateway's run; the local engine's own depends on the machine it runs on. */
  const usualOf = ({ model, provider }: Prediction) =>
    provider === "local" ? null : (models.find(({ id }) => id === model)?.usualSeconds ?? null);
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
      onAgain={onAgain}
      onReuse={reuseOf(maker)}
      enlarging={enlarger}
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
        share={<ShareTools project={project} edit={open} onOpen={studio.openEdit} />}
        exporting={<StudioExport edit={open} prediction={maker} projectName={project.name} />}
        onMode={(mode) => url.go({ mode }, "replace")}
        onOverlay={setOverlay}
        onRename={(name) => void changes.rename(name)}
      />
      <StudioStage
        open={open}
        before={before}
        others={project.edits.filter(({ id }) => id !== open?.id)}
        variants={variantsOf(project.edits, open)}
        grown={grown}
        mode={studio.compare}
        titleOf={(edit) => titleOfEdit(edit) || edit.name}
        factsOf={({ predictionId }) => factsOfRun(project.predictions.find(({ id }) => id === predictionId))}
        afterLabel={maker ? t("afterBy", { model: titleOf(maker) }) : t("afterNamed", { name: open?.name ?? "" })}
        maskId={typeof maskId === "string" ? maskId : null}
        painting={isPaintable ? paintingOf(studio, framing) : null}
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
        isRunBegun={run.sending.length > 0 || enlarger.isBusy}
        glimpses={studio.glimpses}
        onFill={canFill ? () => url.go({ mode: "fill" }, "replace") : null}
        onMode={(compare) => url.go({ compare }, "replace")}
        onOpen={studio.openEdit}
        onBefore={(id) => url.go({ before: id, compare: studio.compare === "result" ? "slider" : studio.compare }, "replace")}
        onKeepPart={pair && open && (() => setKeepingId(open.id))}
        onAgain={onAgain}
        onPicture={(picture, name) => void studio.bringIn(picture, name)}
        notice={
          (problem || shownRun) && (
            <StudioNotice
              studio={studio}
              problem={problem}
              againOf={againOf}
              reuseOf={reuseOf}
              onCloseProblem={() => {
                changes.clearProblem();
                pasted.clearProblem();
              }}
            />
          )
        }
      />
      <StudioHistory
        studio={studio}
        isHidden={arePanelsHidden}
        isTreeOpen={overlay === "tree"}
        project={whole}
        newIds={newIds}
        dismissed={dismissed}
        factsOf={(prediction) => ({ title: titleOf(prediction), usualSeconds: usualOf(prediction) })}
        titleOf={titleOfEdit}
        onTree={() => setOverlay("tree")}
        onDismiss={({ id }) => dismiss(id)}
      />
      {overlay !== "tree" && <DeletedNotice edits={studio.edits} className="mx-3 mb-16 self-end justify-self-center [grid-area:stage]" />}
      <StudioPanel
        studio={studio}
        panelId={panelId}
        scroller={panel}
        isHidden={arePanelsHidden}
        isQuiet={!isCurrent}
        keepsRoom={keepsRoom}
        result={result}
      />
      <StudioOverlays
        shown={overlay}
        studio={studio}
        project={project}
        models={models}
        maker={maker}
        titleOf={titleOfEdit}
        newIds={newIds}
        onClose={() => setOverlay(null)}
      />
      {mayChange && <StudioDrop onFile={pasted.send} />}
      <LiveStatus text={studio.status} />
    </div>
  );
}

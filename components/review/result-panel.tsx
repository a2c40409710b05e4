"use client";

import { RefreshCw, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { KeyHint } from "#components/ui/key-hint.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { useKeyTitle } from "#components/ui/use-key-title.ts";
import type { BlendRequest } from "#lib/client/blend-edit.ts";
import { useMayChange } from "#lib/client/may-change.tsx";
import { useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";
import type { Edit, Prediction } from "#lib/wire.ts";
import { DownloadPopover } from "./download-popover.tsx";
import { EngineNote } from "./engine-note.tsx";
import { EnlargePopover, type EnlargePopoverProps } from "./enlarge-popover.tsx";
import { BadgeLink, FidelityBadge } from "./fidelity-badge.tsx";
import { Refine } from "./refine.tsx";
import { useBlend } from "./use-blend.ts";
import { useRunFacts } from "./use-run-facts.ts";

interface ResultPanelProps {
  readonly edit: Edit;
  readonly prediction: Prediction | undefined;
  readonly modelTitle: string;
  readonly projectName: string;
  readonly isCurrent: boolean;
  readonly canGoBack: boolean;
  readonly onKeep: () => void;
  readonly onBack: () => void;
  /** Both null where the form knows no such run. */
  readonly onAgain: (() => void) | null;
  readonly onReuse: (() => void) | null;
  readonly enlarging: Omit<EnlargePopoverProps, "picture">;
  readonly onShowMap: () => void;
  /** Null where the result cannot be laid on its original. */
  readonly onKeepPart: (() => void) | null;
  readonly onBlend: (request: BlendRequest) => Promise<void>;
}

/** What one looks at, what made it, how true it is, and what to do with it. */
export function ResultPanel(props: ResultPanelProps) {
  const {
    edit,
    prediction,
    modelTitle,
    projectName,
    isCurrent,
    canGoBack,
    onKeep,
    onBack,
    onAgain,
    onReuse,
    enlarging,
    onShowMap,
    onKeepPart,
    onBlend,
  } = props;
  const t = useTranslations("review");
  const keysOf = useShortcutKeys();
  const titleOf = useKeyTitle();
  const mayChange = useMayChange();
  const facts = useRunFacts()(prediction, modelTitle);
  const blend = useBlend(onBlend);
  const { fidelity } = edit;
  const canBlend = onKeepPart !== null;
  return (
    <section aria-label={prediction ? t("result") : t("picture")} className="grid gap-3 border-b border-line p-4">
      <div className="grid gap-0.5">
        <h2 className="text-md font-semibold">{prediction ? t("result") : t("picture")}</h2>
        <p className="line-clamp-3 wrap-anywhere text-dim" title={edit.name}>
          {edit.name}
        </p>
        {facts && <p className="text-xs text-faint">{`${facts} · ${edit.picture.width} × ${edit.picture.height}`}</p>}
      </div>
      {prediction && <EngineNote prediction={prediction} />}
      {fidelity && (
        <FidelityBadge fidelity={fidelity}>
          <BadgeLink onClick={onShowMap}>{t("showMap")}</BadgeLink>
          {canBlend && fidelity.method !== "whole" && (
            <BadgeLink isDisabled={blend.isBusy} onClick={() => void blend.send({ alphaId: null, ...blend.refinement, whole: true })}>
              {t("useWhole")}
            </BadgeLink>
          )}
        </FidelityBadge>
      )}
      {canBlend && (
        <Refine
          value={blend.refinement}
          isChanged={blend.isChanged}
          isBusy={blend.isBusy}
          onChange={blend.setRefinement}
          onApply={() => void blend.send({ alphaId: fidelity?.alphaId ?? null, ...blend.refinement, whole: false })}
        />
      )}
      {blend.problem && <ProblemNotice problem={blend.problem} onClose={blend.clearProblem} />}
      {onAgain && (
        <div className="grid grid-cols-2 gap-2">
          {onKeepPart && (
            <Button onClick={onKeepPart} aria-keyshortcuts={keysOf("keepPart").aria}>
              {t("keepPart")}
              {keysOf("keepPart").text && <KeyHint>{keysOf("keepPart").text}</KeyHint>}
            </Button>
          )}
          <Button onClick={onAgain} aria-keyshortcuts={keysOf("again").aria} className={onKeepPart ? "" : "col-span-2"}>
            <RefreshCw aria-hidden size={14} />
            {t("again")}
            {keysOf("again").text && <KeyHint>{keysOf("again").text}</KeyHint>}
          </Button>
        </div>
      )}
      {mayChange && !isCurrent && (
        <div className="grid grid-cols-[auto_1fr] gap-2">
          <Button
            onClick={onBack}
            disabled={!canGoBack}
            title={titleOf(t("discard"), "discard")}
            aria-keyshortcuts={keysOf("discard").aria}
          >
            {t("discard")}
          </Button>
          <Button tone="primary" onClick={onKeep} aria-keyshortcuts={keysOf("keep").aria}>
            {t("keep")}
            {keysOf("keep").text && <KeyHint>{keysOf("keep").text}</KeyHint>}
          </Button>
        </div>
      )}
      <div className="-mx-1 flex flex-wrap justify-between gap-1">
        {onReuse && (
          <Button tone="quiet" className="px-2" onClick={onReuse}>
            <SlidersHorizontal aria-hidden size={14} />
            {t("reuse")}
          </Button>
        )}
        {mayChange && <EnlargePopover picture={edit.picture} {...enlarging} />}
        <DownloadPopover edit={edit} prediction={prediction} projectName={projectName} />
      </div>
    </section>
  );
}

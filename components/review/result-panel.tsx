"use client";

import { RefreshCw, SlidersHorizontal } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { KeyHint } from "#components/ui/key-hint.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import type { BlendRequest } from "#lib/client/blend-edit.ts";
import { formatSeconds, formatUsd } from "#lib/client/formats.ts";
import { useShortcutKeys } from "#lib/client/shortcuts/use-shortcuts.ts";
import type { Edit, Prediction } from "#lib/wire.ts";
import { DownloadPopover } from "./download-popover.tsx";
import { BadgeLink, FidelityBadge } from "./fidelity-badge.tsx";
import { Refine } from "./refine.tsx";
import { useBlend } from "./use-blend.ts";

interface ResultPanelProps {
  readonly edit: Edit;
  readonly prediction: Prediction | undefined;
  readonly modelTitle: string;
  readonly projectName: string;
  readonly isCurrent: boolean;
  readonly canGoBack: boolean;
  readonly onKeep: () => void;
  readonly onBack: () => void;
  readonly onAgain: () => void;
  readonly onReuse: () => void;
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
    onShowMap,
    onKeepPart,
    onBlend,
  } = props;
  const t = useTranslations("review");
  const keysOf = useShortcutKeys();
  const facts = useFacts(prediction, modelTitle);
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
        {facts && <p className="text-xs text-faint">{facts}</p>}
      </div>
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
      {prediction && (
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
      {!isCurrent && (
        <div className="grid grid-cols-[auto_1fr] gap-2">
          <Button onClick={onBack} disabled={!canGoBack}>
            {t("discard")}
          </Button>
          <Button tone="primary" onClick={onKeep}>
            {t("keep")}
          </Button>
        </div>
      )}
      <div className="-mx-1 flex flex-wrap justify-between gap-1">
        {prediction && (
          <Button tone="quiet" className="px-2" onClick={onReuse}>
            <SlidersHorizontal aria-hidden size={14} />
            {t("reuse")}
          </Button>
        )}
        <DownloadPopover edit={edit} prediction={prediction} projectName={projectName} />
      </div>
    </section>
  );
}

function useFacts(prediction: Prediction | undefined, modelTitle: string): string {
  const t = useTranslations("review");
  const locale = useLocale();
  if (!prediction) return "";
  const { startedAt, createdAt, completedAt, priceUsd, seed, provider } = prediction;
  const seconds = completedAt ? (Date.parse(completedAt) - Date.parse(startedAt ?? createdAt)) / 1000 : null;
  return [
    modelTitle,
    seconds === null ? null : formatSeconds(locale, seconds),
    provider === "local" ? t("local") : priceUsd === null ? null : formatUsd(locale, priceUsd),
    seed === null ? null : t("seed", { seed: String(seed) }),
  ]
    .filter((fact) => fact !== null)
    .join(" · ");
}

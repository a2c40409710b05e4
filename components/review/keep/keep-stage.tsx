"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import type { Picture } from "#lib/wire.ts";
import { useView } from "../use-view.ts";
import { KeepBar } from "./keep-bar.tsx";
import { firstBrush, largestBrush, otherMode, stepSize } from "./keep-brush.ts";
import type { KeepPair } from "./keep-sources.ts";
import { KeepView } from "./keep-view.tsx";
import { useKeepKeys } from "./use-keep-keys.ts";
import { useKeepPart } from "./use-keep-part.ts";

interface KeepStageProps {
  readonly projectId: string;
  readonly pair: KeepPair;
  /** Recomposes with what was painted; rejects where the server could not. */
  readonly onApply: (alpha: Picture) => Promise<void>;
  readonly onClose: () => void;
}

/** Keep part: paint the result in or out, then have it mixed at full size. */
export function KeepStage({ projectId, pair, onApply, onClose }: KeepStageProps) {
  const t = useTranslations("keep");
  const view = useView(pair.before);
  const keep = useKeepPart(projectId, pair);
  const [brush, setBrush] = useState(() => firstBrush(pair.before));
  const [isApplying, setApplying] = useState(false);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const largest = largestBrush(pair.before);

  const { isHeld, isPanning } = useKeepKeys({
    smaller: () => setBrush((known) => ({ ...known, size: stepSize(known.size, -1, largest) })),
    larger: () => setBrush((known) => ({ ...known, size: stepSize(known.size, 1, largest) })),
    swap: () => setBrush((known) => ({ ...known, mode: otherMode(known.mode) })),
    undo: keep.undo,
    redo: keep.redo,
    fit: view.fit,
    actualSize: view.actualSize,
    zoomIn: () => view.zoomBy(1.25),
    zoomOut: () => view.zoomBy(0.8),
    close: onClose,
  });

  async function apply(): Promise<void> {
    setApplying(true);
    setProblem(null);
    try {
      await onApply(await keep.upload());
      keep.forget();
      onClose();
    } catch (failure) {
      setProblem(toClientError(failure));
    } finally {
      setApplying(false);
    }
  }

  return (
    <section aria-label={t("title")} className="absolute inset-0 flex flex-col gap-2 lg:[--review-bar:3rem]">
      <div className="relative min-h-0 flex-1">
        {keep.strokes && (
          <KeepView
            view={view}
            pair={pair}
            strokes={keep.strokes}
            brush={brush}
            isPanning={isPanning}
            isHeld={isHeld}
            onStroke={keep.add}
          />
        )}
      </div>
      <div className="pointer-events-none flex flex-col items-center gap-2 *:pointer-events-auto lg:absolute lg:inset-x-0 lg:bottom-1">
        {problem && <ProblemNotice problem={problem} onClose={() => setProblem(null)} />}
        <KeepBar brush={brush} largest={largest} keep={keep} view={view} onBrush={setBrush}>
          <Button tone="quiet" className="h-8" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button tone="primary" className="h-8" disabled={isApplying || !keep.canUndo} onClick={() => void apply()}>
            {isApplying ? t("applying") : t("apply")}
          </Button>
        </KeepBar>
      </div>
    </section>
  );
}

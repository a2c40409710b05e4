"use client";

import { CircleAlert, CircleSlash, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import { formatElapsed } from "#lib/client/formats.ts";
import { useMayChange } from "#lib/client/may-change.tsx";
import { useUsage } from "#lib/client/use-usage.ts";
import { isTerminal, type Prediction } from "#lib/wire.ts";
import { cardFrame, cardName } from "./card-look.ts";
import { useStageText } from "./use-stage-text.ts";

interface RunCardProps {
  readonly prediction: Prediction;
  readonly modelTitle: string;
  /** From, to: what this model usually takes, in seconds; what it took here is told before. */
  readonly usualSeconds: readonly [number, number] | null;
  readonly nowMs: number;
  /** Runs that stand before this one. */
  readonly ahead: number;
  readonly onCancel: () => void;
  readonly onShow: () => void;
  readonly onDismiss: () => void;
}

export function RunCard({ prediction, modelTitle, usualSeconds: usualElsewhere, nowMs, ahead, onCancel, onShow, onDismiss }: RunCardProps) {
  const t = useTranslations("run");
  const mayChange = useMayChange();
  const usualSeconds = useUsage().usualSeconds(prediction.model, prediction.provider) ?? usualElsewhere;
  const stage = useStageText()(prediction, ahead);
  const { status, progress, charged, cancelRequested } = prediction;
  const name = nameOf(prediction) || modelTitle;
  // Stored, it only waits for its edits to arrive here.
  const isOver = isTerminal(status) && status !== "stored";
  const isFailed = status === "failed";
  return (
    <div className="grid gap-1">
      <div className={`${cardFrame} grid content-between border p-2 ${isFailed ? "border-danger/60" : "border-line"}`}>
        <div className="flex items-start justify-between gap-1">
          <span className="flex min-w-0 items-center gap-1 text-xs text-dim">
            {isFailed && <CircleAlert aria-hidden size={14} className="shrink-0 text-danger" />}
            {status === "canceled" && <CircleSlash aria-hidden size={14} className="shrink-0" />}
            <span className="line-clamp-2">{stage}</span>
          </span>
          {isOver ? (
            <IconButton small icon={X} label={t("dismiss", { name })} onClick={onDismiss} className="-mt-1 -mr-1" />
          ) : (
            mayChange && (
              <IconButton
                small
                icon={X}
                label={t("cancel", { name })}
                title={t(charged === "no" ? "cancelFree" : "cancelMayCost")}
                disabled={cancelRequested || status === "stored"}
                onClick={onCancel}
                className="-mt-1 -mr-1"
              />
            )
          )}
        </div>
        {isOver ? (
          <button
            type="button"
            onClick={onShow}
            className="min-h-6 justify-self-start text-xs text-accent-text underline underline-offset-2"
          >
            {t("show")}
          </button>
        ) : (
          <div className="grid gap-1.5">
            <span className="flex justify-between gap-2 text-2xs whitespace-nowrap text-dim">
              <span>{formatElapsed(nowMs - Date.parse(prediction.createdAt))}</span>
              {usualSeconds && (
                <span>{t("usual", { from: Math.round(usualSeconds[0]), to: Math.max(1, Math.round(usualSeconds[1])) })}</span>
              )}
            </span>
            <ProgressLine label={t("progressOf", { name })} fraction={progress} />
          </div>
        )}
      </div>
      <span title={name} className={`${cardName} text-dim`}>
        {name}
      </span>
    </div>
  );
}

function nameOf({ inputs }: Prediction): string {
  return typeof inputs.prompt === "string" ? inputs.prompt : "";
}

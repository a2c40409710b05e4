"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { useMayChange } from "#lib/client/may-change.tsx";
import { useProjectReplays } from "#lib/client/use-replays.ts";
import type { Replay } from "#lib/replay-wire.ts";
import { progressOf } from "./replay-progress.ts";

interface ReplayStripProps {
  readonly projectId: string;
  readonly dismissed: readonly string[];
  readonly onDismiss: (replay: Pick<Replay, "id">) => void;
}

/** Steps that are being applied in this project, and those that stopped. */
export function ReplayStrip({ projectId, dismissed, onDismiss }: ReplayStripProps) {
  const t = useTranslations("replay");
  const { replays, cancel, resume } = useProjectReplays(projectId);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const mayChange = useMayChange();
  const shown = replays.filter(({ id, status }) => status !== "done" && (status === "running" || !dismissed.includes(id)));
  if (shown.length === 0 && !problem) return null;
  const attempt = (work: Promise<void>) => void work.catch((failure: unknown) => setProblem(toClientError(failure)));
  const closeButton = (id: string) => <IconButton small icon={X} label={t("close")} onClick={() => onDismiss({ id })} />;
  return (
    <section aria-label={t("strip")} className="grid max-h-56 gap-2 overflow-y-auto border-b border-line px-3 py-2">
      {problem && <ProblemNotice problem={problem} onClose={() => setProblem(null)} />}
      {shown.map((replay) => {
        const { id, status, name, error, steps } = replay;
        if (status === "running") return <RunningReplay key={id} replay={replay} onCancel={mayChange ? () => attempt(cancel(id)) : null} />;
        const stoppedAt = steps.findIndex(({ state }) => state === "failed" || state === "waiting");
        const at = { number: stoppedAt + 1, step: steps[stoppedAt]?.name ?? "", name };
        const buttons = mayChange && (
          <>
            <Button onClick={() => attempt(resume(id, { skip: false }))}>{t("resume")}</Button>
            <Button onClick={() => attempt(resume(id, { skip: true }))}>{t("skip")}</Button>
          </>
        );
        // No form is at fault here: the step has no room on this picture.
        if (error?.code === "invalid_input") {
          return (
            <Notice key={id} tone="bad" title={t("doesNotFit")} aside={closeButton(id)}>
              <p>{t("failedAt", at)}</p>
              <p className="font-mono text-2xs">{error.message}</p>
              <div className="mt-1 flex flex-wrap gap-2">{buttons}</div>
            </Notice>
          );
        }
        if (error) {
          return (
            <ProblemNotice key={id} problem={error} details={[t("failedAt", at)]} onClose={() => onDismiss({ id })}>
              {buttons}
            </ProblemNotice>
          );
        }
        return (
          <Notice key={id} tone="calm" title={t("canceledAt", at)} aside={closeButton(id)}>
            <div className="flex flex-wrap gap-2">{buttons}</div>
          </Notice>
        );
      })}
    </section>
  );
}

function RunningReplay({ replay, onCancel }: { readonly replay: Replay; readonly onCancel: (() => void) | null }) {
  const t = useTranslations("replay");
  const { done, count } = progressOf(replay);
  return (
    <div className="grid gap-1">
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 truncate">{t("running", { name: replay.name, done, count })}</p>
        {onCancel && (
          <Button tone="quiet" disabled={replay.cancelRequested} onClick={onCancel}>
            {t(replay.cancelRequested ? "canceling" : "cancel")}
          </Button>
        )}
      </div>
      <ProgressLine label={t("running", { name: replay.name, done, count })} fraction={done / count} />
    </div>
  );
}

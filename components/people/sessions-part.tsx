"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useOwnSessions } from "#lib/client/use-account.ts";
import { useAgo } from "#lib/client/use-ago.ts";
import { nameClient } from "./name-client.ts";
import { ProofForm } from "./proof-form.tsx";
import { useProvedAttempt } from "./use-proved-attempt.ts";

export function SessionsPart() {
  const t = useTranslations("people");
  const ago = useAgo();
  const nowMs = useNow(false);
  const { sessions, error, end } = useOwnSessions();
  const { isBusy, problem, attempt, proof } = useProvedAttempt();
  const shown = problem ?? error;
  return (
    <SectionPanel title={t("sessions")}>
      {shown && <ProblemNotice problem={shown} />}
      <ul className="grid gap-2">
        {sessions?.map((session) => (
          <li key={session.id} className="flex min-h-control flex-wrap items-center gap-3">
            <span>{nameClient(session.client) ?? t("unknownClient")}</span>
            <span className="text-xs text-dim">{t("seen", { when: ago(session.seenAt, nowMs) })}</span>
            <span className="ml-auto">
              {session.isThis ? (
                <StatusPill tone="calm">{t("thisSession")}</StatusPill>
              ) : (
                <Button disabled={isBusy} onClick={() => void attempt(() => end(session.id))}>
                  {t("endSession")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {proof && <ProofForm {...proof} />}
    </SectionPanel>
  );
}

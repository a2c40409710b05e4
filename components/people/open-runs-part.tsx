"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { formatMoment, formatUsd } from "#lib/client/formats.ts";
import { useAttempt } from "#lib/client/use-attempt.ts";
import type { Spending } from "#lib/money-wire.ts";

interface OpenRunsPartProps {
  readonly spending: Spending;
  readonly onSettle: (predictionId: string, wasCharged: boolean) => Promise<void>;
}

/** What only the provider's bill knows; nothing where there is nothing to say. */
export function OpenRunsPart({ spending, onSettle }: OpenRunsPartProps) {
  const t = useTranslations("people");
  const locale = useLocale();
  const { isBusy, problem, attempt, forget } = useAttempt();
  const { open, openCount } = spending;
  if (openCount === 0) return null;
  return (
    <SectionPanel title={t("spending.open")}>
      <p className="text-xs text-dim">{t("spending.openHelp", { count: openCount })}</p>
      <ul className="grid gap-2">
        {open.map(({ predictionId, who, model, openUsd, askedAt }) => {
          const what = [formatUsd(locale, openUsd), model, who, formatMoment(locale, askedAt)].filter((part) => part !== null).join(" · ");
          return (
            <li key={predictionId} className="flex flex-wrap items-center gap-2">
              <span className="min-w-0 flex-1 basis-48 text-xs wrap-anywhere">{what}</span>
              <span className="flex gap-2">
                {([true, false] as const).map((wasCharged) => {
                  const label = t(wasCharged ? "spending.wasCharged" : "spending.wasNotCharged");
                  return (
                    <Button
                      key={label}
                      disabled={isBusy}
                      aria-label={`${label}: ${what}`}
                      onClick={() => void attempt(() => onSettle(predictionId, wasCharged))}
                    >
                      {label}
                    </Button>
                  );
                })}
              </span>
            </li>
          );
        })}
      </ul>
      {problem && <ProblemNotice problem={problem} onClose={forget} />}
    </SectionPanel>
  );
}

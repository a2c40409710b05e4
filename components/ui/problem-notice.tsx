"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { sentenceGap } from "#lib/client/sentence-gap.ts";
import { type Problem, useProblemText } from "#lib/client/use-problem-text.ts";
import { buttonClass } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { Notice } from "./notice.tsx";

interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly onClose?: () => void;
  /** Faults of single fields that have no place of their own. */
  readonly details?: readonly string[];
  readonly children?: ReactNode;
}

export function ProblemNotice({ problem, onClose, details = [], children }: ProblemNoticeProps) {
  const t = useTranslations("problem");
  const locale = useLocale();
  const text = useProblemText()(problem);
  return (
    <Notice tone="bad" title={text.what} aside={onClose && <IconButton small icon={X} label={t("close")} onClick={onClose} />}>
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
      <p>
        {text.safe}
        {sentenceGap(locale)}
        {text.charged}
      </p>
      <p className="text-ink">{text.next}</p>
      {problem.message && (
        <details>
          <summary className="inline-flex min-h-6 items-center underline underline-offset-2">{t("details")}</summary>
          <p className="font-mono text-2xs">
            {problem.code}: {problem.message}
            {problem.requestId && ` (${problem.requestId})`}
          </p>
        </details>
      )}
      {problem.code === "sign_in_required" && (
        // In a page of its own, so that what is written here stays.
        <a href="/sign-in" target="_blank" className={buttonClass("plain", "mt-1 justify-self-start")} rel="noopener">
          {t("signIn")}
        </a>
      )}
      {children && <div className="mt-1 flex flex-wrap gap-2">{children}</div>}
    </Notice>
  );
}

"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { errorCodes } from "#lib/errors.ts";
import type { Prediction } from "#lib/wire.ts";

interface RunNoticeProps {
  readonly prediction: Prediction;
  /** Both null where the form knows no such run. */
  readonly onAgain: (() => void) | null;
  readonly onReuse: (() => void) | null;
  readonly onClose: () => void;
}

/** How a run ended that brought no picture. */
export function RunNotice({ prediction, onAgain, onReuse, onClose }: RunNoticeProps) {
  const t = useTranslations("run");
  const problem = useTranslations("problem");
  const { error, charged } = prediction;
  const reuse = onReuse && <Button onClick={onReuse}>{t("reuse")}</Button>;
  if (error) {
    const { advice } = errorCodes[error.code];
    // What helps against an empty account is not in our settings.
    const isEmpty = error.code === "provider_out_of_credit";
    const helpsAgain = isEmpty || advice === "try-again" || advice === "wait";
    return (
      <ProblemNotice problem={error} onClose={onClose} details={error.code === "not_understood" ? [error.message] : []}>
        {advice === "settings" && !isEmpty && <ButtonLink href="/settings">{t("settings")}</ButtonLink>}
        {onAgain && helpsAgain && <Button onClick={onAgain}>{t("again")}</Button>}
        {reuse}
      </ProblemNotice>
    );
  }
  return (
    <Notice tone="calm" title={t("canceled")} aside={<IconButton small icon={X} label={problem("close")} onClick={onClose} />}>
      <p>{problem(`charged.${charged}`)}</p>
      <div className="mt-1 flex">{reuse}</div>
    </Notice>
  );
}

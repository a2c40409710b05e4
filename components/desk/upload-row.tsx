"use client";

import { Check, CircleAlert, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import type { ClientError } from "#lib/client/client-error.ts";
import { formatPercent } from "#lib/client/formats.ts";
import { sentenceGap } from "#lib/client/sentence-gap.ts";
import { useProblemText } from "#lib/client/use-problem-text.ts";
import { errorCodes } from "#lib/errors.ts";
import type { Upload } from "./uploads.ts";

interface UploadRowProps {
  readonly upload: Upload;
  readonly onRemove: () => void;
  readonly onRetry: () => void;
}

const row = "flex min-h-11 items-center gap-3 px-3 py-1.5";

export function UploadRow({ upload, onRemove, onRetry }: UploadRowProps) {
  const t = useTranslations("desk");
  const locale = useLocale();
  const { name, state, problem, projectId, fraction } = upload;
  if (problem) return <FailedRow name={name} problem={problem} onRemove={onRemove} onRetry={onRetry} />;
  const stage = state === "failed" ? "done" : state;
  return (
    <div className={row}>
      {state === "done" && <Check aria-hidden size={16} className="shrink-0 text-ok" />}
      <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
      {projectId ? (
        <PageLink
          href={`/projects/${projectId}`}
          className="inline-flex min-h-6 shrink-0 items-center text-accent-text underline underline-offset-2"
        >
          {t("open")}
        </PageLink>
      ) : (
        <>
          <span className="shrink-0 text-right text-xs text-dim">
            {stage === "sending" ? formatPercent(locale, fraction) : t(`upload.${stage}`)}
          </span>
          <span className="w-32 max-sm:hidden">
            <ProgressLine label={t("uploadOf", { name })} fraction={state === "opening" ? null : fraction} />
          </span>
        </>
      )}
      <IconButton
        small
        icon={X}
        label={state === "done" ? t("removeFromList", { name }) : t("cancelUpload", { name })}
        onClick={onRemove}
      />
    </div>
  );
}

interface FailedRowProps extends Omit<UploadRowProps, "upload"> {
  readonly name: string;
  readonly problem: ClientError;
}

/** Which file it was, why, and what helps; asking again only where the same file may come in the next time. */
function FailedRow({ name, problem, onRemove, onRetry }: FailedRowProps) {
  const t = useTranslations("desk");
  const closing = useTranslations("problem");
  const locale = useLocale();
  const { what, next } = useProblemText()(problem);
  return (
    <div role="alert" className={row} title={problem.requestId ?? undefined}>
      <CircleAlert aria-hidden size={16} className="shrink-0 text-danger" />
      <p className="min-w-0 flex-1 wrap-anywhere">
        <span className="font-medium">{name}</span>
        <span className="block text-xs text-dim">
          {what}
          {sentenceGap(locale)}
          <span className="text-ink">{next}</span>
        </span>
      </p>
      {isWorthAnotherTry(problem) && (
        <Button onClick={onRetry} className="shrink-0">
          {t("retry")}
        </Button>
      )}
      <IconButton small icon={X} label={closing("close")} onClick={onRemove} />
    </div>
  );
}

function isWorthAnotherTry({ code }: ClientError): boolean {
  return code === "connection_lost" || errorCodes[code].advice !== "change-input";
}

"use client";

import { Check, X } from "lucide-react";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import { formatPercent } from "#lib/client/formats.ts";
import type { Upload } from "./uploads.ts";

interface UploadListProps {
  readonly uploads: readonly Upload[];
  readonly onRemove: (id: string) => void;
  readonly onRetry: (id: string) => void;
}

export function UploadList({ uploads, onRemove, onRetry }: UploadListProps) {
  const t = useTranslations("desk");
  return (
    <ul aria-label={t("uploads")} className="mt-4 grid gap-2">
      {uploads.map((upload) => (
        <li key={upload.id}>
          <UploadRow upload={upload} onRemove={() => onRemove(upload.id)} onRetry={() => onRetry(upload.id)} />
        </li>
      ))}
    </ul>
  );
}

interface UploadRowProps {
  readonly upload: Upload;
  readonly onRemove: () => void;
  readonly onRetry: () => void;
}

function UploadRow({ upload, onRemove, onRetry }: UploadRowProps) {
  const t = useTranslations("desk");
  const locale = useLocale();
  const { name, state, problem, projectId, fraction } = upload;
  if (problem) {
    return (
      <ProblemNotice problem={problem} details={[name]} onClose={onRemove}>
        <Button onClick={onRetry}>{t("retry")}</Button>
      </ProblemNotice>
    );
  }
  const stage = state === "failed" ? "done" : state;
  const text = stage === "sending" ? formatPercent(locale, fraction) : t(`upload.${stage}`);
  return (
    <div className="flex min-h-control items-center gap-3 rounded-lg border border-line bg-panel px-3 py-1.5">
      {state === "done" && <Check aria-hidden size={16} className="shrink-0 text-ok" />}
      <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
      <span className="w-24 shrink-0 text-right text-xs text-dim">
        {projectId ? (
          <PageLink
            href={`/projects/${projectId}`}
            className="inline-flex min-h-6 items-center text-accent-text underline underline-offset-2"
          >
            {t("open")}
          </PageLink>
        ) : (
          text
        )}
      </span>
      <span className="w-32 max-sm:hidden">
        {state !== "done" && <ProgressLine label={t("uploadOf", { name })} fraction={state === "opening" ? null : fraction} />}
      </span>
      <IconButton
        small
        icon={X}
        label={state === "done" ? t("removeFromList", { name }) : t("cancelUpload", { name })}
        onClick={onRemove}
      />
    </div>
  );
}

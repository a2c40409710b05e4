"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { UploadRow } from "./upload-row.tsx";
import { isSettled, type Upload } from "./uploads.ts";

interface UploadListProps {
  readonly uploads: readonly Upload[];
  readonly onRemove: (id: string) => void;
  readonly onRetry: (id: string) => void;
}

/** Files on their way in: a folder of them takes no more of the desk than a few, and its sum is told above them. */
export function UploadList({ uploads, onRemove, onRetry }: UploadListProps) {
  const t = useTranslations("desk");
  const done = uploads.filter(({ state }) => state === "done").length;
  const failed = uploads.filter(({ state }) => state === "failed").length;
  const settled = uploads.filter(isSettled);
  function clear(): void {
    for (const { id } of settled) onRemove(id);
  }

  return (
    <div className="mt-4 overflow-hidden rounded-lg border border-line bg-panel">
      {uploads.length > 1 && (
        <div className="flex min-h-11 items-center gap-3 border-b border-line px-3 py-1.5">
          <p role="status" className="min-w-0 flex-1 font-medium">
            {t("uploadSum", { done, count: uploads.length })}
            {failed > 0 && <span className="text-danger"> · {t("uploadsFailed", { count: failed })}</span>}
          </p>
          {settled.length === uploads.length && (
            <Button tone="quiet" onClick={clear}>
              {t("clearUploads")}
            </Button>
          )}
        </div>
      )}
      <ul aria-label={t("uploads")} className="max-h-80 divide-y divide-line overflow-y-auto">
        {uploads.map((upload) => (
          <li key={upload.id}>
            <UploadRow upload={upload} onRemove={() => onRemove(upload.id)} onRetry={() => onRetry(upload.id)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoment } from "#lib/client/formats.ts";
import type { Remark } from "#lib/review-wire.ts";

interface RemarkListProps {
  readonly remarks: readonly Remark[];
  readonly selectedId: string | null;
  readonly onSelect?: (remarkId: string) => void;
  /** What can be done with one, below it. */
  readonly actionsOf?: (remark: Remark) => ReactNode;
}

/** What was said, oldest first; the numbers are those on the picture. */
export function RemarkList({ remarks, selectedId, onSelect, actionsOf }: RemarkListProps) {
  const t = useTranslations("share");
  const locale = useLocale();
  if (remarks.length === 0) return <p className="text-dim">{t("noRemarks")}</p>;
  return (
    <ol aria-label={t("remarks")} className="grid gap-2">
      {remarks.map((remark, index) => {
        const { id, author, text, at, verdict, createdAt, answers, settledAt } = remark;
        return (
          <li
            key={id}
            aria-current={id === selectedId}
            className="grid gap-1 rounded-lg border border-line bg-page p-3 aria-current:border-accent"
          >
            <p className="flex flex-wrap items-center gap-x-2 text-xs text-dim">
              {at && onSelect && settledAt === null ? (
                <button
                  type="button"
                  aria-label={t("pin", { number: index + 1, author: author || t("studio") })}
                  onClick={() => onSelect(id)}
                  className="grid size-6 place-items-center rounded-full border border-line bg-raised text-ink hover:border-edge pointer-coarse:size-11"
                >
                  {index + 1}
                </button>
              ) : (
                <span>{index + 1}</span>
              )}
              <span className="font-medium wrap-anywhere text-ink">{author || t("studio")}</span>
              <time dateTime={createdAt}>{formatMoment(locale, createdAt)}</time>
            </p>
            {verdict && <p className={`font-medium ${verdict === "approved" ? "text-ok" : "text-caution"}`}>{t(`verdict.${verdict}`)}</p>}
            {text && <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>}
            {answers.map((answer) => (
              <div key={answer.id} className="grid gap-0.5 border-l-2 border-line pl-2">
                <p className="flex flex-wrap gap-x-2 text-xs text-dim">
                  <span className="font-medium text-ink">{t("studio")}</span>
                  <time dateTime={answer.createdAt}>{formatMoment(locale, answer.createdAt)}</time>
                </p>
                <p className="whitespace-pre-wrap wrap-anywhere">{answer.text}</p>
              </div>
            ))}
            {settledAt && <p className="text-xs text-ok">{t("settledAt", { time: formatMoment(locale, settledAt) })}</p>}
            {actionsOf?.(remark)}
          </li>
        );
      })}
    </ol>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Remark } from "#lib/review-wire.ts";
import { formatTime } from "./format-time.ts";

interface RemarkListProps {
  readonly remarks: readonly Remark[];
  readonly selectedId: string | null;
  readonly onSelect?: (remarkId: string) => void;
}

/** What was said, oldest first; the numbers are those on the picture. */
export function RemarkList({ remarks, selectedId, onSelect }: RemarkListProps) {
  const t = useTranslations("share");
  const locale = useLocale();
  if (remarks.length === 0) return <p className="text-dim">{t("noRemarks")}</p>;
  return (
    <ol aria-label={t("remarks")} className="grid gap-2">
      {remarks.map(({ id, author, text, at, verdict, createdAt }, index) => (
        <li
          key={id}
          aria-current={id === selectedId}
          className="grid gap-1 rounded-lg border border-line bg-page p-3 aria-current:border-accent"
        >
          <p className="flex flex-wrap items-center gap-x-2 text-xs text-dim">
            {at && onSelect ? (
              <button
                type="button"
                aria-label={t("pin", { number: index + 1, author })}
                onClick={() => onSelect(id)}
                className="grid size-6 place-items-center rounded-full border border-line bg-raised text-ink hover:border-edge pointer-coarse:size-11"
              >
                {index + 1}
              </button>
            ) : (
              <span>{index + 1}</span>
            )}
            <span className="font-medium wrap-anywhere text-ink">{author}</span>
            <time dateTime={createdAt}>{formatTime(locale, createdAt)}</time>
          </p>
          {verdict && <p className={`font-medium ${verdict === "approved" ? "text-ok" : "text-caution"}`}>{t(`verdict.${verdict}`)}</p>}
          {text && <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>}
        </li>
      ))}
    </ol>
  );
}

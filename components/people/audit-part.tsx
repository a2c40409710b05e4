"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { useAudit } from "#lib/client/use-people.ts";

export function AuditPart() {
  const t = useTranslations("people");
  const locale = useLocale();
  const { entries, error, hasMore, more } = useAudit();
  const when = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  return (
    <SectionPanel title={t("audit")}>
      {error && <ProblemNotice problem={error} />}
      <ol className="grid gap-1.5">
        {entries?.map(({ id, at, who, action, subject }) => (
          <li key={id} className="flex flex-wrap gap-x-3">
            <time dateTime={at} className="text-xs text-dim tabular-nums">
              {when.format(new Date(at))}
            </time>
            <span className="wrap-anywhere">
              {who ?? t("nobody")} {t(`auditActions.${action}`)}
            </span>
            <span className="text-xs text-dim wrap-anywhere">{subject}</span>
          </li>
        ))}
      </ol>
      {hasMore && (
        <div>
          <Button onClick={more}>{t("more")}</Button>
        </div>
      )}
    </SectionPanel>
  );
}

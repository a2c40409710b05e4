"use client";

import { useLocale, useTranslations } from "next-intl";
import { Fact } from "#components/ui/fact.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { formatBytes } from "#lib/client/formats.ts";
import type { Spending } from "#lib/money-wire.ts";

const healthParts = ["database", "pictures", "process"] as const;

/** How often anybody may do something, what is stored, and whether the parts of the installation work. */
export function HouseParts({ spending }: { readonly spending: Spending }) {
  const t = useTranslations("people");
  const locale = useLocale();
  const { rates, storage, health } = spending;
  const aMinute = (count: number | null) => (count === null ? t("spending.unlimited") : t("spending.aMinute", { count }));
  return (
    <>
      <SectionPanel title={t("spending.limits")}>
        <p className="text-xs text-dim">{t("spending.limitsHelp")}</p>
        <dl className="grid gap-2">
          <Fact name={t("spending.runRate")}>{aMinute(rates.runs)}</Fact>
          <Fact name={t("spending.uploadRate")}>{aMinute(rates.uploads)}</Fact>
          <Fact name={t("spending.guessRate")}>{t("spending.aQuarter", { count: rates.guesses })}</Fact>
        </dl>
      </SectionPanel>
      <SectionPanel title={t("spending.storage")}>
        <dl className="grid gap-2">
          <Fact name={t("spending.pictures")}>{storage.count}</Fact>
          <Fact name={t("spending.bytes")}>{formatBytes(locale, storage.bytes)}</Fact>
        </dl>
      </SectionPanel>
      <SectionPanel title={t("spending.health")}>
        <dl className="grid gap-2">
          {healthParts.map((part) => (
            <Fact key={part} name={t(`spending.parts.${part}`)}>
              <StatusPill tone={health.parts[part] === "works" ? "good" : "caution"}>
                {t(health.parts[part] === "works" ? "spending.works" : "spending.worksNot")}
              </StatusPill>
            </Fact>
          ))}
        </dl>
      </SectionPanel>
    </>
  );
}

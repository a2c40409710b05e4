"use client";

import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { Fact } from "#components/ui/fact.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { formatUsd } from "#lib/client/formats.ts";
import { moneyPaths, type Spending, spendingDays } from "#lib/money-wire.ts";
import { DayBars } from "./day-bars.tsx";
import { SpentTable } from "./spent-table.tsx";

interface SpentPartProps {
  readonly spending: Spending;
  readonly days: number;
  readonly onDays: (days: number) => void;
}

export function SpentPart({ spending, days, onDays }: SpentPartProps) {
  const t = useTranslations("people");
  const locale = useLocale();
  const { total, byDay, byPerson, byModel, people } = spending;
  return (
    <SectionPanel title={t("spending.spent")}>
      <div className="flex flex-wrap items-center gap-3">
        <Segments
          label={t("spending.period")}
          value={days}
          items={spendingDays.map((count) => ({ value: count, label: t("spending.days", { count }) }))}
          onChange={onDays}
        />
        <a href={moneyPaths.spendingCsv(days)} download className={buttonClass("plain", "ml-auto")}>
          <Download aria-hidden size={14} />
          {t("spending.csv")}
        </a>
      </div>
      <dl className="grid gap-2">
        <Fact name={t("spending.charged")}>{formatUsd(locale, total.spentUsd)}</Fact>
        <Fact name={t("spending.reserved")}>{formatUsd(locale, total.openUsd)}</Fact>
        <Fact name={t("spending.runs")}>{total.runs}</Fact>
      </dl>
      <DayBars byDay={byDay} />
      {people.length > 0 && (
        <SpentTable
          title={t("spending.byPerson")}
          rows={byPerson.map(({ id, name, ...spent }) => ({ key: id ?? "", name: name ?? t("spending.before"), ...spent }))}
        />
      )}
      <SpentTable title={t("spending.byModel")} rows={byModel.map(({ model, ...spent }) => ({ key: model, name: model, ...spent }))} />
    </SectionPanel>
  );
}

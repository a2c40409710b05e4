"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatMoment, formatUsd } from "#lib/client/formats.ts";
import { useUsage } from "#lib/client/use-usage.ts";
import type { ProviderState } from "#lib/wire.ts";
import type { PlanFacts } from "./run-plan.ts";

interface CostLineProps {
  readonly plan: PlanFacts;
  readonly provider: ProviderState | undefined;
}

/** What the next press costs, what today has cost so far, and what a cap leaves: said before the press, which is not held back by it. */
export function CostLine({ plan, provider }: CostLineProps) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const { spentUsd, budget: told } = useUsage();
  const isLocal = provider?.name === "local";
  const budget = isLocal ? null : told;
  const cost = isLocal
    ? t("costNothing")
    : plan.priceUsd === null
      ? t("costUnknown")
      : t("cost", { price: formatUsd(locale, plan.priceUsd), count: plan.pictures });
  const left = budget && formatUsd(locale, budget.leftUsd);
  const isOver = budget !== null && plan.priceUsd !== null && plan.priceUsd > budget.leftUsd;
  return (
    <div className="grid gap-1">
      <p className="flex min-h-4 flex-wrap justify-between gap-x-3 text-xs text-dim">
        <span>
          {cost}
          {spentUsd !== null && (spentUsd > 0 || !isLocal) && ` · ${t("spentToday", { price: formatUsd(locale, spentUsd) })}`}
          {budget && !isOver && ` · ${t(`budget.${budget.of}.${budget.period}`, { left: left ?? "" })}`}
        </span>
        {provider && <span>{isLocal ? t("byLocal") : t("byGateway", { host: provider.host ?? "" })}</span>}
      </p>
      {isOver && (
        <p role="status" className="text-xs text-caution">
          {t("overBudget", { left: left ?? "", when: formatMoment(locale, budget.freesAt) })}
        </p>
      )}
    </div>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatUsd } from "#lib/client/formats.ts";
import { useUsage } from "#lib/client/use-usage.ts";
import type { ProviderState } from "#lib/wire.ts";
import type { PlanFacts } from "./run-plan.ts";

interface CostLineProps {
  readonly plan: PlanFacts;
  readonly provider: ProviderState | undefined;
}

/** What the next press costs, and what today has cost so far. */
export function CostLine({ plan, provider }: CostLineProps) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const { spentUsd } = useUsage();
  const isLocal = provider?.name === "local";
  const cost = isLocal
    ? t("costNothing")
    : plan.priceUsd === null
      ? t("costUnknown")
      : t("cost", { price: formatUsd(locale, plan.priceUsd), count: plan.pictures });
  return (
    <p className="flex min-h-4 flex-wrap justify-between gap-x-3 text-xs text-dim">
      <span>
        {cost}
        {spentUsd !== null && (spentUsd > 0 || !isLocal) && ` · ${t("spentToday", { price: formatUsd(locale, spentUsd) })}`}
      </span>
      {provider && <span>{isLocal ? t("byLocal") : t("byGateway", { host: provider.host ?? "" })}</span>}
    </p>
  );
}

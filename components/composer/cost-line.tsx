"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatUsd } from "#lib/client/formats.ts";
import type { Inputs, ModelEntry } from "#lib/models/model.ts";
import type { ProviderState } from "#lib/wire.ts";
import { pictureCount } from "./form-values.ts";

interface CostLineProps {
  readonly entry: ModelEntry;
  readonly values: Inputs;
  readonly provider: ProviderState | undefined;
}

export function CostLine({ entry, values, provider }: CostLineProps) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const count = pictureCount(entry, values);
  const isLocal = provider?.name === "local";
  const cost = isLocal
    ? t("costNothing")
    : entry.priceUsd === null
      ? t("costUnknown")
      : t("cost", { price: formatUsd(locale, entry.priceUsd * count), count });
  return (
    <p className="flex flex-wrap justify-between gap-x-3 text-xs text-dim">
      <span>{cost}</span>
      {provider && <span>{isLocal ? t("byLocal") : t("byGateway", { host: provider.host ?? "" })}</span>}
    </p>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { Fact } from "#components/ui/fact.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { formatUsd } from "#lib/client/formats.ts";
import { useModels } from "#lib/client/use-models.ts";
import { estimatePriceUsd } from "#lib/models/price.ts";

/** One picture of each model with everything as it is proposed; the composer counts with what is really set. */
export function Prices({ isFree }: { readonly isFree: boolean }) {
  const t = useTranslations("settings");
  const locale = useLocale();
  const { models } = useModels();
  return (
    <SectionPanel title={t("prices")}>
      <p className="text-xs text-dim">{t(isFree ? "pricesFree" : "pricesHelp")}</p>
      <dl className="grid gap-2">
        {models?.map((entry) => {
          const price = estimatePriceUsd(entry, {});
          return (
            <Fact key={entry.id} name={entry.title}>
              {price === null ? t("priceUnknown") : formatUsd(locale, price)}
            </Fact>
          );
        })}
      </dl>
    </SectionPanel>
  );
}

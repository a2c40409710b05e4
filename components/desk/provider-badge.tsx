"use client";

import { useTranslations } from "next-intl";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { ProviderState } from "#lib/wire.ts";

export function ProviderBadge({ provider }: { readonly provider: ProviderState | undefined }) {
  const t = useTranslations("provider");
  if (!provider) return null;
  if (provider.name === "local") {
    return (
      <StatusPill tone="calm" title={t("localHelp")}>
        {t("local")}
      </StatusPill>
    );
  }
  const host = provider.host ?? "";
  return provider.available ? (
    <StatusPill tone="good" title={t("gatewayHelp", { host })}>
      {t("gateway", { host })}
    </StatusPill>
  ) : (
    <StatusPill tone="caution" title={t("gatewayDownHelp", { host })}>
      {t("gatewayDown", { host })}
    </StatusPill>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { AccountParts } from "#components/people/account-parts.tsx";
import { Button } from "#components/ui/button.tsx";
import { Fact } from "#components/ui/fact.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { formatBytes } from "#lib/client/formats.ts";
import { useSettings } from "#lib/client/use-settings.ts";
import { KeysPart } from "./keys-part.tsx";
import { LookPart } from "./look-part.tsx";
import { Prices } from "./prices.tsx";
import { ProviderPart } from "./provider-part.tsx";
import { SettingsHeader } from "./settings-header.tsx";

interface SettingsProps {
  readonly mayChange: boolean;
}

export function Settings({ mayChange }: SettingsProps) {
  const t = useTranslations("settings");
  const locale = useLocale();
  const { facts, error, refresh } = useSettings();
  return (
    <>
      <SettingsHeader />
      <main className="mx-auto grid w-full max-w-3xl gap-4 px-4 py-8">
        {error && (
          <ProblemNotice problem={error}>
            <Button onClick={refresh}>{t("retry")}</Button>
          </ProblemNotice>
        )}
        {!facts && !error && <p role="status">{t("loading")}</p>}
        {facts && <ProviderPart provider={facts.provider} calls={facts.calls} mayTest={mayChange} />}
        <LookPart />
        <AccountParts />
        <KeysPart />
        {facts && (
          <>
            <SectionPanel title={t("storage")}>
              <dl className="grid gap-2">
                <Fact name={t("pictures")}>
                  {t("picturesUsed", { count: facts.pictures.count, size: formatBytes(locale, facts.pictures.bytes) })}
                </Fact>
                <Fact name={t("database")}>{t(`databases.${facts.database}`)}</Fact>
              </dl>
            </SectionPanel>
            <SectionPanel title={t("limits")}>
              <dl className="grid gap-2">
                <Fact name={t("maxUpload")}>{formatBytes(locale, facts.maxUploadBytes)}</Fact>
                <Fact name={t("deadline")}>{t("minutes", { count: Math.round(facts.predictionDeadlineMs / 6000) / 10 })}</Fact>
              </dl>
            </SectionPanel>
          </>
        )}
        <Prices isFree={facts?.provider.name === "local"} />
      </main>
    </>
  );
}

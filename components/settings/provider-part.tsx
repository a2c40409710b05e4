"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { formatMoment } from "#lib/client/formats.ts";
import { checkProvider } from "#lib/client/use-settings.ts";
import type { ProviderCheck, SettingsFacts } from "#lib/settings-wire.ts";
import type { ProviderState } from "#lib/wire.ts";

const variables = ["REPLICATE_API_TOKEN", "REPLICATE_BASE_URL", "REPLICATE_WEBHOOKS"] as const;

interface ProviderPartProps {
  readonly provider: ProviderState;
  readonly calls: SettingsFacts["calls"];
  readonly mayTest: boolean;
}

export function ProviderPart({ provider, calls, mayTest }: ProviderPartProps) {
  const t = useTranslations("settings");
  const [isTesting, setTesting] = useState(false);
  const [result, setResult] = useState<ProviderCheck["result"] | null>(null);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const host = provider.host ?? "";

  async function test(): Promise<void> {
    setTesting(true);
    setResult(null);
    setProblem(null);
    try {
      setResult((await checkProvider()).result);
    } catch (failure) {
      setProblem(toClientError(failure));
    } finally {
      setTesting(false);
    }
  }

  return (
    <SectionPanel title={t("provider")}>
      <div className="flex flex-wrap items-center gap-3">
        <StatusPill tone={provider.name === "local" ? "calm" : provider.available ? "good" : "caution"}>
          {provider.name === "local" ? t("local") : t("gateway", { host })}
        </StatusPill>
        {mayTest && (
          <>
            <Button disabled={isTesting} onClick={() => void test()}>
              {t(isTesting ? "testing" : "test")}
            </Button>
            <span className="text-xs text-dim">{t("testHelp")}</span>
          </>
        )}
      </div>
      <div aria-live="polite">{result && <Notice tone="good" title={t(`tested.${result}`)} />}</div>
      {problem && <ProblemNotice problem={problem} onClose={() => setProblem(null)} />}
      {provider.name !== "local" && <CallsLine host={host} calls={calls} />}
      <p className="text-dim">{t("variables")}</p>
      <ul className="grid gap-1">
        {variables.map((name) => (
          <li key={name}>
            <code className="rounded bg-raised px-1.5 py-0.5 font-mono text-xs">{name}</code>{" "}
            <span className="text-dim">{t(`variable.${name}`)}</span>
          </li>
        ))}
      </ul>
    </SectionPanel>
  );
}

/** Whether the gateway says by itself that a run is over. */
function CallsLine({ host, calls }: { readonly host: string; readonly calls: SettingsFacts["calls"] }) {
  const t = useTranslations("settings.calls");
  const locale = useLocale();
  if (calls === null) return <p>{t("off", { host })}</p>;
  if (calls.lastAt === null) return <p>{t("never", { host })}</p>;
  return <p>{t("last", { host, time: formatMoment(locale, calls.lastAt) })}</p>;
}

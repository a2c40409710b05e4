import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatPercent } from "#lib/client/formats.ts";
import type { Prediction } from "#lib/wire.ts";

/** Where a run stands, in a few words. */
export function useStageText(): (prediction: Prediction, ahead: number) => string {
  const t = useTranslations("run");
  const locale = useLocale();
  const format = useFormatter();
  return ({ status, progress, cancelRequested, waitingFor }, ahead) => {
    if (status === "failed" || status === "canceled") return t(status);
    if (cancelRequested) return t("canceling");
    if (waitingFor) {
      const until = format.dateTime(new Date(waitingFor.until), { timeStyle: "medium", timeZone: localZone() });
      return t("waiting", { until });
    }
    if (status === "running" && progress !== null) return t("runningAt", { percent: formatPercent(locale, progress) });
    return ahead > 0 ? t("queuedAfter", { count: ahead }) : t(status);
  };
}

function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

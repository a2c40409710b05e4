import { useLocale, useTranslations } from "next-intl";
import { formatPercent, formatTime } from "#lib/client/formats.ts";
import type { Prediction } from "#lib/wire.ts";

/** Where a run stands, in a few words. */
export function useStageText(): (prediction: Prediction, ahead: number) => string {
  const t = useTranslations("run");
  const locale = useLocale();
  return ({ status, progress, cancelRequested, waitingFor }, ahead) => {
    if (status === "failed" || status === "canceled") return t(status);
    if (cancelRequested) return t("canceling");
    if (waitingFor) {
      return t("waiting", { until: formatTime(locale, waitingFor.until) });
    }
    if (status === "running" && progress !== null) return t("runningAt", { percent: formatPercent(locale, progress) });
    return ahead > 0 ? t("queuedAfter", { count: ahead }) : t(status);
  };
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatSeconds, formatUsd } from "#lib/client/formats.ts";
import { runSeconds } from "#lib/client/run-seconds.ts";
import type { Prediction } from "#lib/wire.ts";

/** Time, cost and seed of a run on one line, after the model's name where one is given. */
export function useRunFacts(): (prediction: Prediction | undefined, modelTitle?: string) => string {
  const t = useTranslations("review");
  const locale = useLocale();
  return (prediction, modelTitle = "") => {
    if (!prediction) return "";
    const { priceUsd, seed, provider } = prediction;
    const seconds = runSeconds(prediction);
    return [
      modelTitle,
      seconds === null ? "" : formatSeconds(locale, seconds),
      provider === "local" ? t("local") : priceUsd === null ? "" : formatUsd(locale, priceUsd),
      seed === null ? "" : t("seed", { seed: String(seed) }),
    ]
      .filter((fact) => fact !== "")
      .join(" · ");
  };
}

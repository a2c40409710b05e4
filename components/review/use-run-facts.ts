"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatSeconds, formatUsd } from "#lib/client/formats.ts";
import { runSeconds } from "#lib/client/run-seconds.ts";
import type { Prediction } from "#lib/wire.ts";

/** On one line: the model's name where it is given, time, cost and seed of a run, and what did not come of it. */
export function useRunFacts(): (prediction: Prediction | undefined, modelTitle?: string) => string {
  const t = useTranslations("review");
  const locale = useLocale();
  return (prediction, modelTitle = "") => {
    if (!prediction) return "";
    const { priceUsd, seed, provider, outputs, inputs } = prediction;
    const asked = Number(inputs.num_outputs ?? 1);
    const seconds = runSeconds(prediction);
    return [
      modelTitle,
      seconds === null ? "" : formatSeconds(locale, seconds),
      provider === "local" ? t("local") : priceUsd === null ? "" : formatUsd(locale, priceUsd),
      seed === null ? "" : t("seed", { seed: String(seed) }),
      // What was paid for and could not be read is not passed over.
      outputs.length > 0 && outputs.length < asked ? t("notAllCame", { came: outputs.length, asked }) : "",
    ]
      .filter((fact) => fact !== "")
      .join(" · ");
  };
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Inputs, InputValue, ModelEntry } from "#lib/models/model.ts";

/** Choices that the form words, too. */
const worded = ["match_input_image", "match_input", "custom"] as const;

/** What a run was given, as its form says it: each field by its label, with its value in words where it has some. */
export function useInputRows(inputs: Inputs, model: ModelEntry | undefined): readonly (readonly [label: string, value: string])[] {
  const t = useTranslations("madeBy");
  const options = useTranslations("options");
  const locale = useLocale();
  return Object.entries(inputs).map(([name, value]) => {
    const field = model?.fields.find((one) => one.name === name);
    return [field?.label[locale] ?? name, wordsOf(value, field?.kind === "choice")];
  });

  function wordsOf(value: InputValue, isChoice: boolean): string {
    if (typeof value === "boolean") return value ? t("on") : t("off");
    const word = isChoice && worded.find((known) => known === value);
    return word ? options(word) : String(value);
  }
}

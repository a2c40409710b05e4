import { useLocale, useTranslations } from "next-intl";
import type { FaultRule, FieldFault } from "#lib/errors.ts";
import { sentenceGap } from "./sentence-gap.ts";

/** Rules whose sentence says it all; for the others only the server knows what is wrong, and its own words follow. */
const complete: ReadonlySet<FaultRule> = new Set<FaultRule>([
  ...(["required", "number_lte", "number_gte", "multiple_of"] as const),
  ...(["mask_shape", "mask_black", "mask_white"] as const),
]);

export function useFaultText(): (fault: FieldFault) => string {
  const t = useTranslations("faults");
  const locale = useLocale();
  return ({ rule, message, limit }) => {
    const sentence = t(rule, { limit: limit ?? "none" });
    return complete.has(rule) || message === "" ? sentence : `${sentence}${sentenceGap(locale)}${message}`;
  };
}

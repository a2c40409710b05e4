import { useTranslations } from "next-intl";
import type { FieldFault } from "#lib/errors.ts";

/** A sentence for a fault; where only the server knows what is wrong, its own words follow. */
export function useFaultText(): (fault: FieldFault) => string {
  const t = useTranslations("faults");
  return ({ rule, message }) => {
    const sentence = t(rule);
    return rule === "required" || message === "" ? sentence : `${sentence} ${message}`;
  };
}

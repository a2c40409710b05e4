/** How long ago something was, in words: of our own, because a browser's own for it cost a slow machine a tenth of a second. */
import { useTranslations } from "next-intl";
import { agoOf } from "./ago.ts";

export function useAgo(): (iso: string, nowMs: number) => string {
  const t = useTranslations("ui");
  return (iso, nowMs) => {
    const { unit, count } = agoOf(iso, nowMs);
    return t(`ago.${unit}`, { count });
  };
}

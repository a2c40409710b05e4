/** Sentences for a refusal or a failed run: what happened, is the work safe, was anything charged, what now. */
import { useLocale, useTranslations } from "next-intl";
import type { CapReached, Charged } from "#lib/errors.ts";
import type { ClientCode } from "./client-error.ts";
import { formatMoment, formatUsd } from "./formats.ts";

export interface Problem {
  readonly code: ClientCode;
  readonly message: string;
  readonly charged: Charged;
  readonly requestId?: string | null;
  readonly cap?: CapReached | null;
}

export interface ProblemText {
  readonly what: string;
  readonly safe: string;
  readonly charged: string;
  readonly next: string;
}

export function useProblemText(): (problem: Problem) => ProblemText {
  const errors = useTranslations("errors");
  const shared = useTranslations("problem");
  const locale = useLocale();
  const sayCap = ({ of, period, capUsd, leftUsd, neededUsd, freesAt }: CapReached) => ({
    what: shared(`cap.what.${of}.${period}`, {
      ...{ cap: formatUsd(locale, capUsd), left: formatUsd(locale, leftUsd), needed: formatUsd(locale, neededUsd) },
    }),
    next: shared("cap.next", { when: formatMoment(locale, freesAt) }),
  });
  return ({ code, charged, cap }) => ({
    ...(cap ? sayCap(cap) : { what: errors(`${code}.what`), next: errors(`${code}.next`) }),
    safe: shared("safe"),
    charged: shared(`charged.${charged}`),
  });
}

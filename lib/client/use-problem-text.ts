/** Sentences for a refusal or a failed run: what happened, is the work safe, was anything charged, what now. */
import { useTranslations } from "next-intl";
import type { Charged } from "#lib/errors.ts";
import type { ClientCode } from "./client-error.ts";

export interface Problem {
  readonly code: ClientCode;
  readonly message: string;
  readonly charged: Charged;
  readonly requestId?: string | null;
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
  return ({ code, charged }) => ({
    what: errors(`${code}.what`),
    safe: shared("safe"),
    charged: shared(`charged.${charged}`),
    next: errors(`${code}.next`),
  });
}

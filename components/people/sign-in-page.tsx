"use client";

import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { peoplePaths } from "#lib/people-wire.ts";
import { EntryPage } from "./entry-page.tsx";

interface SignInPageProps {
  /** What people call the provider of their accounts; null where there is none. */
  readonly provider: string | null;
  /** Where they wanted to be. */
  readonly to: string;
  /** Whether the provider sent them back, or nobody here knows them. */
  readonly wasRefused: boolean;
}

const fields = ["email", "password"] as const;

export function SignInPage({ provider, to, wasRefused }: SignInPageProps) {
  const t = useTranslations("people");
  return (
    <EntryPage title={t("signInTitle")} lead={t("signInLead")} action={t("signIn")} path={peoplePaths.session} fields={fields}>
      {provider !== null && (
        // No link of the framework's: it leaves the studio.
        <a href={`${peoplePaths.signOn}?to=${encodeURIComponent(to)}`} className={buttonClass("plain", "justify-center")}>
          {t("signInWith", { provider })}
        </a>
      )}
      {wasRefused && (
        <Notice tone="bad" title={t("signOnRefused")}>
          {t("signOnRefusedHelp")}
        </Notice>
      )}
    </EntryPage>
  );
}

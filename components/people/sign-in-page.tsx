"use client";

import { useTranslations } from "next-intl";
import { peoplePaths } from "#lib/people-wire.ts";
import { EntryPage } from "./entry-page.tsx";

export function SignInPage() {
  const t = useTranslations("people");
  const fields = ["email", "password"] as const;
  return <EntryPage title={t("signInTitle")} lead={t("signInLead")} action={t("signIn")} path={peoplePaths.session} fields={fields} />;
}

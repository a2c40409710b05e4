"use client";

import { useTranslations } from "next-intl";
import { peoplePaths } from "#lib/people-wire.ts";
import { EntryPage } from "./entry-page.tsx";

export function SetUpPage() {
  const t = useTranslations("people");
  const fields = ["code", "name", "email", "password"] as const;
  return <EntryPage title={t("setUpTitle")} lead={t("setUpLead")} action={t("setUp")} path={peoplePaths.setUp} fields={fields} isNew />;
}

"use client";

import { useTranslations } from "next-intl";
import { useFragment } from "#lib/client/use-fragment.ts";
import { peoplePaths } from "#lib/people-wire.ts";
import { EntryPage } from "./entry-page.tsx";

/** Where somebody who forgot their password chooses another, by an address an owner made for them. */
export function WayBackPage() {
  const t = useTranslations("people");
  const token = useFragment() ?? "";
  return (
    <EntryPage
      title={t("wayBackTitle")}
      lead={t("wayBackLead")}
      action={t("wayBackChoose")}
      path={peoplePaths.wayBack}
      fields={["password"]}
      along={{ token }}
      isNew
    />
  );
}

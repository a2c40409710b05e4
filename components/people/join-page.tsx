"use client";

import { useTranslations } from "next-intl";
import { FullPageNotice } from "#components/ui/full-page-notice.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { useFragment } from "#lib/client/use-fragment.ts";
import { useInvited } from "#lib/client/use-invited.ts";
import { peoplePaths } from "#lib/people-wire.ts";
import { EntryPage } from "./entry-page.tsx";

export function JoinPage() {
  const t = useTranslations("people");
  const token = useFragment();
  const { invited, error } = useInvited(token === "" ? null : token);
  if (token === "" || error?.code === "not_found") return <FullPageNotice title={t("closedTitle")} text={t("closedText")} />;
  if (invited && token !== null) {
    return (
      <EntryPage
        title={t("joinTitle")}
        lead={t("joinLead", { role: t(`roles.${invited.role}`) })}
        action={t("join")}
        path={peoplePaths.join}
        fields={["name", "email", "password"]}
        email={invited.email}
        along={{ token }}
        isNew
      />
    );
  }
  return (
    <main className="grid min-h-svh place-items-center p-6">
      <h1 className="sr-only">{t("joinTitle")}</h1>
      {error ? <ProblemNotice problem={error} /> : <p role="status">{t("loading")}</p>}
    </main>
  );
}

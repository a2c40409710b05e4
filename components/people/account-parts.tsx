"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { useSession } from "#lib/client/use-session.ts";
import { moneyPaths } from "#lib/money-wire.ts";
import { peoplePaths } from "#lib/people-wire.ts";
import { AccountPart } from "./account-part.tsx";
import { FactorPart } from "./factor-part.tsx";
import { SessionsPart } from "./sessions-part.tsx";
import { TokensPart } from "./tokens-part.tsx";

/** What each sees of themselves, and where owners go on to. */
export function AccountParts() {
  const { session, refresh } = useSession();
  const person = session?.person;
  // In one-person mode whoever is here owns the studio.
  if (!person) return session ? <OwnerPart /> : null;
  return (
    <>
      <AccountPart key={person.id} person={person} onChange={refresh} />
      {person.role === "owner" && <OwnerPart people />}
      <FactorPart onAdded={refresh} />
      <SessionsPart />
      <TokensPart />
    </>
  );
}

function OwnerPart({ people = false }: { readonly people?: boolean }) {
  const t = useTranslations("people");
  return (
    <SectionPanel title={t(people ? "people" : "spending.title")}>
      <div className="flex flex-wrap gap-2">
        {people && <ButtonLink href={peoplePaths.peoplePage}>{t("managePeople")}</ButtonLink>}
        <ButtonLink href={moneyPaths.spendingPage}>{t("spending.see")}</ButtonLink>
      </div>
    </SectionPanel>
  );
}

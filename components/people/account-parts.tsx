"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { useSession } from "#lib/client/use-session.ts";
import { peoplePaths } from "#lib/people-wire.ts";
import { AccountPart } from "./account-part.tsx";
import { SessionsPart } from "./sessions-part.tsx";
import { TokensPart } from "./tokens-part.tsx";

/** What each sees of themselves; nothing where the studio asks nobody who they are. */
export function AccountParts() {
  const t = useTranslations("people");
  const { session, refresh } = useSession();
  const person = session?.person;
  if (!person) return null;
  return (
    <>
      <AccountPart key={person.id} person={person} onChange={refresh} />
      {person.role === "owner" && (
        <SectionPanel title={t("people")}>
          <div>
            <ButtonLink href={peoplePaths.peoplePage}>{t("managePeople")}</ButtonLink>
          </div>
        </SectionPanel>
      )}
      <SessionsPart />
      <TokensPart />
    </>
  );
}

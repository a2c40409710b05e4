"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SectionPanel } from "#components/ui/section-panel.tsx";
import { useAttempt } from "#lib/client/use-attempt.ts";
import { usePeople } from "#lib/client/use-people.ts";
import { AuditPart } from "./audit-part.tsx";
import { InvitePart } from "./invite-part.tsx";
import { PersonRow } from "./person-row.tsx";

/** Who is here, who may come, and what was done about it: for owners. */
export function PeoplePage({ ownId }: { readonly ownId: string }) {
  const t = useTranslations("people");
  const { people, invitations, error, change, handOver, invite, revoke } = usePeople();
  const { isBusy, problem, attempt, forget } = useAttempt();
  const [handedOver, setHandedOver] = useState<number | null>(null);
  return (
    <main className="mx-auto grid w-full max-w-3xl gap-4 px-4 py-8">
      <div className="flex items-center gap-2">
        <ButtonLink href="/settings" tone="quiet">
          <ArrowLeft aria-hidden size={16} />
          {t("toSettings")}
        </ButtonLink>
        <h1 className="text-xl font-semibold tracking-tight">{t("peopleTitle")}</h1>
      </div>
      {error && <ProblemNotice problem={error} />}
      <SectionPanel title={t("people")}>
        {!people && !error && <p role="status">{t("loading")}</p>}
        <ul className="grid gap-3">
          {people?.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              isYou={person.id === ownId}
              isBusy={isBusy}
              onChange={(to) => void attempt(() => change(person.id, to))}
              onHandOver={() => void attempt(async () => setHandedOver(await handOver(person.id)))}
            />
          ))}
        </ul>
        {handedOver !== null && <Notice tone="good" title={t("handedOver", { count: handedOver })} />}
        {problem && <ProblemNotice problem={problem} onClose={forget} details={problem.faults.map(({ message }) => message)} />}
      </SectionPanel>
      <InvitePart invitations={invitations} onInvite={invite} onRevoke={revoke} />
      <AuditPart />
    </main>
  );
}
